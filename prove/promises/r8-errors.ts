import type { Call } from '../../sandbox/fake-telegram/ledger';
import type { Town } from '../../sandbox/town';
import { error, knownRows, OTHER_ROWS, unknownRows, WRONG, type Case, type Fate, type Noted } from '../checks/answers'; // prettier-ignore
import { edits, endsOfBenign, harmOfBenign, tellingsOfPress } from '../checks/benign';
import { impatient } from '../checks/rates';
import { endOfSecondPoller, isSecondPoller, SAID_LOUDLY, takenOverMs } from '../checks/second-poller';
import { drop, forget, saidIn, untold } from '../checks/told';
import { playBenign, type Benign } from '../loads/benign';
import { openCrowd, type Waiting } from '../loads/crowd';
import { playSecondPoller, SAID, type SecondPoller } from '../loads/second-poller';
import { promised, type Stage } from '../promise';
import { comesTrue, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly cases: readonly Case[];
  readonly errors: string[];
  /** People who had news while everything was answered 429, and all calls from then until they knew. */
  readonly flood: { readonly waiting: readonly Waiting[]; readonly calls: Call[] };
  readonly revoked: Revoked;
  readonly benign: Benign;
  readonly second: SecondPoller;
}

interface Revoked {
  /** With which code each call of a worker was answered while the token was refused. */
  readonly codes: number[];
  /** Notices that were not put off then, and people who were not told once the token was back. */
  lost: number;
  untold: number;
}

interface Wanted {
  readonly unknown: number;
  readonly floodSeconds: number;
  readonly backMinutes: number;
}

const WAITED_MS = 90_000;
const LOGGED_MS = 15_000;
const FLOOD_PAUSE_S = 5;
const REFUSED_LOUDLY = 'does not accept the token';
/** Once at a time for each notice, and what was on its way. */
const MOST_WITH_REFUSED_TOKEN = 10;
/** Telegram says either of a token it does not know; so slowly that several calls are on their way meanwhile. */
const NOT_FOUND = { ...error(404, 'Not Found'), delayMs: 1_000 };
const UNAUTHORIZED = { ...error(401, 'Unauthorized'), delayMs: 1_000 };

/** Workers look after their token by themselves: what they are told comes after what their messages were answered. */
const ASKED_MS = 4_000;

/** Every call is answered 429 for so long from the first on, whichever chat it is for. */
async function flood(town: Town, seconds: number): Promise<Evidence['flood']> {
  const waiting = await openCrowd(town).taken(5);
  const { faults, ledger } = town.telegram;
  const from = ledger.of('sendMessage').length;
  const sendings = () => ledger.of('sendMessage').slice(from);
  faults.floodEverything(WAITED_MS, FLOOD_PAUSE_S);
  await comesTrue(() => sendings().length > 0, WAITED_MS);
  faults.floodEverything(seconds * 1000, FLOOD_PAUSE_S);
  await comesTrue(() => untold(ledger, waiting).length === 0, seconds * 1000 + WAITED_MS);
  return { waiting, calls: sendings() };
}

/** A refused token is tried again once a minute, by one call, and the others come a minute after it: not in the short run. */
async function revoke(town: Town, backMinutes: number): Promise<Revoked> {
  const { faults, ledger } = town.telegram;
  const waiting = await openCrowd(town).taken(5);
  faults.nextCalls('sendMessage', 1, NOT_FOUND);
  faults.nextCalls('getMe', 1_000, { ...UNAUTHORIZED, delayMs: ASKED_MS });
  faults.nextCalls('*', 1_000, UNAUTHORIZED);
  const since = ledger.calls.length;
  const appealId = { $in: waiting.map((one) => one.appealId) };
  const putOff = { appealId, kind: 'taken', state: 'waiting', remark: 'stopped' };
  const lost = async () => waiting.length - (await town.mongo.collection('notices').countDocuments(putOff));
  const codes = () => ledger.calls.slice(since).map(({ answer }) => (answer.ok ? 200 : answer.error_code));
  await comesTrue(async () => codes().includes(401) && (await lost()) === 0, WAITED_MS);
  await pause(3_000);
  const revoked = { codes: codes(), lost: await lost() };
  faults.clear();
  const missing = () => (backMinutes > 0 ? untold(ledger, waiting).length : 0);
  await comesTrue(() => missing() === 0, backMinutes * 60_000);
  return { ...revoked, untold: missing() };
}

/** Each answer once to a message for somebody of their own; then 429 and 401 to everything. */
async function playMessages(stage: Stage, wanted: Wanted, onLog: (line: string) => void) {
  const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
  const town = await townOf(stage, { ...options, onLog });
  const other = town.telegram.person({ firstName: 'Інша', languageCode: 'uk' });
  town.telegram.fake.world.privateChat(other.record).isStarted = true;
  const moved = error(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: other.id });
  const rows = [...knownRows, ...unknownRows(wanted.unknown, stage.chance), { name: 'moved', fault: moved, fate: 'redirected' } as const]; // prettier-ignore
  const crowd = await openCrowd(town).taken(rows.length);
  const cases = rows.map((row, index): Case => ({ ...row, waiting: crowd[index]! }));
  for (const { fault, waiting } of cases)
    town.telegram.faults.nextCalls('sendMessage', 1, { ...fault, chatId: waiting.person.id });
  await town.startWorker();
  const isSettled = async () =>
    (await town.mongo.collection('notices').countDocuments({ state: 'waiting' })) === 0;
  const hasBegun = async () => (await town.mongo.collection('notices').countDocuments({})) >= cases.length;
  await comesTrue(async () => (await hasBegun()) && (await isSettled()), WAITED_MS);
  const flooded = await flood(town, wanted.floodSeconds);
  return { town, cases, flood: flooded, revoked: await revoke(town, wanted.backMinutes) };
}

/** In a city with a staff chat and two bots that poll. */
async function playOthers(stage: Stage, onLog: (line: string) => void) {
  const options = { bots: 2, workers: 0, hasTopics: false, enforceLimits: false } as const;
  const town = await townOf(stage, { ...options, onLog });
  return { benign: await playBenign(town), second: await playSecondPoller(town) };
}

export const errors = promised({
  id: 'R8',
  says: 'every answer of the messenger is understood',
  figures: {
    full: { unknown: 60, floodSeconds: 60, backMinutes: 4 },
    short: { unknown: 5, floodSeconds: 6, backMinutes: 0 },
  },
  wanted: ({ unknown, floodSeconds, backMinutes }) =>
    `${knownRows.length + OTHER_ROWS.length} known answers and ${unknown} unknown ones, each handled as the table says: ` +
    'nothing to change or to answer is no trouble, and where another program polls one bot stops and another goes on; ' +
    `${floodSeconds} s of 429 to everything are waited out; a refused token stops the sending${backMinutes > 0 ? ', and what waited comes once it is back' : ''}`,
  play: async (stage, wanted) => {
    const logged: string[] = [];
    const onLog = (line: string) => void logged.push(line);
    const [messages, others] = await Promise.all([
      playMessages(stage, wanted, onLog),
      playOthers(stage, onLog),
    ]);
    const isSaid = (words: string) => logged.some((line) => line.includes(words));
    await comesTrue(() => isSaid(REFUSED_LOUDLY) && isSaid(SAID_LOUDLY), LOGGED_MS);
    const evidence: Evidence = {
      ...messages,
      ...others,
      errors: logged.filter((line) => /"level":50/.test(line)),
    };
    return evidence;
  },
  check: async ({ town, cases, errors: told, flood: flooded, revoked, benign, second }) => {
    const ends = [
      ...(await Promise.all(cases.map((one) => endOf(town, one)))),
      ...(await endsOfBenign(benign)),
      await endOfSecondPoller(second, told),
    ];
    const wrong = ends.filter((one) => one.wrong);
    const misses = wrong.map((one) => `${one.name}: ${one.wrong}`);
    misses.push(...(await harmOfBenign(benign)));
    misses.push(...(await wrongAmid(flooded, town)));
    const isSaid = told.some((line) => line.includes(REFUSED_LOUDLY));
    if (!isSaid) misses.push('the refused token was not said loudly');
    misses.push(...wrongWhile(revoked));
    const seconds = takenOverMs(second.town.telegram.ledger) / 1000;
    return {
      reached:
        `${ends.length - wrong.length} of ${ends.length} as the table says; another bot went on after ${seconds.toFixed(1)} s; ` +
        `${refusedIn(flooded)} calls amid 429 to everything; ${revoked.codes.length} with the refused token`,
      misses,
    };
  },
  plants: {
    'a blocked person is written to again': ({ town, cases }) => again(town, cases, 'given up'),
    'an unknown refusal is repeated': ({ town, cases }) => again(town, cases, 'refused'),
    'what could not be read goes again as it was': ({ town, cases }) => {
      callsOf(town, oneOf(cases, 'plain'))[1]!.payload['parse_mode'] = 'HTML';
    },
    'what an outage put off never comes': ({ town, cases }) =>
      forget(town.telegram.ledger, oneOf(cases, 'later').waiting),
    'what moved stays at its old chat': ({ town, cases }) => {
      const { appealId, person } = oneOf(cases, 'redirected').waiting;
      return town.mongo
        .collection('notices')
        .updateOne({ appealId, kind: 'taken' }, { $set: { chatId: String(person.id) } });
    },
    'a lost answer is repeated twice': ({ town, cases }) => {
      again(town, cases, 'at most twice');
      again(town, cases, 'at most twice');
    },
    'a pause spends an attempt': ({ town, cases }) =>
      town.mongo
        .collection('notices')
        .updateOne(
          { appealId: oneOf(cases, 'waits').waiting.appealId, kind: 'taken' },
          { $set: { attempts: 3 } },
        ),
    'the pause of one chat is not kept': ({ town, cases }) => {
      const [first, second] = callsOf(town, oneOf(cases, 'waits'));
      second!.at = first!.at + 500;
    },
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
      revoked.codes.push(...Array.from({ length: MOST_WITH_REFUSED_TOKEN }, () => 401));
    },
    'a refused token loses a notice': ({ revoked }) => {
      revoked.lost += 1;
    },
    'nobody was answered 404': ({ revoked: { codes } }) => {
      codes.splice(0, codes.length, ...codes.filter((code) => code !== 404));
    },
    'what waited for the token does not come': ({ revoked }) => {
      revoked.untold += 1;
    },
    'what did not change is edited again': ({ benign: { town, cards } }) => {
      town.telegram.ledger.calls.push(...edits(town, cards[0]!).refused);
    },
    'a card that vanished stays away': ({ benign: { town, cards } }) =>
      drop(town.telegram.ledger, edits(town, cards[1]!).shown),
    'a benign answer puts a notice off': ({ benign: { town, cards } }) =>
      town.mongo
        .collection('notices')
        .updateOne(
          { eventId: `take-${cards[0]!.waiting.appealId}`, kind: 'card' },
          { $inc: { attempts: 1 } },
        ),
    'a benign answer is an alarm': ({ benign: { town } }) =>
      town.mongo
        .collection<{ _id: string; kind: string }>('notices')
        .insertOne({ _id: 'planted', kind: 'alarm' }),
    'whoever pressed too late is not told': ({ benign: { town, presser } }) =>
      drop(town.telegram.ledger, tellingsOfPress(town, presser).told),
    'a press without an answer counts twice': ({ benign: { town, presser } }) =>
      town.mongo
        .collection<{ _id: string; events: object[] }>('appeals')
        .updateOne({ _id: presser.appealId }, { $push: { events: { type: 'appeal.confirmed' } } }),
    'a benign answer loses a notice': ({ benign: { town, presser } }) =>
      forget(town.telegram.ledger, presser),
    'what was not confirmed is kept twice': ({ second }) => keep(second, SAID[0]),
    'both bots stop': ({ second }) => {
      second.ended = 2;
    },
    'no other bot goes on': ({ second: { town } }) =>
      drop(
        town.telegram.ledger,
        town.telegram.ledger.of('getUpdates').filter((call) => !isSecondPoller(call)),
      ),
    'nobody is told of the second poller': ({ errors: told }) => {
      told.splice(0, told.length, ...told.filter((line) => !line.includes(SAID_LOUDLY)));
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

function wrongWhile({ codes, lost, untold: missing }: Revoked): string[] {
  const unmet = [404, 401].filter((code) => !codes.includes(code));
  return [
    ...unmet.map((code) => `nothing was answered ${code} while the token was refused`),
    ...(codes.length > MOST_WITH_REFUSED_TOKEN ? [`${codes.length} calls went on with a refused token`] : []),
    ...(lost > 0 ? [`${lost} notices did not wait while the token was refused`] : []),
    ...(missing > 0 ? [`${missing} were not told after the token was back`] : []),
  ];
}

const callsOf = ({ telegram }: Town, { waiting }: Case): Call[] =>
  telegram.ledger.calls.filter((call) => saidIn(call).includes(waiting.number));

async function endOf(town: Town, one: Case) {
  const { appealId } = one.waiting;
  const noted = await town.mongo.collection<Noted>('notices').findOne({ appealId, kind: 'taken' });
  return { name: one.name, wrong: WRONG[one.fate]({ noted, calls: callsOf(town, one), one }) };
}

const oneOf = (cases: readonly Case[], fate: Fate): Case => cases.find((one) => one.fate === fate)!;

/** As if this had been said once more. */
const keep = ({ town, personId }: SecondPoller, text: string) =>
  town.mongo
    .collection<{ ownerId: string; fields: { pieces: object[] } }>('drafts')
    .updateOne({ ownerId: `telegram-${personId}` }, { $push: { 'fields.pieces': { text } } });

function again(town: Town, cases: readonly Case[], fate: Fate): void {
  const [known] = callsOf(town, oneOf(cases, fate));
  town.telegram.ledger.calls.push({ ...known! });
}
