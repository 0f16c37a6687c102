import type { FormattedText } from '../formatted-text';
import { badRequest } from '../refusal';
import type { Content } from '../chat';

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

export function checkText(formatted: FormattedText): FormattedText {
  if (formatted.text === '') throw badRequest('message text is empty');
  if (formatted.text.length > TEXT_LIMIT) throw badRequest('message is too long');
  return formatted;
}

export function checkCaption(formatted: FormattedText): FormattedText {
  if (formatted.text.length > CAPTION_LIMIT) throw badRequest('message caption is too long');
  return formatted;
}

export function captionFields({ text, entities }: FormattedText): Content {
  return {
    ...(text && { caption: text }),
    ...(text && entities.length > 0 && { caption_entities: entities }),
  };
}

export function textFields({ text, entities }: FormattedText): Content {
  return { text, ...(entities.length > 0 && { entities }) };
}
