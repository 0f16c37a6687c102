import { literal } from './literal';
import { HIDDEN } from './masking';
import { isCapital, type Mask } from './name-forms';
import { soundOf, stemOf } from './words';

const FLAT = /[,\s]*(?<!\p{L})(?:кв|квартира|корп|корпус|під.?їзд|поверх|flat|apt)(?!\p{L}).*$/iu;
/** What an address may say or leave out. */
const KIND =
  /^(?:вул(?:иц\p{L}{1,3})?|ул(?:иц\p{L}{1,3})?|просп(?:ект\p{L}{0,3})?|пр|пров(?:ул\p{L}{2,4})?|пер(?:еул\p{L}{2,4})?|бульв(?:ар\p{L}{0,3})?|пл(?:ощ\p{L}{1,2})?|шосе|узв[іо]з\p{L}{0,3}|буд(?:ин\p{L}{2,4})?|б|д|дім|дом\p{L}{0,2})$/iu;
const HOUSE = /^\d{1,4}$/;
const TOKEN = /\p{L}[\p{L}’'ʼ`]*|\d+/gu;
/** Nothing, or «, буд.» and the like: after a full stop another sentence begins. */
const BETWEEN = /^[\s,№-]*(?:\p{L}+\.?[\s,№-]*){0,2}$/u;
/** «2а», «2/5», «2-5». */
const TAIL = /^(?:[/–-]\d+|-?\p{L}(?!\p{L}))/u;

/** Said of a home, not of a number of things: «на Садовій 2 ліхтарі» is no home. */
const LIVES = /(?<!\p{L})(?:мешка|прожива|жив|адрес)\p{L}*[\s:,]+(?:\p{L}+\.?\s+){0,3}$/iu;
const NEXT_WORD = /^[^\S\n]+(\p{Ll}{2,})/u;
const NO_COUNTED =
  /^(?:на|за|до|по|із|зі|від|та|чи|то|не|ні|де|як|що|бо|це|ми|біля|під|над|між|для|про|без|при|через|після|перед|навпроти|поруч|поряд|або|але|тому|коли|якщо|вже|знову|там|тут)$/u;

interface Token {
  readonly stem: string;
  readonly isKind: boolean;
  readonly isCapital: boolean;
  readonly start: number;
  readonly end: number;
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(({ 0: word, index: start }) => ({
    ...{ stem: stemOf(soundOf(word.toLowerCase().replace(/[’'ʼ`]/g, ''))), isKind: KIND.test(word) },
    isCapital: isCapital(word),
    ...{ start, end: start + word.length },
  }));

interface Home {
  readonly street: readonly string[];
  readonly house: string;
}

/** After the number of a house there is its letter or part at most: in «8 Березня» it is the street’s. */
const houseAt = (stems: readonly string[]): number =>
  stems.findIndex(
    (stem, at) =>
      HOUSE.test(stem) && stems.slice(at + 1).every((part) => part.length === 1 || HOUSE.test(part)),
  );

/** The street, by its stems, and the house; nothing where they are not told apart. */
function homeIn(residence: string): Home | undefined {
  let before: readonly string[] = [];
  for (const part of residence.replace(FLAT, '').split(/[,;]/)) {
    const stems = tokensOf(part).flatMap(({ stem, isKind }) => (isKind ? [] : [stem]));
    const at = houseAt(stems);
    const street = at > 0 ? stems.slice(0, at) : before;
    const house = stems[at];
    if (house && street.length > 0) return { street, house };
    if (stems.length > 0) before = stems;
  }
  return undefined;
}

/** «Мир, 18 травня» is no street. */
const isStreet = (tokens: readonly Token[], first: number, last: number): boolean =>
  [tokens[last]?.isCapital, tokens[first - 1]?.isKind, tokens[last + 1]?.isKind].some(Boolean);

/** How many there are of something on the street. */
function isCount(text: string, [street, number]: readonly [Token, Token], end: number): boolean {
  const [, counted] = NEXT_WORD.exec(text.slice(end)) ?? [];
  if (!counted || KIND.test(counted) || FLAT.test(counted) || NO_COUNTED.test(counted)) return false;
  return /^\s+$/u.test(text.slice(street.end, number.start)) && !LIVES.test(text.slice(0, street.start));
}

/** From where to where a text names the home by the street word at `at`; the words of its name before it are optional. */
function spanAt(text: string, tokens: readonly Token[], at: number, { street, house }: Home) {
  const last = tokens[at];
  const number = tokens.slice(at + 1).find(({ isKind }) => !isKind);
  if (!last || last.stem !== street.at(-1) || number?.stem !== house) return [];
  if (!BETWEEN.test(text.slice(last.end, number.start))) return [];
  let first = at;
  for (let left = 2; first > 0 && tokens[first - 1]?.stem === street.at(-left); left += 1) first -= 1;
  if (!isStreet(tokens, first, at)) return [];
  const [tail = ''] = TAIL.exec(text.slice(number.end)) ?? [];
  const end = number.end + tail.length;
  return isCount(text, [last, number], end) ? [] : [{ start: tokens[first]?.start ?? last.start, end }];
}

/** The street in any of its forms with the house: «вул. Садова, 2» is also «на Садовій, буд. 2». */
const hidesHome =
  (home: Home): Mask =>
  (text) => {
    const tokens = tokensOf(text);
    const spans = tokens.flatMap((_token, at) => spanAt(text, tokens, at, home));
    return spans.reduceRight((left, { start, end }) => left.slice(0, start) + HIDDEN + left.slice(end), text);
  };

/** An address word for word, however it is spaced. */
function hidesWords(address: string): Mask[] {
  const words = address.match(/[\p{L}\d]+/gu) ?? [];
  if (words.length < 2) return [];
  const form = new RegExp(`${words.map(literal).join('[^\\p{L}\\d]{0,4}')}(?!\\d)`, 'giu');
  return [(text) => text.replace(form, HIDDEN)];
}

/** Hides a home with and without its flat, however its street is declined and what kind of street it is said to be. */
export function homeMasks(residence: string): readonly Mask[] {
  const home = homeIn(residence);
  const withFlat = FLAT.test(residence) ? hidesWords(residence) : [];
  return home ? [...withFlat, hidesHome(home)] : [residence, residence.replace(FLAT, '')].flatMap(hidesWords);
}
