/** What a button says when pressed: a verb and its subjects, ASCII, at most 64 bytes. Untrusted on the way back. */
export interface Token {
  readonly verb: string;
  readonly subjects: readonly string[];
}

/** `verb.subject.subject`; `screens/` build theirs by the same rule. */
export const parseToken = (token: string): Token | undefined => {
  if (!/^[a-z]+(\.[\w!-]+)*$/.test(token) || token.length > 64) return undefined;
  const [verb = '', ...subjects] = token.split('.');
  return { verb, subjects };
};

export const dialogueToken = (draftId: string, field: string, value: string): string =>
  `d.${draftId}.${field}.${value}`;
