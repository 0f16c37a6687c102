const normal = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’ʼ`´]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A short stable mark of a label's words: what may be kept where words may not. */
export function wordMark(label: string): string {
  let hash = 0x811c9dc5;
  for (const unit of normal(label)) hash = Math.imul(hash ^ unit.codePointAt(0)!, 0x01000193) >>> 0;
  return hash.toString(36);
}

/** The choice whose words were typed. */
export function matchWords<C extends { readonly label: string }>(
  choices: readonly C[],
  text: string,
): C | undefined {
  const typed = normal(text);
  return typed ? choices.find(({ label }) => normal(label) === typed) : undefined;
}

/** Whether the text is one of the words in a list with commas. */
export const isAmong = (list: string, text: string): boolean =>
  list.split(',').some((word) => normal(word) === normal(text));

/** The choice a typed text means: its words, or its number in the list; `undefined` when it means none. */
export function matchTyped<C extends { readonly label: string }>(
  choices: readonly C[],
  text: string,
): C | undefined {
  const byWords = matchWords(choices, text);
  if (byWords) return byWords;
  const typed = normal(text);
  return /^\d{1,2}$/.test(typed) ? choices[Number(typed) - 1] : undefined;
}

/** The same for choices whose labels are kept as marks. */
export function matchMarked(
  choices: readonly { readonly token: string; readonly word: string }[],
  text: string,
): string | undefined {
  const mark = wordMark(text);
  const byWords = choices.find(({ word }) => word === mark);
  if (byWords) return byWords.token;
  return /^\s*\d{1,2}\s*$/.test(text) ? choices[Number(text) - 1]?.token : undefined;
}
