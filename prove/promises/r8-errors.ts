import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Town } from '../../sandbox/town';
import { error, knownRows, unknownRows, WRONG, type Case, type Fate, type Noted } from '../checks/answers';
import { impatient } from '../checks/rates';
import { forget, saidIn, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly cases: readonly Case[];
  readonly errors: string[];
  /** People who had news while everything was answered 429, and all calls from then until they knew. */
  readonly flood: { readonly waiting: readonly Waiting[]; readonly calls: Call[] };
  /** Calls a worker made while the token was refused, and people who were not told once it was back. */
  readonly revoked: { calls: number; untold: number };
}

const WAITED_MS = 90_000;
const FLOOD_PAUSE_S = 5;

/** Every call is answered 429 for so long, whichever chat it is for. */
async function flood(town: Town, seconds: number): Promise<Evidence['flood']> {
  const waiting = await openCrowd(town).taken(5);
  const from = town.telegram.ledger.calls.length;
  town.telegram.faults.floodEverything(seconds * 1000, FLOOD_PAUSE_S);
  await comesTrue(() => untold(town.telegram.ledger, waiting).length === 0, seconds * 1000 + WAITED_MS);
  return { waiting, calls: town.telegram.ledger.calls.slice(from) };
}

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
  figures: {
    full: { unknown: 60, floodSeconds: 60, backMinutes: 4 },
    short: { unknown: 5, floodSeconds: 6, backMinutes: 0 },
  },
  wanted: ({ unknown, floodSeconds, backMinutes }) =>
    `${knownRows.length} known answers and ${unknown} unknown ones, each handled as the table says; ` +
    `${floodSeconds} s of 429 to everything are waited out; a refused token stops the sending${backMinutes > 0 ? ', and what waited comes once it is back' : ''}`,
  play: async (stage, { unknown, floodSeconds, backMinutes }) => {
    const logged: string[] = [];
    const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, onLog: (line) => void logged.push(line) });
    const other = town.telegram.person({ firstName: 'Інша', languageCode: 'uk' });
    town.telegram.fake.world.privateChat(other.record).isStarted = true;
    const moved = error(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: other.id });
    const rows = [...knownRows, ...unknownRows(unknown, stage.chance), { name: 'moved', fault: moved, fate: 'redirected' } as const]; // prettier-ignore
    const crowd = await openCrowd(town).taken(rows.length);
    const cases = rows.map((row, index): Case => ({ ...row, waiting: crowd[index]! }));
    for (const { fault, waiting } of cases)
      town.telegram.faults.nextCalls('sendMessage', 1, { ...fault, chatId: waiting.person.id });
    await town.startWorker();
    const isSettled = async () =>
      (await town.mongo.collection('notices').countDocuments({ state: 'waiting' })) === 0;
    const hasBegun = async () => (await town.mongo.collection('notices').countDocuments({})) >= cases.length;
    await comesTrue(async () => (await hasBegun()) && (await isSettled()), WAITED_MS);
    const flooded = await flood(town, floodSeconds);
    const revoked = await revoke(town, backMinutes);
    const evidence: Evidence = {
      town,
      cases,
      flood: flooded,
      errors: logged.filter((line) => /"level":50/.test(line)),
      revoked,
    };
    return evidence;
  },
  check: async ({ town, cases, errors: told, flood: flooded, revoked }) => {
    const notices = town.mongo.collection<Noted>('notices');
    const misses: string[] = [];
    for (const one of cases) {
      const noted = await notices.findOne({ appealId: one.waiting.appealId, kind: 'taken' });
      const calls = town.telegram.ledger.calls.filter((call) => saidIn(call).includes(one.waiting.number));
      const wrong = WRONG[one.fate]({ noted, calls, one });
      if (wrong) misses.push(`${one.name}: ${wrong}`);
    }
    const wrongCases = misses.length;
    misses.push(...(await wrongAmid(flooded, town)));
    const isSaid = told.some((line) => line.includes('does not accept the token'));
    if (!isSaid) misses.push('the refused token was not said loudly');
    if (revoked.untold > 0) misses.push(`${revoked.untold} were not told after the token was back`);
    if (revoked.calls > 30) misses.push(`${revoked.calls} calls went on with a refused token`);
    return {
      reached: `${cases.length - wrongCases} of ${cases.length} as the table says; ${refusedIn(flooded)} calls amid 429 to everything; ${revoked.calls} with the refused token`,
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
    '429 to everything is not waited for': ({ flood: { calls } }) => {
      const refused = calls.find(({ answer }) => !answer.ok)!;
      calls.push({ ...refused, at: refused.at + 500 });
    },
    '429 to everything spends an attempt': ({ town, flood: { waiting } }) =>
      town.mongo
        .collection('notices')
        .updateOne({ appealId: waiting[0]!.appealId }, { $set: { attempts: 1 } }),
    '429 to everything loses a notice': ({ town, flood: { waiting } }) =>
      forget(town.telegram.ledger, waiting[1]!),
    'the sending goes on with a refused token': ({ revoked }) => {
      revoked.calls += 500;
    },
    'what waited for the token does not come': ({ revoked }) => {
      revoked.untold += 1;
    },
    'nobody is told of the refused token': ({ errors: told }) => told.splice(0),
  },
});

const refusedIn = ({ calls }: Evidence['flood']) => calls.filter(({ answer }) => !answer.ok).length;

async function wrongAmid(flooded: Evidence['flood'], { mongo, telegram }: Town): Promise<string[]> {
  const appealId = { $in: flooded.waiting.map((one) => one.appealId) };
  const spent = await mongo.collection('notices').countDocuments({ appealId, attempts: { $gt: 0 } });
  const tooSoon = impatient(flooded.calls).length;
  const lost = untold(telegram.ledger, flooded.waiting).length;
  return [
    ...(refusedIn(flooded) === 0 ? ['nothing was answered 429 while everything was to be'] : []),
    ...(tooSoon > 0 ? [`${tooSoon} calls did not wait as long as the 429 said`] : []),
    ...(spent > 0 ? [`429 to everything spent attempts of ${spent} notices`] : []),
    ...(lost > 0 ? [`${lost} were not told after 429 to everything`] : []),
  ];
}

function again({ telegram }: Town, cases: readonly Case[], fate: Fate): void {
  const { number } = cases.find((one) => one.fate === fate)!.waiting;
  const known = telegram.ledger.calls.find((call) => saidIn(call).includes(number))!;
  telegram.ledger.calls.push({ ...known });
}
