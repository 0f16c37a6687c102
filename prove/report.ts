import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from './run';

const FILE = join(__dirname, '..', 'docs', 'guarantees.md');
const RUNS_KEPT = 2;
const HEAD = `# What we promise and what the proofs reached

Written by \`npm run prove\`: the last ${RUNS_KEPT} runs at full figures, with different seeds, and the last run with planted faults.
A promise played again alone with the same seed takes the place of its row and says so. Real processes, servers of their
own (each run says which database), a strict fake of Telegram. What is counted is counted in the fake’s ledger and in the
database, never by the product’s own code.
`;

export interface Run {
  readonly seed: number;
  readonly minutes: number;
  /** What kept the record. */
  readonly engine: string;
  /** What was played: a proof may be a stronger one than that of another run. */
  readonly commit: string;
}

const rowOf = ({ id, says, wanted, reached, misses, seconds }: Outcome): string => {
  const cells = [id, says, wanted, reached, misses.length === 0 ? 'kept' : '**missed**', seconds.toFixed(0)];
  return `| ${cells.join(' | ')} |`;
};

/** The page with promises played again alone in the rows of the run of that seed, if it is there. */
export const pageWithRows = (
  page: string,
  outcomes: readonly Outcome[],
  { seed, commit }: Pick<Run, 'seed' | 'commit'>,
): string =>
  page
    .split(/^(?=## )/m)
    .map((section) =>
      section.startsWith(`## Seed ${seed}\n`)
        ? outcomes.reduce((one, outcome) => withRow(one, outcome, commit), section)
        : section,
    )
    .join('');

/** What was missed before goes with its old row. */
function withRow(section: string, outcome: Outcome, commit: string): string {
  const { id, reached } = outcome;
  return section
    .replace(new RegExp(`^\\| ${id} \\|.*$`, 'm'), () =>
      rowOf({ ...outcome, reached: `${reached} (played alone, commit ${commit})` }),
    )
    .replace(new RegExp(`\\n${id}: .*\\n`, 'g'), '');
}

/** A run at full figures as a section of the page. */
export const runSection = (outcomes: readonly Outcome[], { seed, minutes, engine, commit }: Run): string =>
  [
    `## Seed ${seed}`,
    '',
    `On ${today()}, commit ${commit}, ${engine}, ${cpus().length} cores, ${minutes.toFixed(0)} minutes. Again: \`npm run prove -- --seed ${seed}\`.`,
    '',
    '| | promise | figure | reached | | seconds |',
    '| --- | --- | --- | --- | --- | --- |',
    ...outcomes.map(rowOf),
    ...outcomes.flatMap(({ id, misses }) => misses.slice(0, 3).map((miss) => `\n${id}: ${miss}.`)),
    '',
  ].join('\n');

const plantedRow = ({ id, noticed, unnoticed }: Outcome): string =>
  `| ${id} | ${noticed.length} of ${noticed.length + unnoticed.length} | ${[...noticed, ...unnoticed].join('; ')} |`;

/** A run with planted faults as a section of the page. */
const plantedSection = (outcomes: readonly Outcome[], { seed }: Run): string =>
  [
    '## Planted faults',
    '',
    `On ${today()}, seed ${seed}: \`npm run prove -- --planted\` falsifies the evidence the way a broken product would, one`,
    'way after another, and asks whether the check notices.',
    '',
    '| | noticed | what was planted |',
    '| --- | --- | --- |',
    ...outcomes.map(plantedRow),
    '',
  ].join('\n');

const today = () => new Date().toISOString().slice(0, 10);

/** Likewise which planted faults they noticed. */
export const pageWithPlants = (
  page: string,
  outcomes: readonly Outcome[],
  { seed }: Pick<Run, 'seed'>,
): string =>
  page
    .split(/^(?=## )/m)
    .map((section) =>
      section.startsWith('## Planted') && section.includes(`seed ${seed}:`)
        ? outcomes.reduce(
            (one, outcome) =>
              one.replace(new RegExp(`^\\| ${outcome.id} \\|.*$`, 'm'), () => plantedRow(outcome)),
            section,
          )
        : section,
    )
    .join('');

/** The page with a new section in it, the newest run first; older ones fall out. Runs of one seed replace each other. */
export function pageWith(page: string, section: string): string {
  const title = (one: string) => one.split('\n')[0]!;
  const known = page.split(/^(?=## )/m).slice(1);
  const all = [section, ...known.filter((one) => title(one) !== title(section))];
  const runs = all.filter((one) => one.startsWith('## Seed')).slice(0, RUNS_KEPT);
  const planted = all.filter((one) => one.startsWith('## Planted')).slice(0, 1);
  return [HEAD, ...[...runs, ...planted].map((one) => `${one.trim()}\n`)].join('\n');
}

/**
 * Writes docs/guarantees.md anew with a run of all promises, if it was at full figures or with planted faults. Some of
 * them at full figures take the place of their rows in the run of the same seed.
 */
export function writeReport(
  outcomes: readonly Outcome[],
  run: Run & { scale: number; isPlanted: boolean; isOfAll: boolean },
): void {
  const page = readFileSync(FILE, 'utf8');
  const { scale, isPlanted, isOfAll } = run;
  if (!isOfAll) {
    const known = scale >= 1 ? pageWithRows(page, outcomes, run) : page;
    writeFileSync(FILE, isPlanted ? pageWithPlants(known, outcomes, run) : known);
    return;
  }
  const sections = [
    ...(scale >= 1 ? [runSection(outcomes, run)] : []),
    ...(isPlanted ? [plantedSection(outcomes, run)] : []),
  ];
  if (sections.length > 0) writeFileSync(FILE, sections.reduce(pageWith, page));
}
