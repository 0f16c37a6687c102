import type { MessageEntity } from '@grammyjs/types';
import { sortEntities } from './formatted-text';

const TAGS: Partial<Record<MessageEntity['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  spoiler: 'tg-spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The text with its entities as safe HTML, for a page that shows the chat. */
export function renderHtml(text: string, entities: readonly MessageEntity[] = []): string {
  return renderRange({ text, from: 0, to: text.length }, sortEntities([...entities]));
}

function renderRange(range: { text: string; from: number; to: number }, entities: MessageEntity[]): string {
  let html = '';
  let at = range.from;
  let rest = entities;
  while (rest.length > 0) {
    const [entity, ...later] = rest as [MessageEntity, ...MessageEntity[]];
    const end = entity.offset + entity.length;
    const inner = later.filter((other) => other.offset < end);
    html += escapeHtml(range.text.slice(at, entity.offset));
    html += wrap(entity, renderRange({ text: range.text, from: entity.offset, to: end }, inner), range.text);
    at = end;
    rest = later.filter((other) => other.offset >= end);
  }
  return html + escapeHtml(range.text.slice(at, range.to));
}

function wrap(entity: MessageEntity, inner: string, text: string): string {
  const own = text.slice(entity.offset, entity.offset + entity.length);
  if (entity.type === 'text_link') return `<a href="${escapeHtml(entity.url)}">${inner}</a>`;
  if (entity.type === 'url')
    return `<a href="${escapeHtml(/^https?:/.test(own) ? own : `https://${own}`)}">${inner}</a>`;
  const tag = TAGS[entity.type];
  return tag ? `<${tag}>${inner}</${tag}>` : inner;
}
