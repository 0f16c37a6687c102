import type { Town } from '../../sandbox/town';
import { grouped } from '../checks/grouped';
import { counted, impatient, mostWithin } from '../checks/rates';
import { forget, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  /** Milliseconds from what a person wrote amid the burst to the reply. */
  readonly replies: number[];
  readonly groupAsked: number;
}

const LAST_MS = 300_000;
const REPLY_WITHIN_MS = 5_000;

export const limits = promised({
  id: 'R7',
  says: 'the messenger’s limits are obeyed',
  figures: { full: { notices: 1_200, group: 40 }, short: { notices: 70, group: 4 } },
  wanted: ({ notices, group }) =>
    `${notices} notices and ${group} replies in a group under 30/s, 1/s a chat, 20/min a group and random pauses: ` +
    '0 violations, 0 lost, replies first',
  play: async (stage, { notices, group }) => {
    const { chance } = stage;
    const town = await townOf(stage, { mode: 'webhook', bots: 1, workers: 2, hasNoStaff: true });
    const { telegram, petro } = town;
    const talker = telegram.person({ firstName: 'Марія', languageCode: 'uk' });
    const crowd = await openCrowd(town).taken(notices);
    const replies: number[] = [];
    const isTold = () => untold(telegram.ledger, crowd).length === 0;
    let isOver = false;
    const disturb = async () => {
      for (; !isOver; await pause(700 + chance() * 600)) {
        const { person } = crowd[Math.floor(chance() * crowd.length)]!;
        const seconds = 1 + Math.floor(chance() * 4);
        const words = `Too Many Requests: retry after ${seconds}`;
        const error = { code: 429, description: words, parameters: { retry_after: seconds } };
        telegram.faults.nextCalls('sendMessage', 1, { error, chatId: person.id });
      }
    };
    const talk = async () => {
      for (; !isOver; await pause(3_500)) {
        const since = performance.now();
        await talker.says('/help');
        await talker.waits(/./, { timeoutMs: 60_000 });
        replies.push(performance.now() - since);
      }
    };
    const ask = async () => {
      for (let count = 0; count < group; count += 1) {
        await petro.says('/where', { in: town.group });
        await pause(500);
      }
    };
    const groupAnswers = () =>
      counted(telegram.ledger.calls).filter(({ chatId }) => chatId === town.group.id).length;
    const over = comesTrue(() => isTold() && groupAnswers() >= group, LAST_MS).then(() => (isOver = true));
    await Promise.all([over, disturb(), talk(), ask()]);
    const evidence: Evidence = { town, crowd, replies, groupAsked: group };
    return evidence;
  },
  check: ({ town, crowd, replies, groupAsked }) => {
    const { calls, violations } = town.telegram.ledger;
    const went = counted(calls);
    const perSecond = mostWithin(went, 1000);
    const chats = [...grouped(went, ({ chatId = 0 }) => chatId)];
    const groupCalls = went.filter(({ chatId }) => chatId === town.group.id);
    const lost = untold(town.telegram.ledger, crowd).length;
    const slow = replies.filter((ms) => ms > REPLY_WITHIN_MS).length;
    const tooQuick = chats.filter(([, own]) => mostWithin(own, 3000) > 3);
    const misses = [
      ...(violations.length > 0 ? [`${violations.length} calls were one too many for the messenger`] : []),
      ...(perSecond > 30 ? [`${perSecond} went within one second`] : []),
      ...tooQuick.map(([chatId]) => `more than three within three seconds went to ${chatId}`),
      ...(mostWithin(groupCalls, 60_000) > 20
        ? [`${mostWithin(groupCalls, 60_000)} within a minute went to the group`]
        : []),
      ...impatient(calls).map(({ chatId }) => `${chatId} was written to before its pause ended`),
      ...(lost > 0 ? [`${lost} notices were lost`] : []),
      ...(groupCalls.length < groupAsked
        ? [`the group got ${groupCalls.length} of ${groupAsked} replies`]
        : []),
      ...(slow > 0
        ? [`${slow} of ${replies.length} replies took longer than ${REPLY_WITHIN_MS / 1000} s`]
        : []),
    ];
    const slowest = Math.max(0, ...replies) / 1000;
    return {
      reached: `${violations.length} violations, at most ${perSecond} a second, ${lost} lost, slowest reply ${slowest.toFixed(1)} s`,
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
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[1]!),
    'a reply waits behind the burst': ({ replies }) => replies.push(20_000),
  },
});
