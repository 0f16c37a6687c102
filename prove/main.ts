import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { PROMISES } from './all';
import type { AnyPromise } from './promise';
import { writeReport } from './report';
import { inTime, prove, type Outcome } from './run';
import { startServers, type Servers } from './servers';

/** All of them together, a minute and a half less for what ends them: what is not over by then is missed. */
const LONGEST_RUN_MS = 38.5 * 60_000;
const SERVERS_END_MS = 30_000;

interface Wish {
  readonly promises: readonly AnyPromise[];
  readonly seed: number;
  readonly scale: number;
  readonly isPlanted: boolean;
}

const USAGE =
  'npm run prove -- [R1 R7 …] [--seed N] [--short | --scale 0.25] [--planted]\n' +
  'All promises at full figures by default; that, and --planted, writes docs/guarantees.md.';

/** Reads the command line; an unknown word ends with how it is used. */
function wishIn(words: readonly string[]): Wish {
  const valueOf = (name: string) =>
    words.includes(name) ? Number(words[words.indexOf(name) + 1]) : undefined;
  const seed = valueOf('--seed') ?? Date.now() % 1_000_000;
  const isPlanted = words.includes('--planted');
  const scale = words.includes('--short') ? 0 : (valueOf('--scale') ?? (isPlanted ? 0 : 1));
  const names = words.filter((word) => /^R\d+$/i.test(word)).map((word) => word.toUpperCase());
  const promises = PROMISES.filter(({ id }) => names.length === 0 || names.includes(id));
  const isKnown = words.every((word) => /^(R\d+|--(seed|scale|short|planted)|[\d.]+)$/i.test(word));
  if (!isKnown || Number.isNaN(seed) || Number.isNaN(scale) || promises.length < names.length)
    throw new Error(USAGE);
  return { promises, seed, scale, isPlanted };
}

/** One line for what is kept; what is missed follows it, a line each. */
function linesOf({ id, says, wanted, reached, misses, seconds, noticed, unnoticed }: Outcome): string {
  const isKept = misses.length + unnoticed.length === 0;
  const planted = noticed.length + unnoticed.length;
  const faults = planted > 0 ? `; planted faults noticed: ${noticed.length} of ${planted}` : '';
  return [
    `${isKept ? 'kept  ' : 'MISSED'} ${id.padEnd(4)}${says}: ${reached} (${seconds.toFixed(0)} s${faults})`,
    ...(isKept ? [] : [`          wanted ${wanted}`]),
    ...misses.slice(0, 10).map((miss) => `          - ${miss}`),
    ...unnoticed.map((fault) => `          - not noticed: ${fault}`),
  ].join('\n');
}

/** These keep a core busy, the others mostly wait: the two kinds are played side by side, the busy ones patiently. */
const BUSY = ['R1', 'R2', 'R6', 'R10', 'R12'];

const byNumber = (one: Outcome, other: Outcome) => Number(one.id.slice(1)) - Number(other.id.slice(1));

/** Each on servers of its own, told as it ends; whoever has played all of their own takes the last of the others'. */
async function oneAfterAnother(own: AnyPromise[], others: AnyPromise[], wish: Wish): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let promise = own.shift(); promise; promise = own.shift() ?? others.pop()) {
    const isPatient = BUSY.includes(promise.id);
    let opened: Promise<Servers> | undefined;
    const openServers = () => (opened = startServers(isPatient));
    const say = (line: string) => console.log(`          ${line}`);
    const longestMs = LONGEST_RUN_MS - performance.now();
    const outcome = await prove(promise, { ...wish, openServers, isPatient, longestMs, say });
    outcomes.push(outcome);
    console.log(linesOf(outcome));
    const stopped = opened?.then(
      (servers) => servers.stop(),
      () => undefined,
    );
    // Whatever became of them, the others are played.
    await inTime(stopped, SERVERS_END_MS).catch((trouble: unknown) => console.error(trouble));
  }
  return outcomes;
}

/** What is played; `-dirty` when it is not what was committed, but for the page the proofs write. */
function commitNow(): string {
  const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).trim();
  try {
    const isDirty = git('status', '--porcelain', '--', '.', ':!docs') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isDirty ? '-dirty' : ''}`;
  } catch {
    return 'unknown';
  }
}

async function main(): Promise<number> {
  const wish = wishIn(process.argv.slice(2));
  console.log(`Proofs with seed ${wish.seed}, ${cpus().length} cores`);
  const from = performance.now();
  const commit = commitNow();
  const busy = wish.promises.filter(({ id }) => BUSY.includes(id));
  const waiting = wish.promises.filter(({ id }) => !BUSY.includes(id));
  const both = [oneAfterAnother(busy, waiting, wish), oneAfterAnother(waiting, busy, wish)];
  const outcomes = (await Promise.all(both)).flat().sort(byNumber);
  const engine = [...new Set(outcomes.flatMap((one) => one.engine ?? []))].join(', ');
  const minutes = (performance.now() - from) / 60_000;
  console.log(`${minutes.toFixed(0)} minutes in all`);
  writeReport(outcomes, { ...wish, minutes, engine, commit, isOfAll: outcomes.length === PROMISES.length });
  return outcomes.some(({ misses, unnoticed }) => misses.length + unnoticed.length > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (trouble: unknown) => {
    console.error(trouble instanceof Error ? (trouble.stack ?? trouble.message) : trouble);
    process.exit(1);
  },
);
