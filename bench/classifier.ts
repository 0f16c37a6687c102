import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createClassifier } from '../domain/classifier';
import { GROUPS } from '../domain/city';
import { loadCityPack } from '../infra/city-pack';

const ROOT = join(__dirname, '..');
const OWN_TEXTS = join(ROOT, 'test/domain/held-out-texts.jsonl');
const SHARED_TEXTS = join(ROOT, '../shared/samples/appeals.jsonl');
/** The category of each text of the shared sample, by its id: our own labels. */
const SHARED_LEAVES = join(__dirname, 'sample-leaves.json');
const NONE = 'none';
/** What reading a message for its category, danger and small talk together may take of the processor. */
const MOST_MILLISECONDS = 5;

const labelled = z.object({
  id: z.string().optional(),
  text: z.string(),
  leaf: z.string().optional(),
  group: z.enum([...GROUPS, NONE]),
  urgent: z.boolean().default(false),
});

/** One labelled text and what the classifier made of it; `codes` are its proposals, in order, `groups` theirs. */
interface Reading extends z.infer<typeof labelled> {
  readonly codes: readonly string[];
  readonly groups: readonly string[];
  readonly isTakenForNone: boolean;
  readonly isTakenForDanger: boolean;
}

const { values } = parseArgs({ options: { file: { type: 'string' }, json: { type: 'boolean' } } });

function main(): void {
  const file = values.file ?? (existsSync(SHARED_TEXTS) ? SHARED_TEXTS : OWN_TEXTS);
  const texts = readTexts(file);
  const city = loadCityPack(join(ROOT, 'cities/sample'));
  const builtFrom = performance.now();
  const classifier = createClassifier(city);
  const building = (performance.now() - builtFrom) / 1000;
  const groupOf = new Map<string, string>(city.categories.map(({ code, group }) => [code, group]));
  const readOne = (text: (typeof texts)[number]): Reading => {
    const codes = classifier.propose(text.text).map(({ code }) => code);
    return {
      ...text,
      codes,
      groups: codes.map((code) => groupOf.get(code) ?? code),
      isTakenForNone: classifier.recogniseNonAppeal(text.text) !== undefined,
      isTakenForDanger: classifier.isDangerous(text.text),
    };
  };
  const readings = texts.map(readOne);
  const milliseconds = timeOf(() => texts.map(readOne)) / Math.max(texts.length, 1);
  const shares = sharesOf(readings);
  if (values.json) return say(JSON.stringify(shares));
  say(
    `${file}: ${texts.length} texts, ${milliseconds.toFixed(2)} ms each (at most ${MOST_MILLISECONDS}), once warm; built in ${building.toFixed(1)} s`,
  );
  for (const [name, share] of Object.entries(shares)) say(`${name.padEnd(16)} ${percent(share)}`);
  for (const line of leafLines(readings)) say(line);
  say(`\nConfusion: group, then how often each group came first\n${confusion(readings)}`);
}

/** Milliseconds of the processor that some work takes, whatever else the machine does. */
function timeOf(work: () => unknown): number {
  const startedAt = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(startedAt);
  return (user + system) / 1000;
}

function readTexts(file: string) {
  const leaves = file === SHARED_TEXTS ? z.record(z.string(), z.string()).parse(readJson(SHARED_LEAVES)) : {};
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => labelled.parse(JSON.parse(line)))
    .map((text) => ({ ...text, leaf: text.leaf ?? leaves[text.id ?? ''] }));
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** How often the right category was proposed, where it is known. */
function leafLines(readings: readonly Reading[]): string[] {
  const known = readings.filter(({ leaf }) => leaf !== undefined);
  if (known.length === 0) return [];
  const first = share(known, ({ leaf, codes }) => codes[0] === leaf);
  const firstThree = share(known, ({ leaf, codes }) => codes.slice(0, 3).includes(leaf ?? ''));
  return [`leafFirst        ${percent(first)}`, `leafFirstThree   ${percent(firstThree)}`];
}

const share = <T>(all: readonly T[], isSo: (one: T) => boolean): number =>
  all.length === 0 ? 1 : all.filter(isSo).length / all.length;

function sharesOf(readings: readonly Reading[]) {
  const appeals = readings.filter(({ group }) => group !== NONE);
  const others = readings.filter(({ group }) => group === NONE);
  const calm = readings.filter(({ urgent }) => !urgent);
  return {
    first: share(appeals, ({ group, groups }) => groups[0] === group),
    firstThree: share(appeals, ({ group, groups }) => groups.slice(0, 3).includes(group)),
    noneFound: share(others, ({ isTakenForNone }) => isTakenForNone),
    mistakenForNone: appeals.length && share(appeals, ({ isTakenForNone }) => isTakenForNone),
    dangerFound: share(
      readings.filter(({ urgent }) => urgent),
      ({ isTakenForDanger }) => isTakenForDanger,
    ),
    falseDanger: calm.length && share(calm, ({ isTakenForDanger }) => isTakenForDanger),
  };
}

function confusion(readings: readonly Reading[]): string {
  return [...GROUPS, NONE]
    .map((group) => {
      const counts = new Map<string, number>();
      for (const reading of readings.filter((one) => one.group === group)) {
        const found = reading.isTakenForNone ? NONE : (reading.groups[0] ?? '–');
        counts.set(found, (counts.get(found) ?? 0) + 1);
      }
      const row = [...counts].sort(([, a], [, b]) => b - a).map(([found, count]) => `${found} ${count}`);
      return `${group.padEnd(20)} ${row.join(', ')}`;
    })
    .join('\n');
}

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

main();
