import type { Seen } from './seen';
import type { ReplyKeyboard } from './chat';

/** A message as plain words, for a test's eyes and for errors. */
export function showScreen(seen: Seen & { keyboard?: ReplyKeyboard | undefined }): string {
  const media = seen.media ? [`<${seen.media.kind}>`] : [];
  const other = seen.place
    ? ['<place>']
    : seen.contact
      ? ['<contact>']
      : seen.service
        ? [`<${seen.service}>`]
        : [];
  const text = seen.text ? [seen.text] : [];
  const buttons = seen.buttons.map((row) => row.map((button) => `[${button.label}]`).join(' '));
  const keyboard = seen.keyboard?.rows.map((row) => row.map((key) => `(${key.text})`).join(' ')) ?? [];
  return [...media, ...other, ...text, ...buttons, ...keyboard].join('\n');
}
