import type { MessageEntity } from '@grammyjs/types';

export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
}
