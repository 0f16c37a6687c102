import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { forget, repeat, toldTwice, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { openFilers, type Given } from '../loads/filers';
import { promised } from '../promise';
import { comesTrue, Crew, pause, townOf } from '../town-of';

interface Stop {
  readonly code: number | null;
  readonly ms: number;
}

interface Evidence {
  readonly town: Town;
  readonly crowd: Waiting[];
  readonly given: Given[];
  readonly stops: Stop[];
  readonly left: number;
}

const LONGEST_MS = 10_000;
const LAST_MS = 180_000;

export const restarts = promised({
  id: 'R9',
  says: 'restarts are graceful',
  figures: { full: { stops: 20 }, short: { stops: 2 } },
  wanted: ({ stops }) => `${stops} rolling SIGTERMs under load: ends in 10 s, 0 lost, 0 duplicated`,
  play: async (stage, { stops: wanted }) => {
    const options = { mode: 'webhook', bots: 2, workers: 2, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, retryBaseMs: 100 });
    const filers = await openFilers(town, stage.chance, 3);
    const office = openCrowd(town);
    const crews = [
      new Crew(town.botProcesses, town.startBot),
      new Crew(town.workerProcesses, town.startWorker),
    ] as const;
    const crowd: Waiting[] = [];
    const given: Given[] = [];
    const stops: Stop[] = [];
    const feed = async () => {
      for (; stops.length < wanted; await pause(300)) {
        if (town.telegram.pendingUpdates() < 60) given.push((await filers.file()).given);
        if (untold(town.telegram.ledger, crowd).length < 30) crowd.push(...(await office.taken(2)));
      }
    };
    const roll = async () => {
      while (stops.length < wanted) stops.push(await crews[stops.length % 2]!.replaceOne());
    };
    await Promise.all([feed(), roll()]);
    await comesTrue(() => untold(town.telegram.ledger, crowd).length === 0, LAST_MS);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, LAST_MS);
    const evidence: Evidence = { town, crowd, given, stops, left: town.telegram.pendingUpdates() };
    return evidence;
  },
  check: async ({ town, crowd, given, stops, left }) => {
    const { ledger } = town.telegram;
    const lost = await lossesAmong(town.mongo, given);
    const never = untold(ledger, crowd);
    const twice = toldTwice(ledger, crowd);
    const slowest = Math.max(...stops.map(({ ms }) => ms)) / 1000;
    return {
      reached:
        `${stops.length} stops, the slowest ${slowest.toFixed(1)} s; of ${given.length} writers and ` +
        `${crowd.length} notices ${lost.length + never.length} lost, ${twice.length} doubled`,
      misses: [
        ...stops
          .filter(({ ms }) => ms > LONGEST_MS)
          .map(({ ms }) => `a stop took ${(ms / 1000).toFixed(1)} s`),
        ...stops.filter(({ code }) => code !== 0).map(({ code }) => `a stop ended with code ${code}`),
        ...(left > 0 ? [`${left} updates were never acknowledged`] : []),
        ...lost,
        ...never.map(({ number }) => `the notice of ${number} never arrived`),
        ...twice.map(({ number }) => `${number} was told twice`),
      ],
    };
  },
  plants: {
    'a stop takes too long': ({ stops }) => stops.push({ code: 0, ms: 12_000 }),
    'a stop is a crash': ({ stops }) => stops.push({ code: 1, ms: 100 }),
    'a notice is told twice': ({ town, crowd }) => repeat(town.telegram.ledger, crowd[0]!),
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[1]!),
    'a gift is lost': ({ town, given }) =>
      town.mongo.collection('drafts').deleteMany({ ownerId: `telegram-${given[0]!.personId}` }).then(() =>
        town.mongo.collection('appeals').deleteMany({ citizenId: `telegram-${given[0]!.personId}` })), // prettier-ignore
  },
});
