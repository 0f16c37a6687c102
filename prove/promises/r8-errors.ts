import type { FaultPlan } from '../../sandbox/fake-telegram/faults';
import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Town } from '../../sandbox/town';
import { saidIn, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, pause, townOf } from '../town-of';

/** What becomes of a message whose call was answered so. */
type Fate = 'given up' | 'refused' | 'plain' | 'waits' | 'later' | 'at most twice' | 'redirected';

interface Row {
  readonly name: string;
  readonly fault: FaultPlan;
  readonly fate: Fate;
}

interface Case extends Row {
  readonly waiting: Waiting;
}

interface Evidence {
  readonly town: Town;
  readonly cases: readonly Case[];
  readonly errors: string[];
  /** Calls a worker made while the token was refused, and people who were not told once it was back. */
  readonly revoked: { calls: number; untold: number };
}

const error = (code: number, description: string, parameters?: object): FaultPlan => ({
  error: { code, description, ...(parameters && { parameters: parameters }) },
});

/** The table of docs/guarantees, «Facts about Telegram». */
const TABLE: readonly (readonly [string, FaultPlan, Fate])[] = [
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

const WORDS = ['SOMETHING_NEW', 'have a nice day', 'not enough rights', 'Так не можна', ''];

/** Answers nobody has seen yet: 4xx are not repeated, 5xx are. */
function unknownRows(count: number, chance: () => number): Row[] {
  return Array.from({ length: count }, (_, index) => {
    const isTheirs = chance() < 0.4;
    const code = isTheirs ? 504 + Math.floor(chance() * 90) : 430 + Math.floor(chance() * 60);
    const words = WORDS[index % WORDS.length]!;
    return { name: `unknown ${code}`, fault: error(code, words), fate: isTheirs ? 'later' : 'refused' };
  });
}

const WAITED_MS = 90_000;
/** A refused token is tried again once a minute, by one call, and the others come a minute after it: not in the short run. */
async function revoke(town: Town, backMinutes: number): Promise<Evidence['revoked']> {
  const waiting = await openCrowd(town).taken(5);
  town.telegram.faults.revokeToken();
  const since = town.telegram.ledger.calls.length;
  const isNoted = async () =>
    (await town.mongo.collection('notices').countDocuments({ state: 'waiting', remark: 'stopped' })) >= 5;
  await comesTrue(isNoted, 30_000);
  await pause(3_000);
  const calls = town.telegram.ledger.calls.length - since;
  town.telegram.faults.restoreToken();
  const missing = () => (backMinutes > 0 ? untold(town.telegram.ledger, waiting).length : 0);
  await comesTrue(() => missing() === 0, backMinutes * 60_000);
  return { calls, untold: missing() };
}

export const errors = promised({
  id: 'R8',
  says: 'every answer of the messenger is understood',
  figures: { full: { unknown: 60, backMinutes: 4 }, short: { unknown: 5, backMinutes: 0 } },
  wanted: ({ unknown, backMinutes }) =>
    `${TABLE.length} known answers and ${unknown} unknown ones, each handled as the table says; a refused token stops the sending${backMinutes > 0 ? ', and what waited comes once it is back' : ''}`,
  play: async (stage, { unknown, backMinutes }) => {
    const logged: string[] = [];
    const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, onLog: (line) => void logged.push(line) });
    const known = TABLE.map(([name, fault, fate]): Row => ({ name, fault, fate }));
    const other = town.telegram.person({ firstName: 'Інша', languageCode: 'uk' });
    town.telegram.fake.world.privateChat(other.record).isStarted = true;
    const moved = error(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: other.id });
    const rows = [...known, ...unknownRows(unknown, stage.chance), { name: 'moved', fault: moved, fate: 'redirected' } as const]; // prettier-ignore
    const crowd = await openCrowd(town).taken(rows.length);
    const cases = rows.map((row, index): Case => ({ ...row, waiting: crowd[index]! }));
    for (const { fault, waiting } of cases)
      town.telegram.faults.nextCalls('sendMessage', 1, { ...fault, chatId: waiting.person.id });
    await town.startWorker();
    const isSettled = async () =>
      (await town.mongo.collection('notices').countDocuments({ state: 'waiting' })) === 0;
    const hasBegun = async () => (await town.mongo.collection('notices').countDocuments({})) >= cases.length;
    await comesTrue(async () => (await hasBegun()) && (await isSettled()), WAITED_MS);
    const revoked = await revoke(town, backMinutes);
    const evidence: Evidence = {
      town,
      cases,
      errors: logged.filter((line) => /"level":50/.test(line)),
      revoked,
    };
    return evidence;
  },
  check: async ({ town, cases, errors: told, revoked }) => {
    const notices = town.mongo.collection<Noted>('notices');
    const misses: string[] = [];
    for (const one of cases) {
      const noted = await notices.findOne({ appealId: one.waiting.appealId, kind: 'taken' });
      const calls = town.telegram.ledger.calls.filter((call) => saidIn(call).includes(one.waiting.number));
      const wrong = WRONG[one.fate]({ noted, calls, one });
      if (wrong) misses.push(`${one.name}: ${wrong}`);
    }
    const isSaid = told.some((line) => line.includes('does not accept the token'));
    if (!isSaid) misses.push('the refused token was not said loudly');
    if (revoked.untold > 0) misses.push(`${revoked.untold} were not told after the token was back`);
    if (revoked.calls > 30) misses.push(`${revoked.calls} calls went on with a refused token`);
    return {
      reached: `${cases.length - misses.length} of ${cases.length} as the table says; ${revoked.calls} calls with the refused token`,
      misses,
    };
  },
  plants: {
    'a blocked person is written to again': ({ town, cases }) => again(town, cases, 'given up'),
    'an unknown refusal is repeated': ({ town, cases }) => again(town, cases, 'refused'),
    'a lost answer is repeated twice': ({ town, cases }) => {
      again(town, cases, 'at most twice');
      again(town, cases, 'at most twice');
    },
    'a pause spends an attempt': ({ town, cases }) =>
      town.mongo
        .collection('notices')
        .updateOne(
          { appealId: cases.find(({ fate }) => fate === 'waits')!.waiting.appealId },
          { $set: { attempts: 3 } },
        ),
    'the sending goes on with a refused token': ({ revoked }) => {
      revoked.calls += 500;
    },
    'what waited for the token does not come': ({ revoked }) => {
      revoked.untold += 1;
    },
    'nobody is told of the refused token': ({ errors: told }) => told.splice(0),
  },
});

interface Noted {
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
const WRONG: Record<Fate, (seen: Seen) => string | undefined> = {
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

function again({ telegram }: Town, cases: readonly Case[], fate: Fate): void {
  const { number } = cases.find((one) => one.fate === fate)!.waiting;
  const known = telegram.ledger.calls.find((call) => saidIn(call).includes(number))!;
  telegram.ledger.calls.push({ ...known });
}
