import type { Town } from '../../sandbox/town';
import { forget, repeat, toldTwice, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, lookingEvery, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  /** How often a worker died with each notice in its hands. */
  readonly deaths: Map<string, number>;
}

interface Lease {
  readonly _id: string;
  readonly appealId?: string;
  readonly state: string;
  readonly leasedUntil?: Date;
}

const SOON_MS = 30_000;
const LAST_MS = 120_000;
/** What a worker that stood still would do at once when it goes on. */
const AWAKE_MS = 3_000;

/** The notices a worker has in its hands now. */
const held = async ({ mongo }: Town): Promise<Lease[]> =>
  mongo
    .collection<Lease>('notices')
    .find({ state: 'waiting', leasedUntil: { $gt: new Date() } })
    .toArray();

/** Calls that the messenger has read and not answered yet. */
const underWay = ({ telegram }: Town, since: number): number =>
  telegram.ledger.calls.slice(since).filter(({ lost, tookMs }) => lost && tookMs === 0).length;

/** A lease lasts half a minute; the short version ends it by hand. */
async function leasesRunOut({ mongo }: Town, isByHand: boolean): Promise<void> {
  const notices = mongo.collection<Lease>('notices');
  const leased = { state: 'waiting', leasedUntil: { $gt: new Date() } };
  if (isByHand) await notices.updateMany(leased, { $set: { leasedUntil: new Date(Date.now() - 1) } });
  await comesTrue(
    async () => (await notices.countDocuments({ state: 'waiting', leasedUntil: { $gt: new Date() } })) === 0,
    40_000,
  );
}

export const crashes = promised({
  id: 'R3',
  says: 'a crash never loses a notice',
  figures: {
    full: { notices: 12, kills: 5, byHand: 0, tickSeconds: 15 },
    short: { notices: 4, kills: 2, byHand: 1, tickSeconds: 2 },
  },
  wanted: ({ notices, kills }) =>
    `${notices} notices whose worker is killed ${kills} times in the middle of the call, and once stands still for longer ` +
    'than it may hold them: all delivered, none twice',
  play: async (stage, { notices, kills, byHand, tickSeconds }) => {
    const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, settings: lookingEvery(tickSeconds) });
    const crowd = await openCrowd(town).taken(notices);
    const deaths = new Map<string, number>();
    const begin = async () => {
      const { faults, ledger } = town.telegram;
      const since = ledger.calls.length;
      faults.clear();
      faults.nextCalls('sendMessage', 10_000, { holdMs: 20_000, drop: 'before' });
      const worker = await town.startWorker();
      await comesTrue(() => underWay(town, since) >= notices, SOON_MS);
      return worker;
    };
    const isDone = () => crowd.every(({ appealId }) => (deaths.get(appealId) ?? 0) >= kills);
    for (let round = 0; round < kills * 3 && !isDone(); round += 1) {
      const worker = await begin();
      const inHands = await held(town);
      await worker.kill();
      for (const { appealId = '' } of inHands) deaths.set(appealId, (deaths.get(appealId) ?? 0) + 1);
      await leasesRunOut(town, byHand === 1);
    }
    const still = await begin();
    still.freeze();
    await leasesRunOut(town, byHand === 1);
    town.telegram.faults.clear();
    await town.startWorker();
    await comesTrue(() => untold(town.telegram.ledger, crowd).length === 0, LAST_MS);
    still.thaw();
    await pause(AWAKE_MS);
    const evidence: Evidence = { town, crowd, deaths };
    return evidence;
  },
  check: ({ town, crowd, deaths }, { kills }) => {
    const lost = untold(town.telegram.ledger, crowd);
    const twice = toldTwice(town.telegram.ledger, crowd);
    const fewest = Math.min(...crowd.map(({ appealId }) => deaths.get(appealId) ?? 0));
    return {
      reached: `${crowd.length - lost.length} of ${crowd.length} delivered after ${fewest} kills or more each`,
      misses: [
        ...lost.map(({ number }) => `the notice of ${number} never arrived`),
        ...twice.map(({ number }) => `the notice of ${number} came twice`),
        ...(fewest < kills ? [`some notice was killed only ${fewest} times`] : []),
      ],
    };
  },
  plants: {
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[0]!),
    'whoever stood still sends it once more': ({ town, crowd }) => repeat(town.telegram.ledger, crowd[1]!),
    'one was killed too seldom': ({ crowd, deaths }) => deaths.set(crowd[0]!.appealId, 0),
  },
});
