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
}

const WIRES = ['mongodb', 'redis', 'telegram'] as const;
const HARMS = ['slow', 'cut', 'swallow'] as const;
const LAST_MS = 240_000;

export const network = promised({
  id: 'R14',
  says: 'a bad network loses nothing',
  figures: {
    full: { harms: 27, seconds: 8, tickSeconds: 15 },
    short: { harms: 3, seconds: 4, tickSeconds: 2 },
  },
  wanted: ({ harms, seconds }) =>
    `${harms} times up to ${seconds} s of delay, resets or silence on the way to the database, Redis or the messenger: ` +
    '0 lost, 0 appeals doubled, twice told only if recorded',
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
    await comesTrue(() => untold(town.telegram.ledger, crowd).length === 0, LAST_MS);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, LAST_MS);
    const evidence: Evidence = { town, crowd, given, left: town.telegram.pendingUpdates() };
    return evidence;
  },
  check: async ({ town, crowd, given, left }) => {
    const lost = await lossesAmong(town.mongo, given);
    const never = untold(town.telegram.ledger, crowd);
    const rows = await town.mongo.collection<Row>('notices').find({ kind: 'taken' }).toArray();
    const marked = await doubtful(town.mongo);
    const twice = [...tellings(town.telegram.ledger, crowd)].filter(([, calls]) => calls.length > 1);
    return {
      reached:
        `of ${given.length} writers and ${crowd.length} notices ${lost.length + never.length} lost; ` +
        `${twice.length} told twice, each recorded`,
      misses: [
        ...(left > 0 ? [`${left} updates were never acknowledged`] : []),
        ...lost,
        ...never.map((one) => `the notice of ${one.number} never arrived: ${howItStands(rows, one)}`),
        ...twice
          .filter(([{ appealId }]) => !marked.has(appealId))
          .map(([{ number }]) => `${number} was told twice, unrecorded`),
      ],
    };
  },
  plants: {
    'a notice is lost': ({ town, crowd }) => forget(town.telegram.ledger, crowd[0]!),
    'a notice is told twice without a record': async ({ town, crowd }) => {
      const marked = await doubtful(town.mongo);
      const all = [...tellings(town.telegram.ledger, crowd)];
      const once = all.find(([{ appealId }, calls]) => calls.length === 1 && !marked.has(appealId));
      repeat(town.telegram.ledger, once![0]);
    },
    'a gift is lost': ({ town, given }) =>
      town.mongo
        .collection('appeals')
        .deleteOne({ citizenId: `telegram-${given.find(({ isWhole }) => isWhole)!.personId}` }),
  },
});

function howItStands(rows: readonly Row[], { appealId }: Waiting): string {
  const row = rows.find((one) => one.appealId === appealId);
  if (!row) return 'nobody made it';
  const { state, remark = 'no remark', attempts = 0, mayBeDouble = false } = row;
  return `${state}, ${remark}, ${attempts} attempts${mayBeDouble ? ', may be double' : ''}`;
}
