import type { Markup } from '../messengers/messenger';

export type TextArguments = Readonly<Record<string, string | number | Date>>;

/** The texts of one language. Called, it gives markup with every argument escaped; `plain` is for button labels. */
export interface Texts {
  (key: string, args?: TextArguments): Markup;
  plain(key: string, args?: TextArguments): string;
  has(key: string): boolean;
  /** A person's own words, escaped. */
  words(text: string): Markup;
  readonly language: string;
}

/** Lines under each other; empty ones are left out, `''` between paragraphs is `lines.gap`. */
export const lines = (...parts: readonly (Markup | undefined | false)[]): Markup =>
  parts.filter(Boolean).join('\n') as Markup;

/** Paragraphs with an empty line between them. */
export const paragraphs = (...parts: readonly (Markup | undefined | false)[]): Markup =>
  parts.filter(Boolean).join('\n\n') as Markup;
