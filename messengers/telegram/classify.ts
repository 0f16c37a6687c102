import { GrammyError, HttpError } from 'grammy';
import type { SendResult } from '../messenger';
import { hasLeft } from './network';

/** An answer of the Bot API that says no, or `undefined` when no answer came. */
export interface Refusal {
  readonly code: number;
  readonly description: string;
  readonly retryAfterSeconds?: number | undefined;
  readonly toChatId?: number | undefined;
}

/**
 * The words of SendResult and EditResult, and those that stay in this folder: `unchanged` (nothing had to change),
 * `no_text` (a picture: edit its caption), `undeletable` (past 48 hours or without the right), `unreadable` (our markup, once more as plain text), `bad_buttons`
 * (once more without them).
 */
export type Verdict = Exclude<SendResult, { readonly result: 'sent' }> | { readonly result: Ours };

/** The rows of the table of docs/guarantees, as they are counted. */
export type ErrorClass =
  'terminal' | 'redirect' | 'benign' | 'our_bug' | 'token' | 'transient' | 'ambiguous' | 'unknown';

export const CLASS_OF: Readonly<Record<Verdict['result'], ErrorClass>> = {
  unreachable: 'terminal',
  moved: 'redirect',
  no_thread: 'redirect',
  unchanged: 'benign',
  gone: 'benign',
  undeletable: 'benign',
  no_text: 'benign',
  unreadable: 'our_bug',
  bad_buttons: 'our_bug',
  stopped: 'token',
  busy: 'transient',
  later: 'transient',
  ambiguous: 'ambiguous',
  rejected: 'unknown',
};

type Ours = 'undeletable' | 'gone' | 'unchanged' | 'no_text' | 'unreadable' | 'bad_buttons';
type Word = Ours | 'unreachable' | 'no_thread' | 'stopped';

interface Row {
  readonly code: number;
  readonly says: RegExp;
  readonly word: Word;
  readonly isForNow?: true;
}

/** docs/guarantees, "Facts about Telegram". The first row that fits decides. */
const TABLE: readonly Row[] = [
  { code: 400, says: /not modified|not_modified/, word: 'unchanged' },
  {
    code: 400,
    says: /message thread not found|topic_(deleted|closed|id_invalid)|not a forum/,
    word: 'no_thread',
  },
  { code: 400, says: /to (edit|delete) not found|message can't be edited|message_id_invalid/, word: 'gone' },
  { code: 400, says: /message can't be deleted|message_delete_forbidden/, word: 'undeletable' },
  { code: 400, says: /there is no text in the message/, word: 'no_text' },
  { code: 400, says: /query is too old|query id is invalid/, word: 'gone' },
  { code: 400, says: /chat not found|peer_id_invalid|user not found|deactivated/, word: 'unreachable' },
  { code: 400, says: /can't parse entities|too[ _]long|entity|entities/, word: 'unreadable' },
  { code: 400, says: /button|keyboard|reply markup/, word: 'bad_buttons' },
  // A group that lets us write, but not send such a file: what has none goes on.
  { code: 400, says: /rights to send (?!text messages|a message)\w/, word: 'unreachable' },
  {
    code: 400,
    says: /no rights to send|not enough rights to send|chat_write_forbidden/,
    word: 'unreachable',
    isForNow: true,
  },
  { code: 403, says: /./, word: 'unreachable' },
  { code: 401, says: /./, word: 'stopped' },
  { code: 404, says: /./, word: 'stopped' },
  { code: 409, says: /./, word: 'stopped' },
];

const UNNAMED_PAUSE_MS = 5_000;

/** What a failed call means. Pure: `hasLeft` counts only when there was no answer. Unknown answers are `rejected`. */
export function classify(refusal: Refusal | undefined, network: { readonly hasLeft: boolean }): Verdict {
  if (!refusal) return { result: network.hasLeft ? 'ambiguous' : 'later' };
  if (refusal.toChatId !== undefined) return { result: 'moved', toChatId: String(refusal.toChatId) };
  if (refusal.code === 429 || refusal.code === 420) {
    const { retryAfterSeconds } = refusal;
    return { result: 'busy', retryAfterMs: retryAfterSeconds ? retryAfterSeconds * 1000 : UNNAMED_PAUSE_MS };
  }
  if (refusal.code >= 500) return { result: 'later' };
  const said = refusal.description.toLowerCase();
  const row = TABLE.find(({ code, says }) => code === refusal.code && says.test(said));
  return row?.isForNow ? { result: 'unreachable', isForNow: true } : { result: row?.word ?? 'rejected' };
}

/** Tells an API answer from a broken line. Anything else is a mistake of ours and is thrown on. */
export function refusalIn(error: unknown): { refusal: Refusal | undefined; hasLeft: boolean } {
  if (error instanceof GrammyError) return { refusal: refusalOf(error), hasLeft: true };
  if (error instanceof HttpError) return { refusal: undefined, hasLeft: hasLeft(error) };
  throw error;
}

function refusalOf(error: GrammyError): Refusal {
  return {
    code: error.error_code,
    description: error.description,
    retryAfterSeconds: error.parameters.retry_after,
    toChatId: error.parameters.migrate_to_chat_id,
  };
}
