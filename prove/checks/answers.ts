import type { FaultPlan } from '../../sandbox/fake-telegram/faults';
import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Waiting } from '../loads/crowd';

/** What becomes of a message whose call was answered so. */
export type Fate = 'given up' | 'refused' | 'plain' | 'waits' | 'later' | 'at most twice' | 'redirected';

export interface Row {
  readonly name: string;
  readonly fault: FaultPlan;
  readonly fate: Fate;
}

/** A message whose first call is answered so. */
export interface Case extends Row {
  readonly waiting: Waiting;
}

export const error = (code: number, description: string, parameters?: object): FaultPlan => ({
  error: { code, description, ...(parameters && { parameters: parameters }) },
});

/** The table of docs/guarantees, «Facts about Telegram». */
const KNOWN: readonly (readonly [string, FaultPlan, Fate])[] = [
  ['blocked', error(403, 'Forbidden: bot was blocked by the user'), 'given up'],
  ['deactivated', error(403, 'Forbidden: user is deactivated'), 'given up'],
  ['kicked', error(403, 'Forbidden: bot was kicked from the supergroup chat'), 'given up'],
  ['no chat', error(400, 'Bad Request: chat not found'), 'given up'],
  ['cannot begin', error(403, "Forbidden: bot can't initiate conversation with a user"), 'given up'],
  ['entities', error(400, "Bad Request: can't parse entities: Unsupported start tag"), 'plain'],
  ['too long', error(400, 'Bad Request: message is too long'), 'plain'],
  ['button data', error(400, 'Bad Request: BUTTON_DATA_INVALID'), 'plain'],
  ['flood', error(429, 'Too Many Requests: retry after 2', { retry_after: 2 }), 'waits'],
  ['unavailable', error(502, 'Bad Gateway'), 'later'],
  ['broken', error(500, 'Internal Server Error'), 'later'],
  ['no topic', error(400, 'Bad Request: message thread not found'), 'later'],
  ['answer lost', { drop: 'after' }, 'at most twice'],
  ['line broke', { drop: 'before' }, 'at most twice'],
];

export const knownRows: readonly Row[] = KNOWN.map(([name, fault, fate]) => ({ name, fault, fate }));

const SAME =
  'specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** Nothing is wrong: it is so already, or nobody waits for it any more. What vanished, the fake itself cannot find. */
export const BENIGN = {
  'not modified': error(400, `Bad Request: message is not modified: ${SAME}`),
  'press too old': error(
    400,
    'Bad Request: query is too old and response timeout expired or query ID is invalid',
  ),
} satisfies Record<string, FaultPlan>;

export const SECOND_POLLER = error(
  409,
  'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
);

/** The answers of the table that are not about a message to one person. */
export const OTHER_ROWS: readonly string[] = [...Object.keys(BENIGN), 'nothing to edit', 'second poller'];

/** How such a row ended: what is wrong with it, or nothing. */
export interface Ended {
  readonly name: string;
  readonly wrong?: string | undefined;
}

const WORDS = ['SOMETHING_NEW', 'have a nice day', 'not enough rights', 'Так не можна', ''];

const unknown = (code: number, words: string, fate: Fate): Row => ({
  name: `unknown ${code} «${words}»`,
  fault: error(code, words),
  fate,
});

/** Answers nobody has seen yet: 4xx are not repeated, 5xx are. Every other 4xx is the likeliest of them, a 400. */
export function unknownRows(count: number, chance: () => number): Row[] {
  let ours = 0;
  return Array.from({ length: count }, (_, index) => {
    const words = WORDS[index % WORDS.length]!;
    if (chance() < 0.4) return unknown(504 + Math.floor(chance() * 90), words, 'later');
    ours += 1;
    return ours % 2 === 1
      ? unknown(400, `Bad Request: ${words}`, 'refused')
      : unknown(430 + Math.floor(chance() * 60), words, 'refused');
  });
}

export interface Noted {
  readonly appealId: string;
  readonly kind: string;
  readonly state: string;
  readonly attempts: number;
  readonly remark?: string;
  readonly chatId: string;
}

interface Seen {
  readonly noted: Noted | null;
  readonly calls: readonly Call[];
  readonly one: Case;
}

const arrived = (calls: readonly Call[]) => calls.filter(({ answer }) => answer.ok).length;
const once = ({ calls, noted }: Seen) =>
  arrived(calls) === 1 && noted?.state === 'sent'
    ? undefined
    : `arrived ${arrived(calls)} times, ${noted?.state}`;
const never = ({ calls, noted }: Seen, remark: string) =>
  calls.length === 1 && noted?.state === 'skipped' && noted.remark === remark
    ? undefined
    : `${calls.length} calls, ${noted?.state} ${noted?.remark}`;

/** Says what is wrong with how a case ended, or nothing. */
export const WRONG: Record<Fate, (seen: Seen) => string | undefined> = {
  'given up': (seen) => never(seen, 'unreachable'),
  refused: (seen) => never(seen, 'rejected'),
  plain: (seen) =>
    once(seen) ?? (seen.calls[1]?.payload['parse_mode'] ? 'repeated with the same markup' : undefined),
  waits: (seen) => {
    const [first, second] = seen.calls;
    const gap = (second?.at ?? 0) - (first?.at ?? 0);
    return (
      once(seen) ??
      (gap < 1_850
        ? `came again after ${gap} ms`
        : seen.noted?.attempts === 0
          ? undefined
          : 'spent an attempt')
    );
  },
  later: (seen) =>
    once(seen) ?? (seen.noted?.attempts === 1 ? undefined : `${seen.noted?.attempts} attempts`),
  'at most twice': ({ calls, noted }) =>
    arrived(calls) >= 1 && calls.length <= 2 && noted?.state === 'sent'
      ? undefined
      : `${calls.length} calls, ${noted?.state}`,
  redirected: (seen) =>
    once(seen) ??
    (seen.noted?.chatId === String(seen.one.waiting.person.id) ? 'stayed at the old chat' : undefined),
};
