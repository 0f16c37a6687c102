import { setTimeout as pause } from 'node:timers/promises';
import { startTown } from '../sandbox/town';

/** One person presses, and now and then writes, at a hundred times the pace of an ordinary one: the others must not feel it (S8). */
const PAIRS = 5;
const PEOPLE = 24;
const EACH_EVERY_MS = 2_000;
const FLOOD_TIMES = 100;
const PHASE_MS = 12_000;
/** The flood is under way before the others are looked at: its first presses are answered like anybody’s. */
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

/** Delivers one update as Telegram would; the milliseconds until it is acknowledged. */
async function deliver(
  { port, secret }: Door,
  personId: number,
  what: 'writes' | 'presses',
): Promise<number> {
  updates += 1;
  const from = { id: personId, is_bot: false, first_name: 'x', language_code: 'uk' };
  const chat = { id: personId, type: 'private' };
  const message = { message_id: updates, date: Math.floor(Date.now() / 1000), chat, from, text: '/my' };
  const press = { id: String(updates), from, message: { message_id: 1, chat }, data: 'd.none.send.send' };
  const since = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    body: JSON.stringify({
      update_id: updates,
      ...(what === 'writes' ? { message } : { callback_query: press }),
    }),
  });
  if (answer.status !== 200) throw new Error(`the door answered ${answer.status}`);
  return performance.now() - since;
}

/** One phase of ordinary people at their own pace, each after the last answer; how long each waited. */
async function ordinary(door: Door, firstId: number, endsAt: number): Promise<number[]> {
  const waited: number[] = [];
  const one = async (index: number) => {
    await pause((EACH_EVERY_MS / PEOPLE) * index);
    while (performance.now() < endsAt) {
      const due = performance.now() + EACH_EVERY_MS;
      waited.push(await deliver(door, firstId + index, 'writes'));
      await pause(Math.max(0, due - performance.now()));
    }
  };
  await Promise.all(Array.from({ length: PEOPLE }, (_, index) => one(index)));
  return waited.sort((a, b) => a - b);
}

/** The flooder: as many as their pace asks for, and never more under way than a messenger delivers at once. */
async function flood(door: Door, personId: number, endsAt: number): Promise<number> {
  const every = EACH_EVERY_MS / FLOOD_TIMES;
  const begunAt = performance.now();
  const under = new Set<Promise<unknown>>();
  let sent = 0;
  while (performance.now() < endsAt) {
    while (under.size < AT_ONCE && sent < (performance.now() - begunAt) / every) {
      sent += 1;
      const one = deliver(door, personId, sent % FLOOD_TIMES === 0 ? 'writes' : 'presses').catch(() => 0);
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
  const ratios: number[] = [];
  const phase = (pair: number, offset: number) =>
    ordinary(door, 1_000 + pair * 100 + offset, performance.now() + PHASE_MS);
  await phase(90, 0);
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const quiet = await phase(pair, 0);
    const flooding = flood(door, 9_000 + pair, performance.now() + FLOOD_AHEAD_MS + PHASE_MS);
    await pause(FLOOD_AHEAD_MS);
    const [busy, sent] = [await phase(pair, 50), await flooding];
    const [before, during] = [percentile(quiet, 0.99), percentile(busy, 0.99)];
    ratios.push(during / before);
    say(
      `pair ${pair + 1}: p99 ${before.toFixed(0)} ms quiet, ${during.toFixed(0)} ms under ${sent} of a flood: ${(during / before).toFixed(2)}; p50 ${percentile(quiet, 0.5).toFixed(0)} and ${percentile(busy, 0.5).toFixed(0)} ms`,
    );
  }
  say(`the median ratio of ${PAIRS} pairs: ${median(ratios).toFixed(2)}, the goal is ${MOST}`);
  if (median(ratios) > MOST) process.exitCode = 1;
  await town.stop();
}

void main();
