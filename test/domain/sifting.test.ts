import fc from 'fast-check';
import type { Appeal } from '../../domain/appeal';
import type { Citizen } from '../../domain/citizen';
import { NON_APPEAL_KINDS, type NonAppealKind } from '../../domain/city';
import { after, HOUR_MS } from '../../domain/instant';
import { isOpen } from '../../domain/moves';
import { nextResponsible } from '../../domain/next-responsible';
import { register, type Registration } from '../../domain/register';
import { object, pardon, siftingsFor, slowDown, strike } from '../../domain/sifting';
import { termsFor } from '../../domain/term';
import { aCitizen, anAppeal, days, NOW } from '../support/builders';
import { city } from '../support/sample-city';
import { ACTS, PEOPLE, type ActName } from './acts';

const SERIES = 2_500;
const COMMAND = { id: 'c-1', by: PEOPLE.moderator };
const given = (count: number) => ({ number: '2026-000001', reason: 'Ображає', days: count });
const struck = (times: number): Citizen =>
  Array.from({ length: times }).reduce<Citizen>(
    (one, _, index) => strike(one, given(30), { ...COMMAND, id: `c-${index}` }, NOW),
    aCitizen(),
  );
const siftings = (author: Citizen, open = 0, looksLike?: NonAppealKind, now = NOW) =>
  siftingsFor(author, { open, ...(looksLike && { looksLike }) }, city.sifting, now);

describe('whom it was decided about', () => {
  it('may object in words, which stand in the history', () => {
    const said = object(anAppeal(), { ...COMMAND, text: 'Я не ображав' }, NOW);
    expect(said).toMatchObject({
      ...{ ok: true, event: { type: 'appeal.objected', at: NOW, facts: { text: 'Я не ображав' } } },
    });
    expect(object(anAppeal(), { ...COMMAND, text: ' \n' }, NOW)).toEqual({
      ok: false,
      refusal: 'empty_text',
    });
  });
});

describe('why a moderator looks first', () => {
  it('is not what ends this very moment', () => {
    const author = slowDown(struck(city.sifting.strikes), given(30), COMMAND, NOW);
    expect(siftings(author, 0, undefined, days(30))).toEqual([]);
  });

  it('is nothing for almost everybody', () => {
    expect(siftings(aCitizen(), city.sifting.openAppeals - 1)).toEqual([]);
    expect(siftings(struck(city.sifting.strikes - 1), 0, 'greeting')).toEqual([]);
  });

  it('is strikes as long as enough are in force, once for one command', () => {
    const author = struck(city.sifting.strikes);
    expect(siftings(author)).toEqual(['strikes']);
    expect(siftings(author, 0, undefined, days(31))).toEqual([]);
    expect(strike(author, given(30), { ...COMMAND, id: 'c-0' }, NOW)).toBe(author);
  });

  it('is slow mode until its day, and neither after a pardon', () => {
    const author = slowDown(struck(city.sifting.strikes), given(7), COMMAND, NOW);
    expect(siftings(author)).toEqual(['slow', 'strikes']);
    expect(siftings(author, 0, undefined, days(8))).toEqual(['strikes']);
    expect(siftings(pardon(author))).toEqual([]);
  });

  it.each<[NonAppealKind, string]>([
    ['abuse', 'abuse'],
    ['advert', 'advert'],
    ['noise', 'nonsense'],
  ])('is a text that looks like %s', (looksLike, sifting) =>
    expect(siftings(aCitizen(), 0, looksLike)).toEqual([sifting]),
  );

  it('is many open appeals', () => {
    expect(siftings(aCitizen(), city.sifting.openAppeals)).toEqual(['many_open']);
  });
});

type Happening = { readonly hours: number } & (
  | { readonly what: 'file'; readonly isUrgent: boolean; readonly isVerified: boolean; readonly looksLike: NonAppealKind | undefined }
  | { readonly what: 'strike' | 'slow'; readonly days: number }
  | { readonly what: 'pardon' }
  | { readonly what: 'act'; readonly name: ActName; readonly which: number }
); // prettier-ignore

/** What the office and the author do to appeals meanwhile; nothing that ends them by the author's own word. */
const OFFICE: readonly ActName[] = ['take', 'assign', 'decline', 'ask', 'label', 'object', 'note', 'detail', 'returnIncomplete', 'complete', 'forward', 'helpNo', 'merge', 'separate']; // prettier-ignore
/** Half days, so that the terms of one day are reckoned once. */
const hours = fc.integer({ min: 0, max: 40 }).map((halves) => 12 * halves);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ what: fc.constant('file' as const), hours, isUrgent: fc.boolean(), isVerified: fc.boolean() },
      looksLike: fc.option(fc.constantFrom(...NON_APPEAL_KINDS), { nil: undefined }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constantFrom('strike' as const, 'slow' as const),
      days: fc.integer({ min: 1, max: 365 }),
      hours,
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('pardon' as const), hours }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ what: fc.constant('act' as const), hours, name: fc.constantFrom(...OFFICE) },
      which: fc.nat(20),
    }),
  },
);

type File = (registration: Registration, at: Date) => Appeal | undefined;
const asWritten: File = (registration, at) => register(registration, { id: 'filed', by: PEOPLE.citizen }, at);
const category = city.categories[0]!;
const reckoned = new Map<number, ReturnType<typeof termsFor>>();
function termsAt(at: Date) {
  const terms = reckoned.get(at.getTime()) ?? termsFor({ ...category, kind: 'application' }, at, city);
  reckoned.set(at.getTime(), terms);
  return terms;
}

/** A city where somebody is struck, slowed, pardoned, and files; every appeal ever filed, in order. */
class Series {
  readonly appeals: (Appeal | undefined)[] = [];
  readonly filedAt: Date[] = [];
  citizen: Citizen = aCitizen();
  at = NOW;
  sifted = 0;

  constructor(private readonly file: File) {}

  happens(one: Happening, index: number): void {
    this.at = after(this.at, one.hours * HOUR_MS);
    const command = { id: `c-${index}`, by: PEOPLE.moderator };
    if (one.what === 'strike') this.citizen = strike(this.citizen, given(one.days), command, this.at);
    if (one.what === 'slow') this.citizen = slowDown(this.citizen, given(one.days), command, this.at);
    if (one.what === 'pardon') this.citizen = pardon(this.citizen);
    if (one.what === 'file') this.files(one, index);
    if (one.what === 'act') this.acts(one, index);
  }

  private files(one: Happening & { what: 'file' }, index: number): void {
    const open = this.appeals.filter((appeal) => appeal && isOpen(appeal.status)).length;
    const sifted = siftings(this.citizen, open, one.looksLike, this.at);
    this.sifted += sifted.length;
    const { isUrgent, isVerified } = one;
    const words = {
      pieces: [{ messageId: '1', text: 'Не горить ліхтар' }],
      attachments: [],
      particulars: {},
    };
    const facts = { kind: 'application', language: 'uk', isUrgent, isVerified, isUncertain: false } as const;
    const known = { id: `appeal-${index}`, number: `2026-${index}`, category, terms: termsAt(this.at) };
    this.filedAt.push(this.at);
    this.appeals.push(this.file({ ...words, ...facts, ...known, sifted }, this.at));
  }

  private acts({ name, which }: Happening & { what: 'act' }, index: number): void {
    const place = this.appeals.length > 0 ? which % this.appeals.length : -1;
    const appeal = this.appeals[place];
    const decision = appeal && ACTS[name](appeal, `c-${index}`, this.at);
    if (decision?.ok) this.appeals[place] = decision.appeal;
  }
}

/** What is wrong with an appeal that was filed properly, whatever was decided about its author. */
function wrongWith(appeal: Appeal | undefined, filedAt: Date): string | undefined {
  if (!appeal) return 'it disappeared';
  if (appeal.events[0]?.type !== 'appeal.submitted') return 'it was not registered';
  if (!nextResponsible(appeal)) return 'it is in nobody’s hands';
  const { legalDueAt } = termsAt(filedAt);
  if (appeal.legalDueAt?.getTime() !== legalDueAt?.getTime()) return 'it stands outside its legal term';
  const isHeldUp = appeal.isUrgent && appeal.isVerified && appeal.rev === 1 && appeal.needsModerator;
  return isHeldUp ? 'a danger waits for a moderator' : undefined;
}

function check(happenings: readonly Happening[], file: File): Series {
  const series = new Series(file);
  happenings.forEach((one, index) => series.happens(one, index));
  series.appeals.forEach((appeal, index) => {
    const wrong = wrongWith(appeal, series.filedAt[index]!);
    if (wrong) throw new Error(wrong);
  });
  return series;
}

const all = fc.array(happening, { minLength: 4, maxLength: 24 });

describe('whatever is decided about somebody', () => {
  it(`makes no appeal of theirs disappear or stand outside its term, in ${SERIES} series`, () => {
    let [filed, sifted] = [0, 0];
    const counted = fc.property(all, (happenings) => {
      const series = check(happenings, asWritten);
      filed += series.appeals.length;
      sifted += series.sifted;
    });
    fc.assert(counted, { numRuns: SERIES });
    expect(filed).toBeGreaterThan(SERIES);
    expect(sifted).toBeGreaterThan(SERIES / 2);
  });

  it.each<[string, RegExp, File]>([
    ['a struck author who is refused', /disappeared/, (one, at) => (one.sifted.includes('strikes') || one.sifted.includes('slow') ? undefined : asWritten(one, at))],
    ['a sifted appeal with a longer term', /legal term/, (one, at) => asWritten(one.sifted.length > 0 ? { ...one, terms: termsAt(after(at, 240 * HOUR_MS)) } : one, at)],
    ['a danger held up by sifting', /danger/, (one, at) => ({ ...asWritten(one, at)!, needsModerator: true })],
  ])('and the check sees %s', (_, wrong, file) => {
    const many = fc.sample(all, 300);
    expect(() => many.forEach((happenings) => check(happenings, file))).toThrow(wrong);
  }); // prettier-ignore
});
