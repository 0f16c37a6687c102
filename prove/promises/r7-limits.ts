import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Town } from '../../sandbox/town';
import { error } from '../checks/answers';
import { grouped } from '../checks/grouped';
import { counted, impatient, mostWithin, pauses, shortestFor } from '../checks/rates';
import { drop, forget, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, happens, pause, townOf } from '../town-of';

interface Reply {
  readonly ms: number;
  /** Notices that had not gone yet when it was asked for. */
  unsent: number;
}

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  /** To what a person wrote amid the burst. */
  readonly replies: Reply[];
  readonly groupAsked: number;
  /** Who wrote `EAGER` times at once. */
  readonly eagerId: number;
}

const BEGUN_MS = 60_000;
const LAST_MS = 300_000;
const EAGER = 8;
/** So many unsent fill the next second of the budget. */
const BURST = 25;

/** A chat gets three in three seconds; a busy machine shifts a little when they arrive. */
const FOUR_TAKE_MS = 2_000;

const countedTo = ({ telegram }: Town, chatId: number): Call[] =>
  counted(telegram.ledger.calls).filter((call) => call.chatId === chatId);

export const limits = promised({
  id: 'R7',
  says: 'the messenger’s limits are obeyed',
  figures: {
    full: { notices: 1_200, group: 40, replySeconds: 5 },
    // Played on machines that may be busy with other tests: how quick is shown by the full one.
    short: { notices: 70, group: 4, replySeconds: 15 },
  },
  wanted: ({ notices, group }) =>
    `${notices} notices at once, ${group} replies in a group and ${EAGER} to one chat under 30/s, 1/s a chat, ` +
    '20/min a group and random pauses: 0 violations, 0 lost, replies first',
  play: async (stage, { notices, group }) => {
    const { chance } = stage;
    // Nobody sends while the crowd is made: it goes as one burst.
    const town = await townOf(stage, { mode: 'webhook', bots: 1, workers: 0, hasNoStaff: true });
    const { telegram, petro } = town;
    const someone = (firstName: string) => telegram.person({ firstName, languageCode: 'uk' });
    const [talker, eager] = [someone('Марія'), someone('Оксана')];
    const crowd = await openCrowd(town).taken(notices);
    const replies: Reply[] = [];
    const left = () => untold(telegram.ledger, crowd);
    let isOver = false;
    const disturb = async () => {
      const disturbed = new Set<Waiting>();
      for (; !isOver; await pause(700 + chance() * 600)) {
        const calm = left().filter((one) => !disturbed.has(one));
        const one = calm[Math.floor(chance() * calm.length)];
        if (!one) continue;
        disturbed.add(one);
        telegram.faults.nextCalls('sendMessage', 1, { ...aPause(chance), chatId: one.person.id });
      }
    };
    const talk = async () => {
      for (; !isOver; await pause(3_500)) {
        const unsent = left().length;
        const since = performance.now();
        await talker.says('/help');
        await talker.waits(/./, { timeoutMs: 60_000 });
        replies.push({ ms: performance.now() - since, unsent });
      }
    };
    const ask = async () => {
      for (let count = 0; count < group; count += 1) {
        await petro.says('/where', { in: town.group });
        await pause(500);
      }
    };
    const hurry = async () => {
      for (let count = 0; count < EAGER; count += 1) await eager.says('/help');
    };
    const amid = async (...acts: (() => Promise<void>)[]) => {
      await happens(town, () => left().length < crowd.length, BEGUN_MS);
      await Promise.all(acts.map((act) => act()));
    };
    const isAllSaid = () =>
      left().length === 0 &&
      countedTo(town, town.group.id).length >= group &&
      countedTo(town, eager.id).length >= EAGER;
    const over = comesTrue(isAllSaid, LAST_MS).then(() => (isOver = true));
    const workers = [town.startWorker(), town.startWorker()];
    await Promise.all([over, disturb(), amid(talk, ask, hurry), ...workers]);
    const evidence: Evidence = { town, crowd, replies, groupAsked: group, eagerId: eager.id };
    return evidence;
  },
  check: ({ town, crowd, replies, groupAsked, eagerId }, { replySeconds }) => {
    const { calls, violations } = town.telegram.ledger;
    const went = counted(calls);
    const perSecond = mostWithin(went, 1000);
    const chats = [...grouped(went, ({ chatId = 0 }) => chatId)];
    const groupCalls = countedTo(town, town.group.id);
    const eagerCalls = countedTo(town, eagerId);
    const paused = pauses(calls).length;
    const lost = untold(town.telegram.ledger, crowd).length;
    const amid = replies.filter(({ unsent }) => unsent >= BURST).length;
    const slow = replies.filter(({ ms }) => ms > replySeconds * 1000).length;
    const paces = chats.map(([chatId, own]) => ({ chatId, ms: shortestFor(own, 4) }));
    const quickest = Math.min(...paces.map(({ ms }) => ms)) / 1000;
    const tooQuick = paces.filter(({ ms }) => ms < FOUR_TAKE_MS);
    const misses = [
      ...(violations.length > 0 ? [`${violations.length} calls were one too many for the messenger`] : []),
      ...(perSecond > 30 ? [`${perSecond} went within one second`] : []),
      ...tooQuick.map(({ chatId, ms }) => `four within ${ms} ms went to ${chatId}`),
      ...(mostWithin(groupCalls, 60_000) > 20
        ? [`${mostWithin(groupCalls, 60_000)} within a minute went to the group`]
        : []),
      ...(paused === 0 ? ['no 429 was answered'] : []),
      ...impatient(calls).map(({ chatId }) => `${chatId} was written to before its pause ended`),
      ...(lost > 0 ? [`${lost} notices were lost`] : []),
      ...(groupCalls.length < groupAsked
        ? [`the group got ${groupCalls.length} of ${groupAsked} replies`]
        : []),
      ...(eagerCalls.length === EAGER ? [] : [`the eager chat got ${eagerCalls.length} of ${EAGER}`]),
      ...(amid === 0 ? ['no reply was asked for amid the burst'] : []),
      ...(slow > 0 ? [`${slow} of ${replies.length} replies took longer than ${replySeconds} s`] : []),
    ];
    const slowest = Math.max(0, ...replies.map(({ ms }) => ms)) / 1000;
    return {
      reached:
        `${violations.length} violations, at most ${perSecond} a second and four to a chat in ${quickest.toFixed(1)} s, ${paused} pauses kept, ${lost} lost, ` +
        `${amid} replies amid the burst, the slowest ${slowest.toFixed(1)} s`,
      misses,
    };
  },
  plants: {
    'forty go in one second': ({ town }) => {
      const [call] = counted(town.telegram.ledger.calls);
      const many = Array.from({ length: 40 }, (_, index) => ({
        ...call!,
        chatId: 10_000 + index,
        at: 1_000 + index,
      }));
      town.telegram.ledger.calls.push(...many);
    },
    'one chat gets five at once': ({ town }) => {
      const [call] = counted(town.telegram.ledger.calls);
      town.telegram.ledger.calls.push(
        ...Array.from({ length: 5 }, (_, index) => ({ ...call!, at: 5_000 + index })),
      );
    },
    'the group gets one too many in a minute': ({ town }) => {
      const call = counted(town.telegram.ledger.calls).find(({ chatId }) => chatId === town.group.id)!;
      const many = Array.from({ length: 21 }, (_, index) => ({ ...call, at: 100_000 + index * 2_800 }));
      town.telegram.ledger.calls.push(...many);
    },
    'a pause is not kept': ({ town, crowd }) => {
      const error = { ok: false, error_code: 429, description: '', parameters: { retry_after: 5 } } as const;
      const [call] = counted(town.telegram.ledger.calls);
      const chatId = crowd[0]!.person.id;
      const at = Date.now() + 10_000;
      town.telegram.ledger.calls.push(
        { ...call!, chatId, at, answer: error },
        { ...call!, chatId, at: at + 1_000 },
      );
    },
    'nobody was paused': ({ town: { telegram } }) => drop(telegram.ledger, pauses(telegram.ledger.calls)),
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[1]!),
    'a reply waits behind the burst': ({ replies }) => replies.push({ ms: 20_000, unsent: BURST }),
    'the burst was over': ({ replies }) => {
      for (const reply of replies) reply.unsent = 0;
    },
    'the eager chat got one too few': ({ town, eagerId }) =>
      drop(town.telegram.ledger, countedTo(town, eagerId).slice(0, 1)),
  },
});

/** One chat is asked to be left alone for a while. */
function aPause(chance: () => number) {
  const seconds = 1 + Math.floor(chance() * 4);
  return error(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}
