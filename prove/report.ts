import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './run';

const FILE = join(__dirname, '..', 'docs', 'guarantees.md');

const rowOf = ({ id, says, promised, wanted, reached, misses, seconds, isFull }: Outcome): string => {
  const played = isFull ? 'as promised' : wanted;
  const cells = [id, says, promised, played, reached, misses.length === 0 ? 'kept' : '**missed**'];
  return `| ${[...cells, seconds.toFixed(0)].join(' | ')} |`;
};

/** Writes docs/guarantees.md from one run of all promises. */
export function writeReport(
  outcomes: readonly Outcome[],
  run: { seed: number; scale: number; minutes: number },
): void {
  const size =
    run.scale >= 1
      ? 'at full figures'
      : `at ${run.scale} of the full figures, because time was short: not yet a proof of the promised ones`;
  const lines = [
    '# What we promise and what the proofs reached',
    '',
    `Written by \`npm run prove\` on ${new Date().toISOString().slice(0, 10)}, ${size}, seed ${run.seed}, ` +
      `${cpus().length} cores, ${run.minutes.toFixed(0)} minutes. The full figures: \`npm run prove -- --seed ${run.seed}\`.`,
    '',
    'Real processes, servers of their own, a strict fake of Telegram. What is counted is counted in the fake’s ledger and',
    'in the database, never by the product’s own code; `npm run prove -- --planted` falsifies the evidence in every way we',
    'thought of and shows that the checks notice.',
    '',
    '| | promise | figure promised | played in this run | reached | | seconds |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(rowOf),
    '',
  ];
  writeFileSync(FILE, lines.join('\n'));
}
