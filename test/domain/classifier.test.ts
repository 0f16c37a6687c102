import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClassifier } from '../../domain/classifier';
import type { Proposal } from '../../domain/ranking';
import { loadCityPack } from '../../infra/city-pack';
import { DANGEROUS, LABELLED, NOT_APPEALS, NOT_DANGEROUS } from './labelled-texts';

const city = loadCityPack(join(__dirname, '../../cities/sample'));
const classifier = createClassifier(city);
const groupByCode = new Map(city.categories.map(({ code, group }) => [code, group]));
const proposed = new Map<string, readonly Proposal[]>();
/** Each text is read once, however many facts are told of it. */
function propose(text: string): readonly Proposal[] {
  const proposals = proposed.get(text) ?? classifier.propose(text);
  proposed.set(text, proposals);
  return proposals;
}
const groupsOf = (text: string) => propose(text).map(({ code }) => groupByCode.get(code));
const shareOf = (isRight: (text: string, group: string) => boolean): number =>
  LABELLED.filter(([group, text]) => isRight(text, group)).length / LABELLED.length;

describe('the proposed categories', () => {
  it('name the right group first in four texts of five', () => {
    expect(shareOf((text, group) => groupsOf(text)[0] === group)).toBeGreaterThanOrEqual(0.85);
  });

  it('have the right group among the first three in nine texts of ten', () => {
    expect(
      shareOf((text, group) =>
        groupsOf(text)
          .slice(0, 3)
          .some((found) => found === group),
      ),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it.each([
    ['яма на дорозі', 'road-pothole'],
    ['ЛІФТ НЕ ПРАЦЮЄ!!!', 'lift-broken'],
    ['лифт не работает', 'lift-broken'],
    ['ліхтр не горіть', 'street-lamp'],
    ['nema svitla vdoma', 'power-outage'],
    ['zabyta kanalizatsiia', 'sewage-blocked'],
    ['pothole', 'road-pothole'],
    ['зграї собак', 'stray-dogs'],
    ['пiд’їзд не прибирають, бруд на сходах', 'entrance-cleaning'],
    ['не вивозять сміття', 'waste-not-collected'],
  ])('for «%s» begin with %s', (text, code) => {
    expect(classifier.propose(text)[0]?.code).toBe(code);
  });

  it.each(LABELLED)('are distinct, few and less and less sure (%s: %s)', (_, text) => {
    const proposals = propose(text);
    expect(proposals.length).toBeLessThanOrEqual(5);
    expect(new Set(proposals.map(({ code }) => code)).size).toBe(proposals.length);
    const confidences = proposals.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(confidences.every((confidence) => confidence > 0 && confidence < 1)).toBe(true);
  });

  it.each([...NOT_APPEALS, '', ' \n ', 'ь'.repeat(10_000)])('are none for what says nothing: %#', (text) => {
    expect(classifier.propose(text)).toEqual([]);
  });
});

describe('the search for a category', () => {
  it.each([
    ['ліфт', 'lift-broken'],
    ['лифт', 'lift-broken'],
    ['світлоф', 'traffic-light'],
    ['lamp', 'street-lamp'],
    ['traffic', 'traffic-light'],
    ['субсидію', 'housing-subsidy'],
    ['смітя', 'waste-not-collected'],
    ['булінг', 'school-bullying'],
    ['liucenko lift', 'lift-broken'],
    ['басейн', 'swimming-pool'],
    ['яма', 'road-pothole'],
    ['ліхт', 'street-lamp'],
    ['ліхтпр', 'street-lamp'],
    ['собки', 'stray-dogs'],
    ['опаленя', 'no-heating'],
    ['свитлофор', 'traffic-light'],
    ['бурульк', 'facade-danger'],
    ['укритя', 'shelter-closed'],
    ['каналізац', 'sewage-blocked'],
    ['садик', 'kindergarten-place'],
    ['маршрутк', 'bus-not-coming'],
    ['parkuvannya', 'parking'],
    ['stray', 'stray-dogs'],
    ['ЦНАП', 'service-centre-queue'],
  ])('for «%s» finds %s among the first five', (query, code) => {
    expect(classifier.search(query).slice(0, 5)).toContain(code);
  });

  it.each(['', '???', 'ъъъъъ'])('for «%s» finds nothing', (query) => {
    expect(classifier.search(query)).toEqual([]);
  });
});

describe('a danger to life', () => {
  it.each(DANGEROUS)('is named by «%s»', (text) => {
    expect(classifier.isDangerous(text)).toBe(true);
  });

  it.each([...NOT_DANGEROUS, ...NOT_APPEALS])('is not named by «%s»', (text) => {
    expect(classifier.isDangerous(text)).toBe(false);
  });
});

interface KeptApart {
  readonly text: string;
  readonly leaf?: string;
  readonly group: string;
  readonly urgent: boolean;
}

const textsOf = <T>(file: string): T[] =>
  readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Messages kept apart from the pack, and the least of each they reach: a little under what was measured. */
const KEPT_APART = [
  // Half of these are oblique on purpose.
  ['held-out-texts.jsonl', { first: 0.82, firstThree: 0.93, leafFirstThree: 0.84, dangerFound: 0.95 }],
  ['blind-texts.jsonl', { first: 0.92, firstThree: 0.97, leafFirstThree: 0.96, dangerFound: 0.95 }],
  // Written last and measured once: the figure to believe.
  ['blind-texts-later.jsonl', { first: 0.84, firstThree: 0.94, leafFirstThree: 0.9, dangerFound: 0.9 }],
] as const;
/** Urgent messages among calm ones made to look like them. */
const NEAR_DANGER = ['danger-texts.jsonl', 'unseen-dangers.jsonl'];
const share = <T>(texts: readonly T[], isSo: (one: T) => boolean): number =>
  texts.filter(isSo).length / texts.length;

describe('the classifier', () => {
  it('is sure of nothing for words it does not know', () => {
    const [best] = classifier.propose('зюзюбра киргуду бамбарбія');
    expect(best?.confidence ?? 0).toBeLessThan(city.leastConfidence);
  });
});

describe.each(KEPT_APART)('texts the pack has never seen (%s)', (file, least) => {
  const texts = textsOf<KeptApart>(file);
  const appeals = texts.filter(({ group }) => group !== 'none');
  const others = texts.filter(({ group }) => group === 'none');

  it('find their group first, or among three', () => {
    const found = appeals.map(({ text, group }) => groupsOf(text).findIndex((one) => one === group));
    expect(share(found, (place) => place === 0)).toBeGreaterThanOrEqual(least.first);
    expect(share(found, (place) => place >= 0 && place < 3)).toBeGreaterThanOrEqual(least.firstThree);
  });

  it('find their very category among the first three', () => {
    const labelled = appeals.filter(({ leaf }) => leaf);
    const isAmongThree = ({ text, leaf }: KeptApart): boolean =>
      propose(text)
        .slice(0, 3)
        .some(({ code }) => code === leaf);
    expect(labelled.length).toBeGreaterThan(140);
    expect(share(labelled, isAmongThree)).toBeGreaterThanOrEqual(least.leafFirstThree);
  });

  it('are as often right as the confidence says', () => {
    const best = appeals.map(({ text, group }) => ({
      confidence: propose(text)[0]?.confidence ?? 0,
      isRight: groupsOf(text)[0] === group,
    }));
    const sure = best.filter(({ confidence }) => confidence >= city.leastConfidence);
    const unsure = best.filter(({ confidence }) => confidence < city.leastConfidence);
    const right = (some: typeof best): number => share(some, ({ isRight }) => isRight);
    expect(unsure.length / best.length).toBeLessThan(0.25);
    expect(right(sure)).toBeGreaterThanOrEqual(0.85);
    expect(right(unsure)).toBeLessThan(right(sure));
  });

  it('are told from small talk', () => {
    const isSmallTalk = ({ text }: KeptApart): boolean => classifier.recogniseNonAppeal(text) !== undefined;
    expect(share(others, isSmallTalk)).toBeGreaterThanOrEqual(0.85);
    expect(share(appeals, isSmallTalk)).toBeLessThanOrEqual(0.015);
  });

  it('name their dangers, and few others do', () => {
    const isNamed = ({ text }: KeptApart): boolean => classifier.isDangerous(text);
    const urgent = texts.filter((one) => one.urgent);
    const calm = texts.filter((one) => !one.urgent);
    expect(share(urgent, isNamed)).toBeGreaterThanOrEqual(least.dangerFound);
    expect(share(calm, isNamed)).toBeLessThanOrEqual(0.02);
  });
});

describe('texts kept apart from the pack', () => {
  it('are none of its examples', () => {
    const { dangerous = [], calm = [] } = city.dangerExamples ?? {};
    const talk = Object.values(city.smallTalk ?? {}).flat();
    const taught = [...city.categories.flatMap(({ examples }) => examples), ...dangerous, ...calm, ...talk];
    const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
    const known = new Set(taught.map(bare).filter(Boolean));
    const files = [...KEPT_APART.map(([file]) => file), ...NEAR_DANGER];
    const kept = files.flatMap((file) => textsOf<{ text: string }>(file));
    expect(kept.filter(({ text }) => known.has(bare(text)))).toEqual([]);
  });

  it.each(NEAR_DANGER)('name their dangers among what only looks like danger (%s)', (file) => {
    const texts = textsOf<{ text: string; urgent: boolean }>(file);
    const named = (urgent: boolean): number => {
      const some = texts.filter((one) => one.urgent === urgent);
      return some.filter(({ text }) => classifier.isDangerous(text)).length / some.length;
    };
    expect(named(true)).toBeGreaterThanOrEqual(0.9);
    expect(named(false)).toBeLessThanOrEqual(0.04);
  });
});

describe('small talk', () => {
  it.each([
    ['Добрий вечір!', 'greeting'],
    ['Щиро дякую', 'thanks'],
    ['ви дурні', 'abuse'],
    ['Кредит онлайн за 5 хвилин, тисни', 'advert'],
    ['https://example.com/watch?v=aB3dE', 'advert'],
    ['😂😂', 'noise'],
    ['фівапр', 'noise'],
    ['ти бот чи людина?', 'question'],
    ['розкажи анекдот', 'chat'],
  ])('«%s» is recognised as %s', (text, kind) => {
    expect(classifier.recogniseNonAppeal(text)).toBe(kind);
  });

  it.each([
    'Добрий день, у дворі не горить ліхтар',
    'Дякую за асфальт, але люк тепер нижче дороги',
    'яма',
    'нема світла',
    'ідіоти, коли вивезете сміття',
    'https://example.com/watch?v=aB3dE\nбіля дому яма на дорозі',
  ])('is not «%s»', (text) => {
    expect(classifier.recogniseNonAppeal(text)).toBeUndefined();
  });
});
