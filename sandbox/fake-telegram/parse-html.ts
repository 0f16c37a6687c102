import type { MessageEntity } from '@grammyjs/types';
import { sortEntities, type FormattedText } from './formatted-text';
import { badRequest } from './refusal';

const TYPES: Record<string, MessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  'tg-emoji': 'custom_emoji',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  name: string;
  attributes: Record<string, string>;
  offset: number;
}

const cannotParse = (words: string) => badRequest(`can't parse entities: ${words}`);
const byteOffset = (source: string, at: number) => Buffer.byteLength(source.slice(0, at));

/** Reads Telegram's HTML: its own tags only, properly nested, every `&` and `<` meant as text escaped. */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;
  while (at < source.length) {
    const char = source[at]!;
    if (char === '&') {
      const decoded = decodeEntity(source, at);
      text += decoded.char;
      at = decoded.end;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (source[at + 1] === '/') {
      at = closeTag({ source, at, open, entities, text });
    } else {
      const tag = readStartTag(source, at);
      open.push({ name: tag.name, attributes: tag.attributes, offset: text.length });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  return { text, entities: sortEntities(entities) };
}

function decodeEntity(source: string, at: number): { char: string; end: number } {
  const found = /^&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|([a-zA-Z]+));/.exec(source.slice(at, at + 12));
  const [whole, decimal, hex, name] = found ?? [];
  if (whole && name && NAMED[name]) return { char: NAMED[name], end: at + whole.length };
  const code = decimal ? parseInt(decimal, 10) : hex ? parseInt(hex, 16) : 0;
  if (whole && code > 0 && code < 0x10ffff)
    return { char: String.fromCodePoint(code), end: at + whole.length };
  throw cannotParse(`Unsupported HTML entity or unescaped "&" at byte offset ${byteOffset(source, at)}`);
}

function readStartTag(source: string, at: number) {
  const offset = byteOffset(source, at);
  const end = endOfTag(source, at);
  if (end < 0) throw cannotParse(`Unclosed start tag at byte offset ${offset}`);
  const inside = source.slice(at + 1, end);
  const name = (/^[^\s>]*/.exec(inside)?.[0] ?? '').toLowerCase();
  if (!TYPES[name]) throw cannotParse(`Unsupported start tag "${name}" at byte offset ${offset}`);
  const attributes = readAttributes(inside.slice(name.length), name, offset);
  if (name === 'span' && attributes['class'] !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${offset}`);
  }
  return { name, attributes, end: end + 1 };
}

function endOfTag(source: string, at: number): number {
  let quote = '';
  for (let i = at + 1; i < source.length; i += 1) {
    const char = source[i]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i;
  }
  return -1;
}

function readAttributes(source: string, tag: string, offset: number): Record<string, string> {
  const attributes: Record<string, string> = {};
  let rest = source.trim();
  while (rest) {
    const found = /^([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?\s*/.exec(rest);
    if (!found) throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${offset}`);
    attributes[found[1]!.toLowerCase()] = unquote(found[2] ?? '');
    rest = rest.slice(found[0].length);
  }
  return attributes;
}

function unquote(value: string): string {
  const bare = /^["']/.test(value) ? value.slice(1, -1) : value.toLowerCase();
  return bare.replace(/&(lt|gt|amp|quot);/g, (_whole, name: string) => NAMED[name]!);
}

interface Closing {
  source: string;
  at: number;
  open: OpenTag[];
  entities: MessageEntity[];
  text: string;
}

function closeTag({ source, at, open, entities, text }: Closing): number {
  const offset = byteOffset(source, at);
  const tag = open.pop();
  if (!tag) throw cannotParse(`Unexpected end tag at byte offset ${offset}`);
  const end = source.indexOf('>', at);
  if (end < 0) throw cannotParse(`Unclosed end tag at byte offset ${offset}`);
  const name = source
    .slice(at + 2, end)
    .trim()
    .toLowerCase();
  if (name && name !== tag.name) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${offset}, expected "</${tag.name}>", found "</${name}>"`,
    );
  }
  const length = text.length - tag.offset;
  const entity = length > 0 ? toEntity(tag, length, text.slice(tag.offset)) : undefined;
  if (entity) entities.push(entity);
  return end + 1;
}

function toEntity(tag: OpenTag, length: number, content: string): MessageEntity | undefined {
  const base = { offset: tag.offset, length };
  if (tag.name === 'a') return linkEntity(base, tag.attributes['href'] ?? content);
  if (tag.name === 'tg-emoji') {
    const id = tag.attributes['emoji-id'] ?? '';
    if (!/^\d+$/.test(id)) throw cannotParse('Invalid custom emoji identifier specified');
    return { ...base, type: 'custom_emoji', custom_emoji_id: id };
  }
  if (tag.name === 'blockquote' && 'expandable' in tag.attributes)
    return { ...base, type: 'expandable_blockquote' };
  return { ...base, type: TYPES[tag.name] } as MessageEntity;
}

function linkEntity(base: { offset: number; length: number }, href: string): MessageEntity | undefined {
  const link = /^[a-z][a-z0-9+.-]*:/i.test(href) ? href : `http://${href}`;
  const isUsable = /^(https?|tg|ftp|mailto|tel|tonsite):/i.test(link) && URL.canParse(link);
  return isUsable ? { ...base, type: 'text_link', url: link } : undefined;
}
