import type { MessageEntity } from '@grammyjs/types';
import { sortEntities, type FormattedText } from './formatted-text';

type Found = 'bot_command' | 'url' | 'email' | 'mention' | 'hashtag' | 'phone_number';

const PATTERNS: [Found, RegExp][] = [
  ['bot_command', /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/])/gu],
  ['email', /(?<![\p{L}\p{N}._%+-])[a-zA-Z0-9._%+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,}/gu],
  [
    'url',
    /https?:\/\/[^\s<>"]+[^\s<>".,:;!?)»’]|(?<![\p{L}\p{N}@._-])(?:[a-z0-9-]+\.)+(?:ua|com|org|net|me|gov)(?:\/[^\s<>"]*[^\s<>".,:;!?)»’])?(?![\p{L}\p{N}@])/giu,
  ],
  ['mention', /(?<![\p{L}\p{N}_.@])@[a-zA-Z][a-zA-Z0-9_]{3,31}/gu],
  ['hashtag', /(?<![\p{L}\p{N}_&#])#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*/gu],
  ['phone_number', /(?<![\p{L}\p{N}+])\+\d[\d ()-]{8,16}\d(?!\d)/gu],
];

/** Adds what Telegram finds in the text by itself: commands, links, e-mails, mentions, hashtags, phone numbers. */
export function withFoundEntities({ text, entities }: FormattedText): FormattedText {
  const taken = [...entities];
  const overlaps = (offset: number, end: number) =>
    taken.some((e) => isExclusive(e) && offset < e.offset + e.length && e.offset < end);
  for (const [type, pattern] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      if (!overlaps(match.index, match.index + match[0].length)) {
        taken.push({ type, offset: match.index, length: match[0].length });
      }
    }
  }
  return { text, entities: sortEntities(taken) };
}

function isExclusive(entity: MessageEntity): boolean {
  return ![
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'blockquote',
    'expandable_blockquote',
  ].includes(entity.type);
}

/** Telegram cuts the white space around a text and moves the entities with it. */
export function trimmed({ text, entities }: FormattedText): FormattedText {
  const cut = text.length - text.trimStart().length;
  const bare = text.trim();
  const moved = entities.map((entity) => {
    const start = Math.max(0, entity.offset - cut);
    const end = Math.min(bare.length, entity.offset + entity.length - cut);
    return { ...entity, offset: start, length: end - start };
  });
  return { text: bare, entities: moved.filter((entity) => entity.length > 0) };
}
