import type { Town } from '../../sandbox/town';
import { doubtful, forget, repeat, tellings, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, lookingEvery, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  /** At each kill: shown, but their worker died before it could note so. */
  readonly inFlight: number[];
}

const LOST_SHARE = 0.05;
const HELD_MS = 20_000;
const LAST_MS = 180_000;

/** Kills the worker between the messenger's answers and our record of them. */
async function killBetween(town: Town, crowd: readonly Waiting[], atLeast: number): Promise<number> {
  const { faults, ledger } = town.telegram;
  const since = Date.now();
  faults.nextCalls('sendMessage', 1000, { holdMs: HELD_MS });
  const worker = await town.startWorker();
  const chats = new Set(crowd.map(({ person }) => person.id));
  const inFlight = () =>
    ledger.calls.filter(
      ({ at, tookMs, answer, chatId }) => at >= since && tookMs === 0 && answer.ok && chats.has(chatId ?? 0),
    );
  await comesTrue(() => inFlight().length >= atLeast, 60_000);
  await worker.kill();
  // What it sent before it died may still be on its way to be shown.
  for (let known = -1; known !== inFlight().length; await pause(300)) known = inFlight().length;
  faults.clear();
  return inFlight().length;
}

export const duplicates = promised({
  id: 'R5',
  says: 'what is told twice is bounded and recorded',
  figures: {
    full: { notices: 400, kills: 3, byHand: 0, tickSeconds: 15 },
    short: { notices: 30, kills: 1, byHand: 1, tickSeconds: 2 },
  },
  wanted: ({ notices, kills }) =>
    `${notices} notices, 5 % of the answers lost, ${kills} kills between answer and record: ` +
    'twice at most what was in flight or lost, each recorded',
  play: async (stage, { notices, kills, byHand, tickSeconds }) => {
    const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, settings: lookingEvery(tickSeconds) });
    const crowd: Waiting[] = [];
    const inFlight: number[] = [];
    for (let kill = 0; kill < kills; kill += 1) {
      crowd.push(...(await openCrowd(town).taken(Math.ceil(notices / kills / 2))));
      inFlight.push(await killBetween(town, crowd, 3));
      const leased = { state: 'waiting', leasedUntil: { $gt: new Date() } };
      const past = { $set: { leasedUntil: new Date(Date.now() - 1) } };
      if (byHand === 1) await town.mongo.collection('notices').updateMany(leased, past);
    }
    town.telegram.faults.loseShareOfAnswers(LOST_SHARE);
    town.telegram.faults.loseAnswers('sendMessage');
    crowd.push(...(await openCrowd(town).taken(Math.floor(notices / 2))));
    await town.startWorker();
    const isSettled = async () =>
      untold(town.telegram.ledger, crowd).length === 0 &&
      (await town.mongo.collection('notices').countDocuments({ state: 'waiting' })) === 0;
    await comesTrue(isSettled, LAST_MS);
    const evidence: Evidence = { town, crowd, inFlight };
    return evidence;
  },
  check: async ({ town, crowd, inFlight }) => {
    const told = tellings(town.telegram.ledger, crowd);
    const marked = await doubtful(town.mongo);
    const twice = [...told].filter(([, calls]) => calls.length > 1).map(([one]) => one);
    const copies = [...told.values()].reduce((sum, calls) => sum + Math.max(0, calls.length - 1), 0);
    const lostAnswers = [...told.values()].flat().filter(({ lost }) => lost === 'after').length;
    const never = untold(town.telegram.ledger, crowd);
    const shown = inFlight.reduce((sum, one) => sum + one, 0);
    return {
      reached: `${copies} told twice of ${crowd.length}; ${shown} were in flight, ${lostAnswers} answers lost`,
      misses: [
        ...never.map(({ number }) => `${number} was never told`),
        ...(copies > shown + lostAnswers ? [`${copies} told twice, ${shown + lostAnswers} allowed`] : []),
        ...(inFlight.includes(0) ? ['nothing was in flight at a kill'] : []),
        ...(lostAnswers === 0 ? ['no answer was lost'] : []),
        ...twice
          .filter(({ appealId }) => !marked.has(appealId))
          .map(({ number }) => `${number} was told twice, unrecorded`),
      ],
    };
  },
  plants: {
    'one is told twice without a record': async ({ town, crowd }) => {
      const marked = await doubtful(town.mongo);
      const once = [...tellings(town.telegram.ledger, crowd)].find(
        ([{ appealId }, calls]) => calls.length === 1 && !marked.has(appealId),
      );
      repeat(town.telegram.ledger, once![0]);
    },
    'many are told twice': ({ town, crowd }) => crowd.forEach((one) => repeat(town.telegram.ledger, one)),
    'one is never told': ({ town, crowd }) => forget(town.telegram.ledger, crowd[0]!),
    'a worker died with nothing in flight': ({ inFlight }) => inFlight.fill(0, 0, 1),
    'every answer arrived': ({ town }) => town.telegram.ledger.calls.forEach((call) => delete call.lost),
  },
});
