import { cpus } from 'node:os';
import { PROMISES } from './all';
import type { AnyPromise } from './promise';
import { writeReport } from './report';
import { prove, type Outcome } from './run';
import { startServers } from './servers';

/** All of them together: what is not over by then is missed. */
const LONGEST_RUN_MS = 40 * 60_000;

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

function lineOf({ id, says, wanted, reached, misses, seconds, noticed, unnoticed }: Outcome): string {
  const planted = noticed.length + unnoticed.length;
  return [
    `${misses.length + unnoticed.length === 0 ? 'kept  ' : 'MISSED'} ${id.padEnd(4)}${says}`,
    `          wanted ${wanted}; reached ${reached} (${seconds.toFixed(0)} s)`,
    ...misses.slice(0, 10).map((miss) => `          - ${miss}`),
    ...(planted > 0 ? [`          planted faults noticed: ${noticed.length} of ${planted}`] : []),
    ...unnoticed.map((fault) => `          - not noticed: ${fault}`),
  ].join('\n');
}

/** These keep a core busy, the others mostly wait: the two kinds are played side by side, the busy ones patiently. */
const BUSY = ['R1', 'R2', 'R6', 'R10', 'R12'];

const byNumber = (one: Outcome, other: Outcome) => Number(one.id.slice(1)) - Number(other.id.slice(1));

interface Played {
  readonly outcomes: Outcome[];
  readonly engines: string[];
}

/** Each on servers of its own, told as it ends; whoever has played all of their own takes the last of the others'. */
async function oneAfterAnother(own: AnyPromise[], others: AnyPromise[], wish: Wish): Promise<Played> {
  const outcomes: Outcome[] = [];
  const engines: string[] = [];
  for (let promise = own.shift(); promise; promise = own.shift() ?? others.pop()) {
    const isPatient = BUSY.includes(promise.id);
    const servers = await startServers(isPatient);
    engines.push(servers.engine);
    const say = (line: string) => console.log(`          ${line}`);
    try {
      const longestMs = Math.max(0, LONGEST_RUN_MS - performance.now());
      const outcome = await prove(promise, { ...wish, servers, isPatient, longestMs, say });
      outcomes.push(outcome);
      console.log(lineOf(outcome));
    } finally {
      await servers.stop();
    }
  }
  return { outcomes, engines };
}

async function main(): Promise<number> {
  const wish = wishIn(process.argv.slice(2));
  console.log(`Proofs with seed ${wish.seed}, ${cpus().length} cores`);
  const from = performance.now();
  const busy = wish.promises.filter(({ id }) => BUSY.includes(id));
  const waiting = wish.promises.filter(({ id }) => !BUSY.includes(id));
  const both = [oneAfterAnother(busy, waiting, wish), oneAfterAnother(waiting, busy, wish)];
  const played = await Promise.all(both);
  const outcomes = played.flatMap((one) => one.outcomes).sort(byNumber);
  const engine = [...new Set(played.flatMap(({ engines }) => engines))].join(', ');
  const minutes = (performance.now() - from) / 60_000;
  console.log(`${minutes.toFixed(0)} minutes in all`);
  writeReport(outcomes, { ...wish, minutes, engine, isOfAll: outcomes.length === PROMISES.length });
  return outcomes.some(({ misses, unnoticed }) => misses.length + unnoticed.length > 0) ? 1 : 0;
}

main().then(
  (code) => process.exit(code),
  (trouble: unknown) => {
    console.error(trouble instanceof Error ? (trouble.stack ?? trouble.message) : trouble);
    process.exit(1);
  },
);
