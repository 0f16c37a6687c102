import type { Markup } from '../messenger';

/** Lengths are UTF-16 units after the markup is read, as Telegram counts them. */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

type Tag = 'b' | 'i' | 'code' | 'blockquote';

interface Run {
  readonly text: string;
  readonly tags: readonly Tag[];
}

/**
 * Cuts markup into messages of at most `limit`, at a paragraph, line or space where there is one; open tags
 * are closed and opened again. What is no markup of ours becomes plain text, so every part is valid.
 */
export function split(markup: string, limit: number = TEXT_LIMIT): Markup[] {
  const runs = read(markup);
  const plain = runs.map((run) => run.text).join('');
  return cuts(plain, limit).map(([from, to]) => render(runs, from, to));
}

/** The words without the markup. */
export function plainText(markup: string): string {
  return read(markup)
    .map((run) => run.text)
    .join('');
}

/** Splits words that carry no markup. */
export function splitPlain(plain: string, limit: number = TEXT_LIMIT): string[] {
  return cuts(plain, limit).map(([from, to]) => plain.slice(from, to));
}

/** One message of at most `limit`, ending in … when something had to go. */
export function truncate(markup: string, limit: number = TEXT_LIMIT): Markup {
  const runs = read(markup);
  const plain = runs.map((run) => run.text).join('');
  if (plain.length <= limit) return render(runs, 0, plain.length);
  const end = cutAt(plain, 0, limit - 1);
  const kept = plain.slice(0, end).trimEnd().length;
  return `${render(runs, 0, kept)}…` as Markup;
}

/** Plain words of at most `limit` units, ending in … when something had to go. */
export function truncatePlain(words: string, limit: number): string {
  const sound = wellFormed(words);
  return sound.length <= limit ? sound : `${sound.slice(0, whole(sound, limit - 1)).trimEnd()}…`;
}

function cuts(plain: string, limit: number): [number, number][] {
  const spans: [number, number][] = [];
  for (let from = 0; from < plain.length;) {
    const to = cutAt(plain, from, limit);
    spans.push([from, to]);
    from = to;
  }
  return spans;
}

/** The best place to end a part that starts at `from`: past the middle, the strongest border wins. */
function cutAt(plain: string, from: number, limit: number): number {
  if (plain.length - from <= limit) return plain.length;
  const window = plain.slice(from, from + limit);
  for (const border of ['\n\n', '\n', ' ']) {
    const at = window.lastIndexOf(border);
    if (at >= limit / 2) return from + at + border.length;
  }
  return whole(plain, from + limit);
}

/** Never between the halves of a surrogate pair. */
function whole(text: string, end: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
}

function render(runs: readonly Run[], from: number, to: number): Markup {
  let at = 0;
  let html = '';
  let open: readonly Tag[] = [];
  for (const run of runs) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    if (!text) continue;
    html += turn(open, run.tags) + escape(text);
    open = run.tags;
  }
  return (html + turn(open, [])) as Markup;
}

/** The tags that lead from one nesting to another. */
function turn(before: readonly Tag[], after: readonly Tag[]): string {
  let shared = 0;
  while (shared < before.length && before[shared] === after[shared]) shared += 1;
  const closed = before.slice(shared).reverse();
  return (
    closed.map((tag) => `</${tag}>`).join('') +
    after
      .slice(shared)
      .map((tag) => `<${tag}>`)
      .join('')
  );
}

const TOKEN =
  /<(\/?)(b|i|code|blockquote)>|&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-f]{1,6}));|[^<&]+|[<&]/gi;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

function read(markup: string): Run[] {
  const runs: Run[] = [];
  let tags: readonly Tag[] = [];
  for (const [token, slash, tag, named, decimal, hex] of wellFormed(markup).matchAll(TOKEN)) {
    if (tag) {
      tags = slash ? closed(tags, tag.toLowerCase() as Tag) : opened(tags, tag.toLowerCase() as Tag);
      continue;
    }
    const text = named ? NAMED[named.toLowerCase()] : numbered(decimal, hex);
    append(runs, text ?? token, tags);
  }
  return runs;
}

function append(runs: Run[], text: string, tags: readonly Tag[]): void {
  const last = runs.at(-1);
  if (last?.tags === tags) runs[runs.length - 1] = { text: last.text + text, tags };
  else runs.push({ text, tags });
}

/** Telegram knows nothing inside code and no tag inside itself. */
function opened(tags: readonly Tag[], tag: Tag): readonly Tag[] {
  return tags.includes(tag) || tags.includes('code') ? tags : [...tags, tag];
}

function closed(tags: readonly Tag[], tag: Tag): readonly Tag[] {
  const at = tags.lastIndexOf(tag);
  return at < 0 ? tags : tags.slice(0, at);
}

function numbered(decimal: string | undefined, hex: string | undefined): string | undefined {
  const point = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : undefined;
  if (point === undefined || point === 0 || point > 0x10ffff) return undefined;
  return point >= 0xd800 && point <= 0xdfff ? undefined : String.fromCodePoint(point);
}

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Half a surrogate pair would make Telegram refuse the whole message. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');
