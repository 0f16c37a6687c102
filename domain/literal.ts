/** Words as a regular expression finds them: letter by letter, whatever signs they hold. */
export const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
