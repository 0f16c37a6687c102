import { setTimeout as wait } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { EditResult, Lane, SendResult } from '../messenger';
import type { Brake } from './brake';
import type { ErrorClass, Verdict } from './classify';
import { CLASS_OF, classify, refusalIn } from './classify';
import type { Log, SendingBudget } from './ports';

export const MESSENGER = 'telegram';

export interface CallDeps {
  readonly api: Api;
  readonly budget: SendingBudget;
  readonly log: Log;
  readonly brake: Brake;
  /** Told of each call that did not go well; for the figures. */
  readonly onRefusal?: OnRefusal | undefined;
}

export type OnRefusal = (word: Verdict['result'], kind: ErrorClass) => void;

/** One call that counts against the shared budget. */
export interface Turn {
  readonly chatId: string;
  readonly lane: Lane;
  /** How long it may wait for its turn before it is `busy`. */
  readonly patienceMs: number;
}

export type Called<T> = { readonly result: 'ok'; readonly value: T } | Verdict;

/** A person waits for a reply; a worker has other chats to serve. */
export const patienceOf = (lane: Lane): number => (lane === 'reply' ? 2_000 : 0);

export const isGroup = (chatId: string): boolean => chatId.startsWith('-');

/** Waits for the budget, calls once, and says in words how it ended. */
export async function call<T>(deps: CallDeps, turn: Turn, run: (api: Api) => Promise<T>): Promise<Called<T>> {
  if (!deps.brake.mayGo(Date.now())) return { result: 'stopped' };
  const waiting = await takeTurn(deps, turn);
  if (waiting) return waiting;
  const outcome = await attempt(deps, run);
  if (outcome.result === 'busy') await pause(deps, turn.chatId, outcome.retryAfterMs);
  return outcome;
}

/** Calls once outside the budget. */
export async function attempt<T>(
  {
    api,
    log,
    brake,
    onRefusal,
  }: Pick<CallDeps, 'api' | 'log' | 'onRefusal'> & Partial<Pick<CallDeps, 'brake'>>,
  run: (api: Api) => Promise<T>,
): Promise<Called<T>> {
  try {
    const value = await run(api);
    brake?.release();
    return { result: 'ok', value };
  } catch (error) {
    const { refusal, hasLeft } = refusalIn(error);
    const verdict = classify(refusal, { hasLeft });
    onRefusal?.(verdict.result, CLASS_OF[verdict.result]);
    if (verdict.result === 'stopped' && brake?.pull(Date.now()) === false) return verdict;
    report(log, verdict, refusal);
    return verdict;
  }
}

async function takeTurn({ budget, log }: CallDeps, turn: Turn): Promise<Verdict | undefined> {
  const { chatId, lane, patienceMs } = turn;
  const until = Date.now() + patienceMs;
  for (;;) {
    const waitMs = await allowance(budget, log, { chatId, lane });
    if (waitMs === 'unknown') return { result: 'later' };
    if (waitMs <= 0) return undefined;
    if (Date.now() + waitMs > until) return { result: 'busy', retryAfterMs: Math.ceil(waitMs) };
    await wait(waitMs);
  }
}

async function allowance(
  budget: SendingBudget,
  log: Log,
  { chatId, lane }: { chatId: string; lane: Lane },
): Promise<number | 'unknown'> {
  try {
    return await budget.take({ messenger: MESSENGER, chatId, isGroup: isGroup(chatId), lane });
  } catch (error) {
    log.warn({ problem: nameOf(error) }, 'the sending budget cannot be asked');
    return 'unknown';
  }
}

async function pause({ budget, log }: CallDeps, chatId: string, ms: number): Promise<void> {
  try {
    await budget.pause({ messenger: MESSENGER, chatId }, ms);
  } catch (error) {
    log.warn({ problem: nameOf(error) }, 'the sending budget could not note a pause');
  }
}

function report(log: Log, { result }: Verdict, refusal: { code: number; description: string } | undefined) {
  if (result === 'stopped')
    log.error(
      { code: refusal?.code },
      'Telegram does not accept the token: nothing is sent, call the operator',
    );
  if (result === 'unreadable' || result === 'bad_buttons') {
    log.error({ code: refusal?.code, result }, 'Telegram cannot read our message');
  }
  if (result === 'rejected') {
    const said = refusal && unquoted(refusal.description).slice(0, 120);
    log.error({ code: refusal?.code, said }, 'Telegram rejects a call in a way we do not know');
  }
}

/** What Telegram says without what it quotes: that may be ours, and so a person's. */
const unquoted = (description: string): string => description.replace(/(?<!\w)(["'])[^]*?(\1|$)/g, '…');

/** The kind of an error without its words, which may quote an address or a text. */
export function nameOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : typeof error;
}

/** A verdict in the contract's words for something that is not an edit. */
export function asSendResult(verdict: Verdict): SendResult {
  switch (verdict.result) {
    case 'unchanged':
      return { result: 'sent', messageIds: [] };
    case 'gone':
    case 'no_text':
    case 'undeletable':
    case 'unreadable':
    case 'bad_buttons':
      return { result: 'rejected' };
    case 'moved':
    case 'busy':
    case 'unreachable':
    case 'no_thread':
    case 'later':
    case 'ambiguous':
    case 'rejected':
    case 'stopped':
      return verdict;
  }
}

/** A verdict in the contract's words for an edit of `messageId`. */
export function asEditResult(verdict: Verdict, messageId?: string): EditResult {
  if (verdict.result === 'gone') return { result: 'gone' };
  const sent = asSendResult(verdict);
  return sent.result === 'sent' && messageId ? { ...sent, messageIds: [messageId] } : sent;
}
