import type { Town } from '../../sandbox/town';
import { openCrowd } from '../loads/crowd';
import { promised } from '../promise';
import { pause, townOf } from '../town-of';

/** What a person did, as the model understands it: drafts in order, and what their presses must have led to. */
interface Model {
  readonly personId: number;
  readonly appealId: string;
  readonly drafts: { pieces: Map<string, string>; files: string[] }[];
  language: string;
  stars: number;
  readonly reasons: string[];
}

interface Evidence {
  readonly town: Town;
  readonly models: readonly Model[];
  readonly deliveries: number;
}

interface Step {
  readonly fields: object;
}

const MOST_COPIES = 5;
const LATE_SHARE = 0.15;
const GOOD = ['quick', 'thorough', 'polite'];
const FIRST_UPDATE = 800_000_000;

/** Sends each update one to five times to bots by chance; the next of its queue goes when one copy was acknowledged. */
class Deliverer {
  deliveries = 0;
  private last = FIRST_UPDATE;
  private readonly late: Promise<unknown>[] = [];

  constructor(
    private readonly town: Town,
    private readonly chance: () => number,
  ) {}

  async queue(steps: readonly Step[]): Promise<void> {
    for (const { fields } of steps) {
      const body = JSON.stringify({ update_id: (this.last += 1), ...fields });
      const copies = 1 + Math.floor(this.chance() * MOST_COPIES);
      const posts = Array.from({ length: copies }, (_, copy) =>
        this.post(
          body,
          copy === 0 ? 0 : this.chance() < LATE_SHARE ? 400 * this.chance() : 30 * this.chance(),
        ),
      );
      this.late.push(...posts.slice(1));
      await posts[0];
    }
  }

  settled = () => Promise.all(this.late);

  /** Again until it is acknowledged, as the messenger does. */
  private async post(body: string, afterMs: number): Promise<void> {
    if (afterMs > 0) await pause(afterMs);
    const ports = this.town.door.portsOf();
    const port = ports[Math.floor(this.chance() * ports.length)];
    const headers = {
      'content-type': 'application/json',
      'x-telegram-bot-api-secret-token': this.town.door.secret,
    };
    for (let tries = 0; tries < 20; tries += 1) {
      this.deliveries += 1;
      const answer = await fetch(`http://127.0.0.1:${port}/telegram`, { method: 'POST', headers, body });
      if (answer.ok) return;
      await pause(100);
    }
    throw new Error('an update is never acknowledged');
  }
}

/** A person’s messages, built together with what they must lead to. */
function messagesOf(model: Model, chance: () => number): Step[] {
  const { personId, drafts } = model;
  const about = { chat: { id: personId, type: 'private' }, from: { id: personId, is_bot: false, first_name: 'Олена', language_code: 'uk' } }; // prettier-ignore
  let messageId = 10;
  const envelope = (id = (messageId += 1)) => ({ message_id: id, date: 1_764_000_000, ...about });
  const writes = (): Step => {
    const message = envelope();
    const text = `Не горить ліхтар, ${personId}-${message.message_id}`;
    drafts.at(-1)!.pieces.set(String(message.message_id), text);
    return { fields: { message: { ...message, text } } };
  };
  const corrects = (): Step => {
    const [id] = [...drafts.at(-1)!.pieces.keys()];
    const text = `Ліхтар не світить, ${personId}-${id}-${(messageId += 1)}`;
    drafts.at(-1)!.pieces.set(id!, text);
    return { fields: { edited_message: { ...envelope(Number(id)), text, edit_date: 1_764_000_001 } } };
  };
  const shows = (): Step => {
    const message = envelope();
    const unique = `AQAD${personId}x${message.message_id}`;
    drafts.at(-1)!.files.push(unique);
    const photo = [
      { file_id: `file-${unique}`, file_unique_id: unique, width: 640, height: 480, file_size: 1000 },
    ];
    return { fields: { message: { ...message, photo } } };
  };
  const begins = (): Step[] => {
    const command = {
      ...envelope(),
      text: '/new',
      entities: [{ type: 'bot_command', offset: 0, length: 4 }],
    };
    drafts.push({ pieces: new Map(), files: [] });
    return [{ fields: { message: command } }, writes()];
  };
  const steps = begins();
  for (let more = 2 + Math.floor(chance() * 4); more > 0; more -= 1) {
    const roll = chance();
    if (roll < 0.4) steps.push(writes());
    else if (roll < 0.65) steps.push(shows());
    else if (roll < 0.85) steps.push(corrects());
    else steps.push(...begins());
  }
  return steps;
}

/** Presses of the same person, in a queue of their own: they concern an answered appeal and the language. */
function pressesOf(model: Model, chance: () => number): Step[] {
  const { personId, appealId } = model;
  let count = 0;
  const press = (data: string): Step => {
    count += 1;
    const message = { message_id: 5 + count, date: 1_764_000_000, chat: { id: personId, type: 'private' } };
    const from = { id: personId, is_bot: false, first_name: 'Олена', language_code: 'uk' };
    return {
      fields: { callback_query: { id: `${personId}${count}`, from, chat_instance: '1', message, data } },
    };
  };
  model.stars = 4 + Math.floor(chance() * 2);
  model.reasons.push(...GOOD.filter(() => chance() < 0.5));
  const languages = Array.from({ length: Math.floor(chance() * 3) }, () => (chance() < 0.5 ? 'en' : 'uk'));
  model.language = languages.at(-1) ?? 'uk';
  return [
    ...languages.map((language) => press(`lang.${language}`)),
    press(`ok.${appealId}.1`),
    press(`star.${appealId}.${model.stars}`),
    ...model.reasons.map((reason) => press(`why.${appealId}.${reason}`)),
  ];
}

export const concurrency = promised({
  id: 'R2',
  says: 'the state survives everything at once',
  figures: { full: { sequences: 1_000, bots: 3 }, short: { sequences: 12, bots: 2 } },
  wanted: ({ sequences, bots }) =>
    `${sequences} sequences, each update 1–5 times, messages and presses interleaved, ${bots} processes: 0 divergence from the model`,
  play: async (stage, { sequences, bots }) => {
    const { chance, say } = stage;
    const options = { mode: 'webhook', bots, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, options);
    const deliverer = new Deliverer(town, chance);
    const office = openCrowd(town);
    const models: Model[] = [];
    const one = async () => {
      const [taken] = await office.taken(1);
      await office.answer(taken!);
      const { person, appealId } = taken!;
      const model: Model = {
        personId: person.id,
        appealId,
        drafts: [],
        language: 'uk',
        stars: 0,
        reasons: [],
      };
      const [messages, presses] = [messagesOf(model, chance), pressesOf(model, chance)];
      models.push(model);
      await Promise.all([deliverer.queue(messages), deliverer.queue(presses)]);
      if (models.length % 100 === 0)
        say(`R2: ${models.length} sequences, ${deliverer.deliveries} deliveries`);
    };
    const work = async () => {
      while (models.length < sequences) await one();
    };
    await Promise.all(Array.from({ length: Math.min(24, sequences) }, work));
    await deliverer.settled();
    const evidence: Evidence = { town, models, deliveries: deliverer.deliveries };
    return evidence;
  },
  check: async ({ town, models, deliveries }) => {
    const misses: string[] = [];
    for (const model of models) misses.push(...(await divergence(town, model)));
    const sequences = new Set(misses.map((miss) => miss.split(':')[0])).size;
    return { reached: `${models.length} sequences, ${deliveries} deliveries: ${sequences} diverged`, misses };
  },
  plants: {
    'a text is there twice': async ({ town, models }) => {
      const drafts = town.mongo.collection<{
        ownerId: string;
        kind: string;
        fields: { pieces: { text: string }[] };
      }>('drafts');
      const whose = { ownerId: `telegram-${models[0]!.personId}`, kind: 'appeal', state: 'open' };
      const draft = await drafts.findOne(whose);
      await drafts.updateOne({ _id: draft!._id }, { $push: { 'fields.pieces': draft!.fields.pieces[0]! } });
    },
    'an older word won': ({ town, models }) =>
      town.mongo
        .collection('drafts')
        .updateOne(
          { ownerId: `telegram-${models[1]!.personId}`, kind: 'appeal', state: 'open' },
          { $set: { 'fields.pieces': [{ messageId: '1', text: 'Ліхтар' }] } },
        ),
    'a press was lost': ({ town, models }) =>
      town.mongo
        .collection<{ _id: string }>('appeals')
        .updateOne({ _id: models[2]!.appealId }, { $unset: { rating: 1 } }),
    'a press counted twice': ({ town, models }) =>
      town.mongo
        .collection<{ _id: string }>('appeals')
        .updateOne({ _id: models[3]!.appealId }, { $set: { 'rating.reasons': ['slow'] } }),
    'the language is another': ({ town, models }) =>
      town.mongo
        .collection<{ _id: string }>('citizens')
        .updateOne({ _id: `telegram-${models[4]!.personId}` }, { $set: { language: 'xx' } }),
  },
});

const sorted = (words: readonly string[]) => [...words].sort().join('|');

/** Where the record differs from the model. */
async function divergence({ mongo }: Town, model: Model): Promise<string[]> {
  const id = `telegram-${model.personId}`;
  const citizen = await mongo.collection<{ _id: string; language?: string }>('citizens').findOne({ _id: id });
  const appeal = await mongo
    .collection<{ _id: string; status: string; rating?: { stars: number; reasons: string[] } }>('appeals')
    .findOne({ _id: model.appealId });
  const drafts = await mongo
    .collection<{
      ownerId: string;
      kind: string;
      state: string;
      fields: { pieces?: { text: string }[]; files?: { id: string }[] };
    }>('drafts')
    .find({ ownerId: id, kind: 'appeal', state: { $in: ['open', 'saved'] } })
    .toArray();
  const found = drafts.map(({ fields }) =>
    [
      ...(fields.pieces ?? []).map(({ text }) => text),
      ...(fields.files ?? []).map(({ id: file }) => file).sort(),
    ].join('|'),
  );
  const wanted = model.drafts.map(({ pieces, files }) =>
    [...pieces.values(), ...[...files].sort()].join('|'),
  );
  const isOpenLast =
    drafts.find(({ state }) => state === 'open')?.fields.pieces?.[0]?.text ===
    [...model.drafts.at(-1)!.pieces.values()][0];
  const tell = (what: string) => `${model.personId}: ${what}`;
  return [
    ...(citizen?.language === model.language
      ? []
      : [tell(`the language is ${citizen?.language}, not ${model.language}`)]),
    ...(appeal?.status === 'closed' ? [] : [tell(`the appeal is ${appeal?.status}`)]),
    ...(appeal?.rating?.stars === model.stars
      ? []
      : [tell(`${appeal?.rating?.stars} stars, not ${model.stars}`)]),
    ...(sorted(appeal?.rating?.reasons ?? []) === sorted(model.reasons)
      ? []
      : [tell(`reasons ${sorted(appeal?.rating?.reasons ?? [])}, not ${sorted(model.reasons)}`)]),
    ...(sorted(found) === sorted(wanted) ? [] : [tell(`drafts ${sorted(found)}, not ${sorted(wanted)}`)]),
    ...(isOpenLast ? [] : [tell('another draft is open than the last one begun')]),
  ];
}
