import type { Markup } from '../messengers/messenger';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const PLAIN: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const TAG = /<\/?(?:b|i|code|blockquote)>/g;

export const escapeWords = (words: string): Markup =>
  words.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!) as Markup;

/** What a person sees of the markup: no tags, the signs themselves. */
export const toPlain = (markup: string): string =>
  markup.replace(TAG, '').replace(/&(?:amp|lt|gt|quot);/g, (escaped) => PLAIN[escaped]!);

/** A `<` that begins none of the tags every door understands. */
export const strangeTagIn = (source: string): string | undefined =>
  /<[^>\s]*>?/.exec(source.replace(TAG, ''))?.[0];
