import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { forget, repeat, toldTwice, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { openFilers, type Given } from '../loads/filers';
import { promised, type Stage } from '../promise';
import { comesTrue, Crew, pause, townOf } from '../town-of';

interface Stop {
  readonly code: number | null;
  readonly ms: number;
}

/** A town whose bots get their updates in one of the two ways. */
interface Round {
  readonly town: Town;
  readonly crowd: Waiting[];
  readonly given: Given[];
  readonly stops: Stop[];
  /** What the bots logged about whose turn it is to ask the messenger. */
  readonly polling: string[];
  readonly left: number;
}

type Mode = 'webhook' | 'polling';

const LONGEST_MS = 10_000;
const LAST_MS = 180_000;
const POLLS = 'this process polls Telegram now';
const POLLS_BESIDE = 'another program polls with the same token';

const openTown = (stage: Stage, mode: Mode, polling: string[]): Promise<Town> =>
  townOf(stage, {
    ...{ mode, bots: 2, workers: 2, hasNoStaff: true, enforceLimits: false, retryBaseMs: 100 },
    onLog: (line) => {
      if (line.includes(POLLS) || line.includes(POLLS_BESIDE)) polling.push(line);
    },
  });

async function roundOf(stage: Stage, mode: Mode, wanted: number): Promise<Round> {
  const polling: string[] = [];
  const town = await openTown(stage, mode, polling);
  const filers = await openFilers(town, stage.chanceOf, 3);
  const office = openCrowd(town);
  const { botProcesses: bots, workerProcesses: workers } = town;
  const crews = [new Crew(bots, town.startBot), new Crew(workers, town.startWorker)] as const;
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
  const left = town.telegram.pendingUpdates();
  await Promise.all([...bots, ...workers].map((one) => one.stop()));
  return { town, crowd, given, stops, polling, left };
}

const isBeside = (line: string): boolean => line.includes(POLLS_BESIDE);

async function missesOf({ town, crowd, given, stops, polling, left }: Round): Promise<string[]> {
  const { ledger } = town.telegram;
  return [
    ...stops.filter(({ ms }) => ms > LONGEST_MS).map(({ ms }) => `a stop took ${(ms / 1000).toFixed(1)} s`),
    ...stops.filter(({ code }) => code !== 0).map(({ code }) => `a stop ended with code ${code}`),
    ...(left > 0 ? [`${left} updates were never acknowledged`] : []),
    ...polling.filter(isBeside).map(() => 'two bots polled at once'),
    ...(await lossesAmong(town.mongo, given)),
    ...untold(ledger, crowd).map(({ number }) => `the notice of ${number} never arrived`),
    ...toldTwice(ledger, crowd).map(({ number }) => `${number} was told twice`),
  ];
}

const MODES: readonly Mode[] = ['webhook', 'polling'];

export const restarts = promised({
  id: 'R9',
  says: 'restarts are graceful',
  figures: { full: { stops: 20 }, short: { stops: 4 } },
  wanted: ({ stops }) =>
    `${stops} rolling SIGTERMs under load, half with the webhook and half polling: ends in 10 s, 0 lost, 0 duplicated, one bot polls at a time`,
  play: async (stage, { stops }) => {
    const rounds: Round[] = [];
    for (const mode of MODES) rounds.push(await roundOf(stage, mode, Math.ceil(stops / MODES.length)));
    return rounds;
  },
  check: async (rounds) => {
    const sum = (of: (round: Round) => number) => rounds.reduce((all, round) => all + of(round), 0);
    const stops = rounds.flatMap((round) => round.stops);
    const slowest = Math.max(...stops.map(({ ms }) => ms)) / 1000;
    const misses = (await Promise.all(rounds.map(missesOf))).flat();
    const pollers = sum(({ polling }) => polling.filter((line) => !isBeside(line)).length);
    return {
      reached:
        `${stops.length} stops, the slowest ${slowest.toFixed(1)} s; of ${sum(({ given }) => given.length)} writers ` +
        `and ${sum(({ crowd }) => crowd.length)} notices ${misses.length} amiss; ${pollers} polled in turn`,
      misses: pollers > 0 ? misses : [...misses, 'nobody polled'],
    };
  },
  plants: {
    'a stop takes too long': ([one]) => one!.stops.push({ code: 0, ms: 12_000 }),
    'a stop is a crash': ([, other]) => other!.stops.push({ code: 1, ms: 100 }),
    'two bots poll at once': ([, other]) => other!.polling.push(POLLS_BESIDE),
    'a notice is told twice': ([one]) => repeat(one!.town.telegram.ledger, one!.crowd[0]!),
    'a notice is lost': ([, other]) => forget(other!.town.telegram.ledger, other!.crowd[1]!),
    'a gift is lost': async ([, other]) => {
      const { town, given } = other!;
      const id = `telegram-${given[0]!.personId}`;
      await town.mongo.collection('drafts').deleteMany({ ownerId: id });
      await town.mongo.collection('appeals').deleteMany({ citizenId: id });
    },
  },
});
