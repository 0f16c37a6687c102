import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QUEUE_WATCHES } from '../../domain/queue-watch';
import { SECRETS } from '../../infra/secret-files';
import { ALARMS } from '../../use-cases/raise-alarm';
import { sourceOf, sourcesIn } from '../support/source-files';

const page = readFileSync(join(__dirname, '../../docs/operations.md'), 'utf8');
const alarms = page.slice(page.indexOf('## Alarms'), page.indexOf('## Backup'));

/** The words of every `log.error`: the last argument, wherever the call begins. */
const ERROR = /log\s*\.error\(\s*(?:\{[^}]*\}|\w+),\s*'([^']+)'/g;
const saidAsErrors = sourcesIn('bot', 'workers', 'infra', 'messengers', 'web', 'use-cases').flatMap((file) =>
  [...sourceOf(file).matchAll(ERROR)].map(([, words = '']) => words),
);

describe('the operator’s page', () => {
  it.each([...ALARMS, ...QUEUE_WATCHES])('says what the alarm %s means and what to do', (alarm) => {
    expect(alarms).toMatch(new RegExp(`^\\| .*\`${alarm}\`.* \\| .{20,} \\| .{10,} \\|$`, 'm'));
  });

  it('explains every line the log writes as an error', () => {
    expect(saidAsErrors.length).toBeGreaterThan(10);
    expect(saidAsErrors.filter((words) => !alarms.includes(words))).toEqual([]);
  });

  it('explains every figure there is, and none that is not', () => {
    const source = sourceOf('infra/metrics.ts');
    const plain = [...source.matchAll(/gauge\('([a-z_]+)'/g)].map(([, name]) => `vidhuk_${name}`);
    const inCode = [
      ...plain,
      ...[...source.matchAll(/name: '(vidhuk_[a-z_]+)'/g)].map(([, name = '']) => name),
    ];
    const onPage = [...page.matchAll(/vidhuk_[a-z_]+/g)].map(([name]) => name);
    expect(inCode).toHaveLength(13);
    expect([...new Set(onPage)].sort()).toEqual(inCode.sort());
  });

  it('warns of too few processes also when none is left to be counted', () => {
    const rules = [...page.matchAll(/expr: '([^']+)'/g)].map(([, rule = '']) => rule);
    const counting = rules.filter((rule) => rule.startsWith('count('));
    expect(rules.length).toBeGreaterThan(5);
    expect(counting).toHaveLength(1);
    for (const rule of counting) expect(rule).toMatch(/^count\((.+)\) < \d+ or absent\(\1\)$/);
  });

  it('names every secret that may lie in a file, and only commands there are', () => {
    for (const name of SECRETS) expect(page).toContain(`${name}_FILE`);
    const { scripts } = JSON.parse(sourceOf('package.json')) as { scripts: Record<string, string> };
    for (const [, name = ''] of page.matchAll(/npm run ([a-z:]+)/g)) expect(scripts).toHaveProperty([name]);
    const programs = [...page.matchAll(/dist\/([\w/-]+)\.js/g)].map(([, name = '']) => `${name}.ts`);
    expect(programs.filter((name) => !existsSync(join(__dirname, '../..', name)))).toEqual([]);
  });

  it('says how to look at what is past its time without erasing it, with npm and without', () => {
    expect(page).toContain('npm run retention -- --dry-run');
    expect(page).toContain('docker compose run --rm workers-1 node dist/workers/retention.js --dry-run');
  });
});
