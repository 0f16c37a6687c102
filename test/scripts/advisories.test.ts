import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { lockedPackages, type Locked } from '../support/lock-file';

const version = z.string().regex(/^\d+\.\d+\.\d+$/);
const ADVISORY = z.strictObject({
  package: z.string().min(1),
  id: z.string().min(1),
  what: z.string().min(5),
  from: version.optional(),
  below: version.optional(),
  exactly: z.array(version).min(1).optional(),
  /** Why a locked version in the range does not hit us. */
  accepted: z.string().min(20).optional(),
});
type Advisory = z.infer<typeof ADVISORY>;

const advisories = z
  .array(ADVISORY)
  .parse(parse(readFileSync(join(__dirname, '../../scripts/advisories.yaml'), 'utf8')));

const NUMBERS = /^(\d+)\.(\d+)\.(\d+)/;
const numbersOf = (words: string) => (NUMBERS.exec(words) ?? []).slice(1).map(Number);
/** Negative when `a` is older; a version before a release counts as the release. */
const compare = (a: string, b: string): number => {
  const theirs = numbersOf(b);
  return numbersOf(a).map((part, at) => part - (theirs[at] ?? 0)).find((difference) => difference !== 0) ?? 0; // prettier-ignore
};

function concerns(
  { package: name, from, below, exactly }: Advisory,
  locked: Pick<Locked, 'name' | 'version'>,
) {
  const is = locked.version ?? '';
  if (name !== locked.name) return false;
  if (exactly) return exactly.includes(is);
  return (!from || compare(is, from) >= 0) && (!below || compare(is, below) < 0);
}

const unexplained = (packages: readonly Pick<Locked, 'name' | 'version'>[]): string[] =>
  advisories
    .filter(({ accepted }) => !accepted)
    .flatMap((advisory) =>
      packages
        .filter((one) => concerns(advisory, one))
        .map((one) => `${one.name} ${one.version}: ${advisory.id}, ${advisory.what}`),
    );

describe('the advisories we know', () => {
  it('concern no version in the lock without a word on why it does not hit us', () => {
    expect(unexplained(lockedPackages())).toEqual([]);
  });

  it.each([
    ['telegraf-session-redis', '2.1.0', 1],
    ['mongoose', '8.9.4', 1],
    ['mongoose', '8.9.5', 0],
    ['hono', '4.8.9', 2],
    ['hono', '4.13.19', 0],
    ['debug', '4.4.2', 1],
    ['debug', '4.4.3', 0],
    ['semver', '6.3.0', 1],
    ['glob', '10.5.0', 0],
    ['@babel/traverse', '7.23.1', 1],
  ])('find %s %s when they should', (name, is, count) => {
    expect(unexplained([{ name, version: is }])).toHaveLength(count);
  });
});
