const HIDDEN = '[hidden]';

/** Keys whose value is somebody's own words or data, or a secret. */
const PERSONAL_KEYS =
  /^(text|caption|words?|phone|name|first_?name|last_?name|user_?name|residence|address|label|e-?mail|comment|reason|secret|token|password|uri|url|latitude|longitude)$/i;

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\d{5,}:[\w-]{20,}/g, '[token]'],
  [/\b(Basic|Bearer)\s+[\w+/=.~-]{8,}/gi, '$1 [hidden]'],
  [/(\/\/[^/\s:@]*:)[^/\s@]+@/g, '$1[hidden]@'],
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
  [/(?<![\w-])(?:\d{4}[ -]?){3}\d{4}(?!\d)/g, '[card]'],
  [/\+\d(?:[\s()-]*\d){9,14}/g, '[phone]'],
  [/(?<![\w-])(?:38)?[\s(-]*0\d{2}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/g, '[phone]'],
];

const DEEPEST = 6;

/** The words without tokens, passwords, e-mails, card and phone numbers. */
export const maskWords = (words: string): string =>
  PATTERNS.reduce((masked, [pattern, instead]) => masked.replace(pattern, instead), words);

/** Facts for a log, at any depth: personal keys hidden, strings masked, errors as name, code and where they happened. */
export function maskFacts(facts: unknown, depth = 0): unknown {
  if (typeof facts === 'string') return maskWords(facts);
  if (typeof facts === 'bigint') return String(facts);
  if (typeof facts !== 'object' || facts === null) return facts;
  if (facts instanceof Date) return facts.toISOString();
  if (depth >= DEEPEST) return HIDDEN;
  if (facts instanceof Error) return maskError(facts, depth);
  if (Array.isArray(facts)) return facts.map((fact) => maskFacts(fact, depth + 1));
  const masked = Object.entries(facts).map(([key, value]) => [key, maskEntry(key, value, depth)]);
  return Object.fromEntries(masked) as unknown;
}

const maskEntry = (key: string, value: unknown, depth: number): unknown =>
  PERSONAL_KEYS.test(key) && typeof value !== 'boolean' ? HIDDEN : maskFacts(value, depth + 1);

const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

/** Where an error happened; its words may quote what a person wrote. */
const framesOf = ({ message, stack = '' }: Error): string =>
  stack
    .replace(message, '')
    .split('\n')
    .filter((line) => FRAME.test(line))
    .join('\n');

/** Redis begins what it says with its code. */
const codeOf = (error: Error): unknown =>
  error.name === 'ReplyError' ? error.message.split(' ')[0] : (error as { code?: unknown }).code;

function maskError(error: Error, depth: number): Record<string, unknown> {
  const { cause } = error;
  const code = codeOf(error);
  return {
    type: error.name,
    stack: framesOf(error),
    ...(code !== undefined && { code: maskFacts(code, depth + 1) }),
    ...(cause instanceof Error && { cause: maskFacts(cause, depth + 1) }),
  };
}

/** What we and the system throw ourselves; a library's words may quote a record. */
const IN_PLAIN_WORDS = ['Error', 'WrongSettings'];

/** An error for an operator's eyes: its words where they are ours, else its kind, code and where it happened. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return IN_PLAIN_WORDS.includes(error.name) ? maskWords(error.message) : JSON.stringify(maskFacts(error));
}
