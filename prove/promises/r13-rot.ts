import { aNotice } from '../../domain/notices';
import { MongoNotices } from '../../infra/mongo/mongo-notices';
import type { Town } from '../../sandbox/town';
import { forget, shownBy, saidIn, untold } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import { promised } from '../promise';
import { comesTrue, lookingEvery, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  /** How old the notice held back was when a controller was told, in the city’s time; `undefined`: never. */
  alarmAgeMs: number | undefined;
}

interface Row {
  readonly appealId: string;
  readonly dueAt: Date;
  readonly leasedUntil?: Date;
}

/** Of the alarms only this one is about a notice. */
const ALARM = 'сповіщень чекає';
const ALARM_WITHIN_MS = 5 * 60_000;
/** From then on it may alarm; the clock runs as it does from a look and a little before. */
const ALARMING_MS = 4 * 60_000;
const A_LITTLE_MS = 3_000;
const LONG_MS = 6 * 60_000;

/** A notice somebody’s hand lies on before any worker sees it: nobody else may send it for years. */
async function holdBack({ mongo, now }: Town, { appealId, person }: Waiting): Promise<void> {
  const at = now();
  const to = { messenger: 'telegram', chatId: String(person.id) };
  const about = { eventId: `take-${appealId}`, appealId };
  await new MongoNotices(mongo).insert([aNotice('taken', to, about, { dueAt: at, now: at })]);
  const leasedUntil = new Date('2099-01-01');
  await mongo.collection<Row>('notices').updateOne({ appealId }, { $set: { leasedUntil } });
}

export const rot = promised({
  id: 'R13',
  says: 'nothing rots silently',
  figures: { full: { items: 200, tickSeconds: 15 }, short: { items: 10, tickSeconds: 2 } },
  wanted: ({ items, tickSeconds }) =>
    `one of ${items} notices held back by hand, workers that look every ${tickSeconds} s: alarm in 5 minutes; ` +
    'the sweep finds all that no job carries',
  play: async (stage, { items, tickSeconds }) => {
    const options = { bots: 0, workers: 0, hasNoStaff: true, enforceLimits: false } as const;
    const town = await townOf(stage, { ...options, settings: lookingEvery(tickSeconds) });
    town.telegram.fake.world.privateChat(town.iryna.record).isStarted = true;
    const [held, ...others] = await openCrowd(town).taken(items);
    await holdBack(town, held!);
    await town.startWorker();
    await comesTrue(() => untold(town.telegram.ledger, others).length === 0, 120_000);
    const dueAt = await dueOf(town, held!);
    const heard = () =>
      shownBy(town.telegram.ledger).find(
        (call) => call.chatId === town.iryna.id && saidIn(call).includes(ALARM),
      );
    const age = () => town.now().getTime() - dueAt.getTime();
    const calmMs = ALARMING_MS - tickSeconds * 1000 - A_LITTLE_MS;
    await town.moveClock(Math.max(0, calmMs - age()));
    await comesTrue(() => heard() !== undefined, LONG_MS - calmMs);
    const alarmAgeMs = heard() && age();
    await town.mongo.collection('notices').updateMany({}, { $unset: { leasedUntil: 1 } });
    await comesTrue(() => untold(town.telegram.ledger, [held!]).length === 0, 60_000);
    const evidence: Evidence = { town, crowd: [held!, ...others], alarmAgeMs };
    return evidence;
  },
  check: ({ town, crowd, alarmAgeMs }) => {
    const lost = untold(town.telegram.ledger, crowd);
    const age = alarmAgeMs === undefined ? 'never' : `after ${(alarmAgeMs / 60_000).toFixed(1)} minutes`;
    return {
      reached: `alarm ${age}; ${crowd.length - lost.length} of ${crowd.length} found`,
      misses: [
        ...(alarmAgeMs !== undefined && alarmAgeMs <= ALARM_WITHIN_MS ? [] : [`the alarm came ${age}`]),
        ...lost.map(({ number }) => `nobody found the notice of ${number}`),
      ],
    };
  },
  plants: {
    'the alarm is late': (evidence) => {
      evidence.alarmAgeMs = 6 * 60_000;
    },
    'there is no alarm': (evidence) => {
      evidence.alarmAgeMs = undefined;
    },
    'one is never found': ({ town, crowd }) => forget(town.telegram.ledger, crowd[1]!),
  },
});

const dueOf = async ({ mongo }: Town, { appealId }: Waiting): Promise<Date> =>
  (await mongo.collection<Row>('notices').findOne({ appealId, kind: 'taken' }))!.dueAt;
