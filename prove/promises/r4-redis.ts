import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { forget, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { openFilers, type Given } from '../loads/filers';
import type { Stage } from '../promise';
import { promised } from '../promise';
import { comesTrue, happens, lookingEvery, pause, townOf } from '../town-of';

interface Harm {
  readonly what: string;
  unsent: number;
  /** What people in dialogues had said that nobody had carried out yet. */
  unheard: number;
  /** Until everything unsent at that moment had been sent. */
  seconds: number;
}

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  readonly given: readonly Given[];
  readonly harms: readonly Harm[];
}

const BACK_WITHIN_S = 60;
const BETWEEN_WRITERS_MS = 100;

/** Waits until so many are told and somebody is in a dialogue, does the harm, and resolves when all that were left are told. */
async function harm(
  town: Town,
  crowd: readonly Waiting[],
  act: { what: string; after: number; do: () => Promise<unknown> },
): Promise<Harm> {
  const { ledger } = town.telegram;
  const left = () => untold(ledger, crowd).length;
  const unheardNow = () => town.telegram.pendingUpdates();
  await happens(town, () => unheardNow() > 0 && crowd.length - left() >= act.after, 120_000);
  const [unsent, unheard] = [left(), unheardNow()];
  const since = performance.now();
  await act.do();
  await comesTrue(() => left() === 0, (BACK_WITHIN_S + 60) * 1000);
  return { what: act.what, unsent, unheard, seconds: (performance.now() - since) / 1000 };
}

/** News of so many people, none of it sent: the workers stand still meanwhile. */
async function unsentCrowd(town: Town, people: number): Promise<Waiting[]> {
  for (const worker of town.workerProcesses) worker.freeze();
  const crowd = await openCrowd(town).taken(people);
  for (const worker of town.workerProcesses) worker.thaw();
  return crowd;
}

const acts = ({ servers }: Stage, town: Town) => ({
  forget: () => town.redis.flushall(),
  restart: async () => {
    await servers.kill('redis');
    await servers.wipeRedis();
    await servers.start('redis');
  },
});

export const redisRebuilt = promised({
  id: 'R4',
  says: 'Redis can be rebuilt from the record',
  figures: {
    full: { notices: 600, dialogues: 50, tickSeconds: 15 },
    short: { notices: 80, dialogues: 4, tickSeconds: 2 },
  },
  wanted: ({ notices, dialogues, tickSeconds }) =>
    `FLUSHALL and a restart without its file amid ${notices} notices and ${dialogues} dialogues: ` +
    `all unsent back in ${BACK_WITHIN_S} s though workers look every ${tickSeconds} s, 0 appeals affected`,
  play: async (stage, { notices, dialogues, tickSeconds }) => {
    const options = { mode: 'webhook', bots: 1, workers: 2, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, retryBaseMs: 100, settings: lookingEvery(tickSeconds) });
    const filers = await openFilers(town, stage.chanceOf, 3);
    const { forget: flush, restart } = acts(stage, town);
    const given: Given[] = [];
    const feed = async (isEnough: () => boolean) => {
      for (let count = 0; count < dialogues || !isEnough(); await pause(BETWEEN_WRITERS_MS)) {
        // More at once than the messenger takes would only stand before the notices.
        if (count >= dialogues && town.telegram.pendingUpdates() > 0) continue;
        given.push((await filers.file()).given);
        count += 1;
      }
    };
    const harmAmid = async (people: readonly Waiting[], what: string, act: () => Promise<unknown>) => {
      let isDone = false;
      const doIt = () => {
        isDone = true;
        return act();
      };
      const harmed = harm(town, people, { what, after: people.length / 4, do: doIt });
      return (await Promise.all([harmed, feed(() => isDone)]))[0];
    };
    const crowd = await unsentCrowd(town, Math.ceil(notices / 2));
    const first = await harmAmid(crowd, 'FLUSHALL', flush);
    const others = await unsentCrowd(town, Math.floor(notices / 2));
    const second = await harmAmid(others, 'restart without its file', restart);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, 120_000);
    const evidence: Evidence = { town, crowd: [...crowd, ...others], given, harms: [first, second] };
    return evidence;
  },
  check: async ({ town, crowd, given, harms }) => {
    const lost = untold(town.telegram.ledger, crowd).map(
      ({ number }) => `the notice of ${number} never arrived`,
    );
    const late = harms
      .filter(({ seconds }) => seconds > BACK_WITHIN_S)
      .map(({ what, unsent, seconds }) => `after ${what} ${unsent} notices took ${seconds.toFixed(0)} s`);
    const idle = harms
      .filter(({ unsent }) => unsent === 0)
      .map(({ what }) => `nothing was unsent at the ${what}`);
    const quiet = harms
      .filter(({ unheard }) => unheard === 0)
      .map(({ what }) => `no dialogue was under way at the ${what}`);
    const affected = await lossesAmong(town.mongo, given);
    const slowest = Math.max(...harms.map(({ seconds }) => seconds));
    return {
      reached: `${crowd.length - lost.length} of ${crowd.length} back in ${slowest.toFixed(0)} s, ${affected.length} appeals affected`,
      misses: [...lost, ...late, ...idle, ...quiet, ...affected],
    };
  },
  plants: {
    'a notice does not come back': ({ town, crowd }) => forget(town.telegram.ledger, crowd[0]!),
    'Redis had nothing to forget': ({ harms }) => {
      harms[1]!.unsent = 0;
    },
    'nobody was in a dialogue': ({ harms }) => {
      harms[0]!.unheard = 0;
    },
    'they come back late': ({ harms }) => {
      harms[0]!.seconds += BACK_WITHIN_S;
    },
    'a dialogue is forgotten': ({ town, given }) =>
      town.mongo.collection('drafts').deleteMany({ ownerId: { $in: given.filter(({ isWhole }) => !isWhole).map(({ personId }) => `telegram-${personId}`) } }), // prettier-ignore
    'an appeal changes': ({ town, given }) =>
      town.mongo
        .collection('appeals')
        .updateOne(
          { citizenId: `telegram-${given.find(({ isWhole }) => isWhole)!.personId}` },
          { $set: { pieces: [] } },
        ),
  },
});
