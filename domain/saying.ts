import type { AppealRefusal } from './decision';

/** What fits into one appeal or answer: far above what people write, far below what a document may hold. */
export const MAX_TEXT = 12_000;
export const MAX_FILES = 10;
const SHORTEST_GROUND = 5;
const LONGEST_GROUND = 1000;

/** Two letters at least: signs and digits alone say nothing to anybody. */
export const hasWords = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 2;

/** Why the office's words may not go to a citizen: `empty_text`, `text_too_long` or `too_many_files`. */
export function whyNotSay(text: string, attachments: readonly unknown[] = []): AppealRefusal | undefined {
  if (!hasWords(text)) return 'empty_text';
  if (text.length > MAX_TEXT) return 'text_too_long';
  return attachments.length > MAX_FILES ? 'too_many_files' : undefined;
}

/** Art. 15: a refusal states its ground in words; nothing when these are none. */
export function groundIn(text = ''): string | undefined {
  const ground = text.trim();
  return ground.length >= SHORTEST_GROUND && hasWords(ground) ? ground.slice(0, LONGEST_GROUND) : undefined;
}
