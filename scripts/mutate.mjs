import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { runCommand } from './servers/lifetime.mjs';
import { projectDir } from './servers/places.mjs';
import { endOf } from './tests/mutants-end.mjs';

/**
 * Changes the rules one by one and counts how many changes some test notices. `npm run mutate` for all groups,
 * `npm run mutate -- decisions` for one, `npm run mutate -- decisions domain/marks.ts` for some files of it. Ends with 1
 * when a group stays below its goal or all takes more than 30 minutes. Needs no servers: rules are tested without them (`scripts/tests/mutants-runner.mjs`).
 */
const GROUPS = {
  permissions: {
    goal: 90,
    tests: ['domain/permissions', 'domain/moves', 'domain/act', 'domain/about-officials'],
    files: ['domain/permissions.ts', 'domain/denials.ts', 'domain/moves.ts', 'domain/act.ts'],
  },
  delivery: {
    goal: 90,
    tests: [
      ...['domain/notices', 'domain/about-officials', 'domain/after-sending'],
      ...['brake', 'classify', 'confirmation', 'split'].map((name) => `messengers/telegram/${name}`),
      ...['infra/mongo/notice-order', 'infra/redis/own-allowance', 'infra/redis/sending-limits'],
    ],
    files: [
      'domain/after-sending.ts',
      'domain/notice.ts',
      'domain/notices.ts',
      'messengers/telegram/brake.ts',
      'messengers/telegram/classify.ts',
      'messengers/telegram/confirmation.ts',
      'messengers/telegram/split.ts',
      'infra/mongo/notice-order.ts',
      'infra/redis/own-allowance.ts',
      'infra/redis/sending-limits.ts',
    ],
  },
  /** All of `domain/` but the two above. How words find a category is measured by `npm run bench:classifier`: a changed weight is no broken rule. */
  decisions: {
    goal: 80,
    tests: domainTests().filter((name) => !/histories|classifier|typed-addresses|naive-bayes/.test(name)),
    files: [
      'domain/*.ts',
      ...['permissions', 'denials', 'moves', 'act', 'after-sending', 'notice', 'notices', 'city'].map(butFor),
      ...['classifier', 'evidence', 'side-details', 'features', 'similarity', 'ranking'].map(butFor),
      ...['learner', 'lessons', 'naive-bayes'].map(butFor),
      ...['vocabulary', 'signs', 'danger', 'non-appeal', 'words', 'silent-words', 'phrase'].map(butFor),
      ...['transliteration', 'category-search', 'street-match'].map(butFor),
    ],
  },
};

function domainTests() {
  return readdirSync(join(projectDir, 'test', 'domain'))
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `domain/${file.replace('.test.ts', '')}`);
}

function butFor(name) {
  return `!domain/${name}.ts`;
}

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];
const say = (line) => console.log(line);

async function mutate(name, { files, goal, tests }, only) {
  process.env.MUTATED_TESTS = JSON.stringify(tests);
  const found = await new Stryker({
    mutate: only.length > 0 ? only : files,
    testRunner: 'here',
    plugins: [join(projectDir, 'scripts/tests/mutants-runner.mjs')],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    timeoutMS: 60_000,
    reporters: ['json'],
    jsonReporter: { fileName: `.vidhuk/mutants-${name}.json` },
    tempDirName: '.vidhuk/mutants',
    ignorePatterns: ['dist', '.vidhuk', 'docs/pictures', 'prove'],
    allowEmpty: false,
    logLevel: 'warn',
    warnings: { slow: false },
  }).runMutationTest();
  const count = (states) => found.filter(({ status }) => states.includes(status)).length;
  const noticed = count(NOTICED);
  const all = noticed + count(UNNOTICED);
  const share = (100 * noticed) / all;
  for (const { status, fileName, location, replacement } of found)
    if (UNNOTICED.includes(status))
      say(
        `  ${fileName.replace(`${projectDir}/`, '')}:${location.start.line}  ${status}: ${oneLine(replacement)}`,
      );
  say(`${share >= goal ? 'kept  ' : 'MISSED'} ${name}: ${noticed} of ${all} changes noticed, ${share.toFixed(1)} %, goal ${goal} %`); // prettier-ignore
  return share >= goal;
}

const oneLine = (text) => text.replace(/\s+/g, ' ').slice(0, 100);

await runCommand(async () => {
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.includes('/'));
  const only = words.filter((word) => word.includes('/'));
  const unknown = names.filter((name) => !(name in GROUPS));
  if (unknown.length)
    throw new Error(`no such group: ${unknown.join(', ')}; there are ${Object.keys(GROUPS)}`);
  const from = Date.now();
  let isKept = true;
  for (const [name, group] of Object.entries(GROUPS))
    if (names.length === 0 || names.includes(name)) isKept = (await mutate(name, group, only)) && isKept;
  const { line, code } = endOf({ isKept, minutes: (Date.now() - from) / 60_000 });
  say(line);
  return code;
});
