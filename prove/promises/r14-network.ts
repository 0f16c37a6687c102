import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { doubtful, forget, repeat, tellings, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { openFilers, type Given } from '../loads/filers';
import { promised } from '../promise';
import { comesTrue, lookingEvery, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly crowd: Waiting[];
  readonly given: Given[];
  readonly left: number;
}

interface Row {
  readonly appealId: string;
  readonly state: string;
  readonly remark?: string;
  readonly attempts?: number;
  readonly mayBeDouble?: boolean;
  readonly isAnswerLost?: boolean;
  readonly sentMessageIds?: readonly string[];
}

const WIRES = ['mongodb', 'redis', 'telegram'] as const;
const HARMS = ['slow', 'cut', 'swallow'] as const;
const LAST_MS = 240_000;

export const network = promised({
  id: 'R14',
  says: 'a bad network loses nothing',
  figures: {
    full: { harms: 18, seconds: 8, tickSeconds: 15 },
    short: { harms: 3, seconds: 4, tickSeconds: 2 },
  },
  wanted: ({ harms, seconds }) =>
    `${harms} times up to ${seconds} s of delay, resets or silence on the way to the database, Redis or the messenger: ` +
    '0 lost, 0 appeals doubled; told twice, or not at all as both answers were lost, only if recorded, the latter 1 in 100 at most',
  play: async (stage, { harms, seconds, tickSeconds }) => {
    const { chanceOf, say } = stage;
    const chance = chanceOf('harms');
    const town = await townOf(stage, {
      ...{ mode: 'webhook', bots: 2, workers: 2, hasNoStaff: true, isWired: true },
      ...{ enforceLimits: false, retryBaseMs: 100, settings: lookingEvery(tickSeconds) },
    });
    const filers = await openFilers(town, chanceOf, 3);
    const office = openCrowd(town);
    const crowd: Waiting[] = [];
    const given: Given[] = [];
    let done = 0;
    const feed = async () => {
      for (; done < harms; await pause(300)) {
        if (town.telegram.pendingUpdates() < 60) given.push((await filers.file()).given);
        if (untold(town.telegram.ledger, crowd).length < 30) crowd.push(...(await office.taken(2)));
      }
    };
    const hurt = async () => {
      for (; done < harms; done += 1) {
        const name = WIRES[done % WIRES.length]!;
        const wire = town.wires![name];
        const harm = HARMS[(done + Math.floor(done / 3)) % HARMS.length]!;
        if (harm === 'slow') wire.slow(100 + chance() * 900);
        else wire[harm]();
        await pause(1000 * seconds * (0.3 + 0.7 * chance()));
        wire.mend();
        if (done % 9 === 8) say(`R14: ${done + 1} harms, ${given.length} writers, ${crowd.length} notices`);
        await pause(1000 * chance() * seconds);
      }
    };
    await Promise.all([feed(), hurt()]);
    const isOver = async () => {
      const never = untold(town.telegram.ledger, crowd);
      return never.length === 0 || (await missesOf(town, never)).length === 0;
    };
    await comesTrue(isOver, LAST_MS);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, LAST_MS);
    const evidence: Evidence = { town, crowd, given, left: town.telegram.pendingUpdates() };
    return evidence;
  },
  check: async ({ town, crowd, given, left }) => {
    const lost = await lossesAmong(town.mongo, given);
    const never = untold(town.telegram.ledger, crowd);
    const misses = await missesOf(town, never);
    const unanswered = never.length - misses.length;
    const marked = await doubtful(town.mongo);
    const twice = [...tellings(town.telegram.ledger, crowd)].filter(([, calls]) => calls.length > 1);
    return {
      reached:
        `of ${given.length} writers and ${crowd.length} notices ${lost.length + misses.length} lost; ` +
        `${twice.length} told twice, ${unanswered} with both answers lost, each recorded`,
      misses: [
        ...(left > 0 ? [`${left} updates were never acknowledged`] : []),
        ...lost,
        ...misses,
        ...(unanswered * 100 > crowd.length ? [`${unanswered} were told nothing, both answers lost`] : []),
        ...twice
          .filter(([{ appealId }]) => !marked.has(appealId))
          .map(([{ number }]) => `${number} was told twice, unrecorded`),
      ],
    };
  },
  plants: {
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[0]!),
    'a notice is told twice without a record': async ({ town, crowd }) => {
      const one = crowd.at(-1)!;
      const whose = { appealId: one.appealId };
      await town.mongo.collection('notices').updateMany(whose, { $unset: { mayBeDouble: 1 } });
      repeat(town.telegram.ledger, one);
    },
    'too many are told nothing though it is recorded': async ({ town, crowd }) => {
      const untried = crowd.slice(0, 1 + Math.ceil(crowd.length / 100));
      for (const one of untried) forget(town.telegram.ledger, one);
      const whose = { kind: 'taken', appealId: { $in: untried.map(({ appealId }) => appealId) } };
      const as = { state: 'sent', isAnswerLost: true, mayBeDouble: true, sentMessageIds: [] };
      await town.mongo.collection('notices').updateMany(whose, { $set: as });
    },
    'a gift is lost': ({ town, given }) =>
      town.mongo
        .collection('appeals')
        .deleteOne({ citizenId: `telegram-${given.find(({ isWhole }) => isWhole)!.personId}` }),
  },
});

/** Sent once more and never a third time: the table of answers asks for no more than that it is recorded. */
const isUnanswered = ({ state, isAnswerLost, mayBeDouble, sentMessageIds = [] }: Row): boolean =>
  state === 'sent' && isAnswerLost === true && mayBeDouble === true && sentMessageIds.length === 0;

async function missesOf({ mongo }: Town, never: readonly Waiting[]): Promise<string[]> {
  const theirs = { kind: 'taken', appealId: { $in: never.map(({ appealId }) => appealId) } };
  const rows = await mongo.collection<Row>('notices').find(theirs).toArray();
  const unanswered = new Set(rows.filter(isUnanswered).map(({ appealId }) => appealId));
  return never
    .filter(({ appealId }) => !unanswered.has(appealId))
    .map((one) => `the notice of ${one.number} never arrived: ${howItStands(rows, one)}`);
}

function howItStands(rows: readonly Row[], { appealId }: Waiting): string {
  const row = rows.find((one) => one.appealId === appealId);
  if (!row) return 'nobody made it';
  const { state, remark = 'no remark', attempts = 0, mayBeDouble = false } = row;
  return `${state}, ${remark}, ${attempts} attempts${mayBeDouble ? ', may be double' : ''}`;
}
