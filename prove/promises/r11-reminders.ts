import type { Town } from '../../sandbox/town';
import { forget, saidIn, tellings } from '../checks/told';
import { openCrowd, type Waiting } from '../loads/crowd';
import type { Stage } from '../promise';
import { promised } from '../promise';
import { comesTrue, Crew, pause, townOf } from '../town-of';

interface Season {
  readonly name: string;
  readonly town: Town;
  readonly crowd: readonly Waiting[];
  readonly answeredAt: ReadonlyMap<string, Date>;
  readonly endedAt: Date;
  readonly restarts: number;
  readonly marginMs: number;
}

interface Evidence {
  readonly seasons: Season[];
  /** Says of a moment whether it counts as told at night, for the plant. */
  nightFrom: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const REMINDER_DAYS = [1, 3, 7];
/** A reminder says so; the answer itself may come as late as one, when it is given at night. */
const REMINDER = /чекає на ваше слово/;
const EARLY_MS = 15 * HOUR_MS;
/**
 * The clocks of Kyiv go back on 25 October 2026 and forward on 28 March 2027. `looks`: the minutes after which a clock an
 * hour wrong would tell by night what waits for the morning.
 */
const CHANGES = [
  {
    name: 'autumn',
    startsAt: '2026-10-24T10:00:00+03:00',
    looks: ['2026-10-26T08:30:00+02:00', '2026-10-26T09:05:00+02:00'],
  },
  {
    name: 'spring',
    startsAt: '2027-03-27T10:00:00+02:00',
    looks: ['2027-03-28T20:30:00+03:00', '2027-03-29T08:30:00+03:00'],
  },
] as const;
const TICKS_MS = 4_500;
const SETTLED_MS = 30_000;

interface Course {
  appeals: number;
  /** The appeals are answered in so many portions, a jump apart. */
  waves: number;
  restarts: number;
  days: number;
  fromHours: number;
  toHours: number;
  /** How long before the end a reminder must have been due to be expected. */
  marginHours: number;
}

/** Days pass in jumps, forward and now and then a little back, while the workers are killed and stopped. */
async function play(
  stage: Stage,
  { name, startsAt, looks }: (typeof CHANGES)[number],
  course: Course,
): Promise<Season> {
  const chance = stage.chanceOf(name);
  const options = { bots: 0, workers: 3, hasNoStaff: true, enforceLimits: false } as const;
  const town = await townOf(stage, { ...options, startsAt: new Date(startsAt) });
  const crew = new Crew(town.workerProcesses, town.startWorker);
  const office = openCrowd(town);
  const crowd: Waiting[] = [];
  const answeredAt = new Map<string, Date>();
  const begun = town.now().getTime();
  const end = begun + course.days * DAY_MS;
  let restarts = 0;
  while (town.now().getTime() < end) {
    if (crowd.length < course.appeals) {
      for (const one of await office.taken(Math.ceil(course.appeals / course.waves))) {
        await office.answer(one);
        answeredAt.set(one.appealId, town.now());
        crowd.push(one);
      }
    }
    const share = (town.now().getTime() - begun) / (end - begun);
    if (restarts < course.restarts * Math.min(1, share + 0.2)) {
      await (chance() < 0.5 ? crew.killOne(chance) : crew.replaceOne());
      restarts += 1;
    }
    await pause(TICKS_MS);
    await comesTrue(() => isSettled(town), SETTLED_MS);
    if (chance() < 0.15) await town.moveClock(-0.5 * HOUR_MS);
    const jumpMs = (course.fromHours + chance() * (course.toHours - course.fromHours)) * HOUR_MS;
    await town.moveClock(Math.min(jumpMs, ...untilLooks(looks, town.now())));
  }
  await pause(TICKS_MS);
  await comesTrue(() => isSettled(town), SETTLED_MS);
  return {
    name,
    town,
    crowd,
    answeredAt,
    endedAt: town.now(),
    restarts,
    marginMs: course.marginHours * HOUR_MS,
  };
}

/** How long until each of the moments to come. */
const untilLooks = (looks: readonly string[], now: Date): number[] =>
  looks.map((look) => Date.parse(look) - now.getTime()).filter((ms) => ms > 60_000);

const isSettled = async ({ mongo, now }: Town): Promise<boolean> =>
  (await mongo.collection('notices').countDocuments({ state: 'waiting', dueAt: { $lte: now() } })) === 0;

const hourInKyiv = (at: number): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Kyiv', hour: '2-digit', hourCycle: 'h23' }).format(
      at,
    ),
  );

/** Where a season's reminders differ from one for each day, in daytime, never early, at most a day late. */
function wrongIn(season: Season, nightFrom: number): string[] {
  const told = tellings(season.town.telegram.ledger, season.crowd);
  return [...told].flatMap(([{ appealId, number }, calls]) => {
    const answered = season.answeredAt.get(appealId)!.getTime();
    const times = calls
      .filter((call) => REMINDER.test(saidIn(call)))
      .map(({ answer }) => (answer.ok ? (answer.result as { date: number }).date * 1000 : 0))
      .sort((one, other) => one - other);
    const days = REMINDER_DAYS.filter(
      (day) => answered + day * DAY_MS + season.marginMs <= season.endedAt.getTime(),
    );
    const inTime = times.filter((at) => at < answered + (days.at(-1)! + 1) * DAY_MS + 2_000);
    const what = `${season.name}, ${number}`;
    if (inTime.length !== days.length)
      return [`${what}: ${inTime.length} reminders instead of ${days.length}`];
    return inTime.flatMap((at, index) => {
      const due = answered + days[index]! * DAY_MS;
      const hour = hourInKyiv(at);
      return [
        ...(at < due - 2_000 ? [`${what}: the reminder of day ${days[index]} is early`] : []),
        ...(at > due + DAY_MS ? [`${what}: the reminder of day ${days[index]} is late`] : []),
        ...(hour < 9 || hour >= nightFrom ? [`${what}: a reminder at ${hour} o'clock`] : []),
      ];
    });
  });
}

export const reminders = promised({
  id: 'R11',
  says: 'reminders come exactly when they are due',
  figures: {
    full: {
      seasons: 2,
      appeals: 60,
      waves: 4,
      restarts: 25,
      days: 9,
      fromHours: 2,
      toHours: 8,
      marginHours: 24,
    },
    short: {
      seasons: 1,
      appeals: 4,
      waves: 1,
      restarts: 2,
      days: 1.6,
      fromHours: 8,
      toHours: 9,
      marginHours: 14,
    },
  },
  wanted: ({ seasons, appeals, restarts, days }) =>
    `${appeals * seasons} appeals, 3 schedulers, ${restarts * seasons} restarts, clock jumps over ${days} days and ` +
    `${seasons === 2 ? 'both changes' : 'the autumn change'} of the hour in Kyiv: 0 missed, 0 twice`,
  play: async (stage, { seasons, ...course }) => {
    const played = await Promise.all(CHANGES.slice(0, seasons).map((change) => play(stage, change, course)));
    const evidence: Evidence = { seasons: played, nightFrom: 20 };
    return evidence;
  },
  check: ({ seasons, nightFrom }, wanted) => {
    const wrong = seasons.flatMap((season) => wrongIn(season, nightFrom));
    const appeals = seasons.reduce((sum, { crowd }) => sum + crowd.length, 0);
    const restarts = seasons.reduce((sum, one) => sum + one.restarts, 0);
    const isSpared = restarts < wanted.restarts * seasons.length;
    return {
      reached: `${appeals} appeals, ${restarts} restarts: ${wrong.length} missed, twice, early, late or at night`,
      misses: isSpared ? [`only ${restarts} restarts`, ...wrong] : wrong,
    };
  },
  plants: {
    'a reminder is missed': ({ seasons: [season] }) =>
      forget(season!.town.telegram.ledger, season!.crowd[0]!),
    'a reminder comes twice': ({ seasons: [season] }) => {
      const { ledger } = season!.town.telegram;
      const [, calls] = [...tellings(ledger, season!.crowd)][1]!;
      ledger.calls.push(calls.at(-1)!);
    },
    'a reminder comes at night': (evidence) => {
      evidence.nightFrom = 0;
    },
    'a reminder comes early': (evidence) => moveLast(evidence, 2, EARLY_MS),
    'a reminder comes late': (evidence) => moveLast(evidence, 3, 2 * DAY_MS + HOUR_MS),
  },
});

/** As if the last reminder of one of them had come so long after the answer. */
function moveLast({ seasons: [season] }: Evidence, index: number, afterMs: number): void {
  const [one, calls] = [...tellings(season!.town.telegram.ledger, season!.crowd)][index]!;
  const at = season!.answeredAt.get(one.appealId)!.getTime() + afterMs;
  calls.at(-1)!.answer = { ok: true, result: { date: at / 1000 } };
}
