import type { Town } from '../../sandbox/town';
import { promised } from '../promise';
import { comesTrue, townOf } from '../town-of';

interface Taken {
  readonly name: string;
  readonly status: number;
  readonly ms: number;
  readonly isQuarantined: boolean;
  /** The update after it was carried out. */
  readonly isNextHandled: boolean;
}

interface Evidence {
  readonly taken: Taken[];
  /** What forged posts were answered, and how often. */
  readonly statuses: Map<number, number>;
}

const NEVER_QUARANTINED = ['a kind nobody knows'];
const FIRST_UPDATE = 900_000_000;

interface Sender {
  /** Posts a body, or an update about this chat with these fields. */
  post: (body: string) => Promise<{ status: number; ms: number }>;
  update: (fields: object) => string;
  message: (personId: number, text: unknown) => object;
}

function senderTo({ door, bot }: { door: Town['door']; bot: number }): Sender {
  let last = FIRST_UPDATE;
  return {
    post: async (body) => {
      const since = performance.now();
      const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': door.secret };
      const [port] = door.portsOf();
      const answer = await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', headers, body });
      return { status: answer.status, ms: performance.now() - since };
    },
    update: (fields) => JSON.stringify({ update_id: (last += 1), ...fields }),
    message: (id, text) => ({
      message: {
        ...{ message_id: (last += 1), date: 1_700_000_000, text },
        chat: { id, type: 'private' },
        from: { id, is_bot: id === bot, first_name: 'Олена', language_code: 'uk' },
      },
    }),
  };
}

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** Each poison as a body about this person. */
const POISONS: readonly (readonly [string, (sender: Sender, personId: number) => string])[] = [
  ['a text that is a number', ({ update, message }, id) => update(message(id, 5))],
  ['five megabytes', ({ update, message }, id) => update(message(id, 'x'.repeat(5 * 1024 * 1024)))],
  ['no JSON', (_, id) => `{"update_id": ${id}, "message": `],
  ['a blank body', (_, id) => ' '.repeat(id % 997)],
  ['a kind nobody knows', ({ update }) => update({ something_new: { id: 1 } })],
  ['lists in lists', ({ update }) => update({ message: 0 }).replace(':0}', `:${deep(5_000)}}`)],
  ['a number as an update', (_, id) => String(id)],
  ['a chat without an id', ({ update, message }, id) => update({ message: { ...(message(id, 'x') as { message: object }).message, chat: { type: 'private' } } })], // prettier-ignore
];

export const poison = promised({
  id: 'R12',
  says: 'a poison update blocks nobody',
  figures: {
    full: { rounds: 25, forged: 100_000, seconds: 1 },
    // Played on machines that may be busy with other tests: how quick is shown by the full one.
    short: { rounds: 1, forged: 300, seconds: 15 },
  },
  wanted: ({ rounds, forged, seconds }) =>
    `${forged} forged posts let in nobody; ${(POISONS.length + 1) * rounds} malformed, oversized, unknown and throwing updates: ` +
    `acknowledged in ${seconds} s, quarantined, the next one handled`,
  play: async (stage, { rounds, forged }) => {
    const options = { mode: 'webhook', bots: 1, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, options);
    const sender = senderTo({ door: town.door, bot: town.telegram.bot.id });
    const taken: Taken[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, bodyOf] of POISONS) {
        const { id } = someone(town);
        taken.push(await tryOne(town, sender, { name, id, body: bodyOf(sender, id) }));
      }
      const { id } = await damaged(town, sender);
      const body = sender.update(sender.message(id, 'і провід висить'));
      taken.push(
        await tryOne(town, sender, { name: 'a handler that throws', id, body }, () => mend(town, id)),
      );
    }
    const statuses = await forge(town, forged);
    const evidence: Evidence = { taken, statuses };
    return evidence;
  },
  check: ({ taken, statuses }, { seconds }) => {
    const slowest = Math.max(...taken.map(({ ms }) => ms));
    const wrong = taken.flatMap(({ name, status, ms, isQuarantined, isNextHandled }) => [
      ...(status === 200 ? [] : [`${name}: answered ${status}`]),
      ...(ms > seconds * 1000 ? [`${name}: acknowledged after ${ms.toFixed(0)} ms`] : []),
      ...(isQuarantined || NEVER_QUARANTINED.includes(name) ? [] : [`${name}: not in quarantine`]),
      ...(isNextHandled ? [] : [`${name}: the next update was not handled`]),
    ]);
    const forged = [...statuses.values()].reduce((sum, count) => sum + count, 0);
    const letIn = forged - (statuses.get(401) ?? 0);
    return {
      reached: `${taken.length} taken, the slowest in ${slowest.toFixed(0)} ms; ${letIn} of ${forged} forged posts let in`,
      misses: [...wrong, ...(letIn > 0 ? [`${letIn} forged posts were not answered 401`] : [])],
    };
  },
  plants: {
    'a forged post is let in': ({ statuses }) => statuses.set(200, 1),
    'it is refused': ({ taken }) => taken.push({ ...taken[0]!, status: 500 }),
    'it is slow': ({ taken }, { seconds }) => taken.push({ ...taken[0]!, ms: seconds * 1000 + 500 }),
    'it is thrown away': ({ taken }) => taken.push({ ...taken[0]!, isQuarantined: false }),
    'it blocks its chat': ({ taken }) => taken.push({ ...taken[0]!, isNextHandled: false }),
  },
});

/** Posts with secrets of every length but the right one, many at once. */
async function forge({ door }: Town, count: number): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  let left = count;
  const work = async () => {
    while (left > 0) {
      left -= 1;
      const secret = door.secret.slice(0, left % door.secret.length) + 'x'.repeat(left % 7);
      const headers = {
        'content-type': 'application/json',
        ...(secret && { 'x-telegram-bot-api-secret-token': secret }),
      };
      const [port] = door.portsOf();
      const { status } = await fetch(`http://127.0.0.1:${port}/telegram`, {
        method: 'POST',
        headers,
        body: '{"update_id":1}',
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: 40 }, work));
  return statuses;
}

function someone({ telegram }: Town): { id: number } {
  const person = telegram.person({ firstName: 'Олена', languageCode: 'uk' });
  telegram.fake.world.privateChat(person.record).isStarted = true;
  return person;
}

async function tryOne(
  town: Town,
  { post, update, message }: Sender,
  { name, id, body }: { name: string; id: number; body: string },
  before: () => Promise<unknown> = () => Promise.resolve(),
): Promise<Taken> {
  const quarantine = town.mongo.collection('quarantine');
  const known = await quarantine.countDocuments({});
  const { status, ms } = await post(body);
  const isQuarantined = (await quarantine.countDocuments({})) > known;
  await before();
  const words = `Не горить ліхтар після: ${name}`;
  await post(update(message(id, words)));
  const isKept = async () =>
    (await town.mongo
      .collection('drafts')
      .countDocuments({ ownerId: `telegram-${id}`, 'fields.pieces.text': words })) > 0;
  return { name, status, ms, isQuarantined, isNextHandled: await comesTrue(isKept, 5_000) };
}

/** Somebody whose draft cannot be read any more. */
async function damaged(town: Town, { post, update, message }: Sender): Promise<{ id: number }> {
  const person = someone(town);
  await post(update(message(person.id, 'Не горить ліхтар')));
  await town.mongo
    .collection('drafts')
    .updateOne({ ownerId: `telegram-${person.id}` }, { $set: { fields: null } });
  return person;
}

const mend = ({ mongo }: Town, id: number) =>
  mongo
    .collection('drafts')
    .updateOne(
      { ownerId: `telegram-${id}` },
      { $set: { fields: { pieces: [{ messageId: '1', text: 'Не горить ліхтар' }] } } },
    );
