import { setTimeout as pause } from 'node:timers/promises';
import { startTown, type Town } from '../sandbox/town';

/** One person presses, then writes, at a hundred times the pace of an ordinary one: the others must not feel it (S8). */
const ROUNDS = 3;
const PEOPLE = 24;
const EACH_EVERY_MS = 2_000;
const FLOOD_TIMES = 100;
const PHASE_MS = 10_000;
/** The flood is under way before the others are looked at: its first presses and words are answered like anybody’s. */
const FLOOD_AHEAD_MS = 1_500;
const MOST = 1.3;
/** What Telegram delivers at once at most: our webhook is set with it. */
const AT_ONCE = 40;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const median = (of: readonly number[]): number =>
  percentile(
    [...of].sort((a, b) => a - b),
    0.5,
  );

interface Door {
  readonly port: number;
  readonly secret: string;
}

let updates = 0;

type Act = 'looks' | 'presses' | 'begins' | 'writes' | 'shows';

/** What the update of each act holds besides who sent it. */
const HOLDS: Readonly<Record<Exclude<Act, 'presses'>, () => object>> = {
  looks: () => ({ text: '/my' }),
  begins: () => ({ text: '/new' }),
  writes: () => ({ text: `Не горить ліхтар, ${updates}` }),
  shows: () => {
    const ids = { file_id: `photo-${updates}`, file_unique_id: `unique-${updates}` };
    return { photo: [{ ...ids, width: 640, height: 480, file_size: 40 }] };
  },
};

/** What a flooder does, one after another and over again. */
const FLOODS = {
  presses: [...Array.from({ length: 99 }, () => 'presses' as const), 'looks'],
  words: ['begins', 'writes', 'writes', 'writes', 'looks', 'writes', 'writes', 'shows', 'writes', 'writes'],
} as const satisfies Record<string, readonly Act[]>;
type Flood = keyof typeof FLOODS;

function updateOf(personId: number, act: Act): object {
  updates += 1;
  const from = { id: personId, is_bot: false, first_name: 'x', language_code: 'uk' };
  const chat = { id: personId, type: 'private' };
  const press = { id: String(updates), from, message: { message_id: 1, chat }, data: 'd.none.send.send' };
  if (act === 'presses') return { update_id: updates, callback_query: press };
  const date = Math.floor(Date.now() / 1000);
  return { update_id: updates, message: { message_id: updates, date, chat, from, ...HOLDS[act]() } };
}

/** Delivers one update as Telegram would; the milliseconds until it is acknowledged. */
async function deliver({ port, secret }: Door, personId: number, act: Act): Promise<number> {
  const body = JSON.stringify(updateOf(personId, act));
  const since = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body,
  });
  if (answer.status !== 200) throw new Error(`the door answered ${answer.status}`);
  return performance.now() - since;
}

/** Somebody who opened our chat, so that they are really answered. */
function somebody({ telegram }: Town): number {
  const person = telegram.person({ firstName: 'x', languageCode: 'uk' });
  telegram.fake.world.privateChat(person.record).isStarted = true;
  return person.id;
}

/** One phase of ordinary people at their own pace, each after the last answer; how long each waited. */
async function ordinary(door: Door, people: readonly number[]): Promise<number[]> {
  const waited: number[] = [];
  const endsAt = performance.now() + PHASE_MS;
  const one = async (personId: number, index: number) => {
    await pause((EACH_EVERY_MS / people.length) * index);
    while (performance.now() < endsAt) {
      const due = performance.now() + EACH_EVERY_MS;
      waited.push(await deliver(door, personId, 'looks'));
      await pause(Math.max(0, due - performance.now()));
    }
  };
  await Promise.all(people.map(one));
  return waited.sort((a, b) => a - b);
}

/** The flooder: as many as their pace asks for, and never more under way than a messenger delivers at once. */
async function flood(door: Door, personId: number, acts: readonly Act[]): Promise<number> {
  const every = EACH_EVERY_MS / FLOOD_TIMES;
  const begunAt = performance.now();
  const under = new Set<Promise<unknown>>();
  let sent = 0;
  while (performance.now() < begunAt + FLOOD_AHEAD_MS + PHASE_MS) {
    while (under.size < AT_ONCE && sent < (performance.now() - begunAt) / every) {
      const one = deliver(door, personId, acts[sent % acts.length]!).catch(() => 0);
      sent += 1;
      under.add(one);
      void one.finally(() => under.delete(one));
    }
    await pause(every);
  }
  await Promise.all(under);
  return sent;
}

async function main(): Promise<void> {
  const town = await startTown({
    ...{ mode: 'webhook', workers: 0, hasNoStaff: true, enforceLimits: false },
  });
  const door = { port: town.door.portsOf()[0] ?? 0, secret: town.door.secret };
  const people = () => Array.from({ length: PEOPLE }, () => somebody(town));
  const ratios: Record<Flood, number[]> = { presses: [], words: [] };
  const under = async (kind: Flood, quiet: readonly number[]) => {
    const flooding = flood(door, somebody(town), FLOODS[kind]);
    await pause(FLOOD_AHEAD_MS);
    const [busy, sent] = [await ordinary(door, people()), await flooding];
    const ratio = percentile(busy, 0.99) / percentile(quiet, 0.99);
    ratios[kind].push(ratio);
    const [p99, p50] = [percentile(busy, 0.99).toFixed(0), percentile(busy, 0.5).toFixed(0)];
    say(`  under ${sent} ${kind}: p99 ${p99} ms, p50 ${p50} ms, ratio ${ratio.toFixed(2)}`);
  };
  await ordinary(door, people());
  for (let round = 1; round <= ROUNDS; round += 1) {
    const quiet = await ordinary(door, people());
    say(
      `round ${round}: quiet p99 ${percentile(quiet, 0.99).toFixed(0)} ms, p50 ${percentile(quiet, 0.5).toFixed(0)} ms`,
    );
    for (const kind of ['presses', 'words'] as const) await under(kind, quiet);
  }
  for (const kind of ['presses', 'words'] as const) {
    say(
      `${kind}: the median ratio of ${ROUNDS} rounds ${median(ratios[kind]).toFixed(2)}, the goal is ${MOST}`,
    );
    if (median(ratios[kind]) > MOST) process.exitCode = 1;
  }
  await town.stop();
}

void main();
