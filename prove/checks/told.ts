import type { Connection } from 'mongoose';
import type { Call, Ledger } from '../../sandbox/fake-telegram/ledger';
import type { Waiting } from '../loads/crowd';

export const saidIn = ({ payload }: Call): string => {
  const said = payload['text'] ?? payload['caption'];
  return typeof said === 'string' ? said : '';
};

/** Calls that put a message before somebody, whether or not their answer arrived. */
export const shownBy = (ledger: Pick<Ledger, 'calls'>): Call[] =>
  ledger.calls.filter(({ method, answer }) => /^(send|copy)/.test(method) && answer.ok);

/** The messages that told somebody of their appeal. */
export function tellings(ledger: Pick<Ledger, 'calls'>, crowd: readonly Waiting[]): Map<Waiting, Call[]> {
  const byChat = new Map<number, Call[]>();
  for (const call of shownBy(ledger)) {
    const chat = call.chatId ?? 0;
    byChat.set(chat, [...(byChat.get(chat) ?? []), call]);
  }
  return new Map(
    crowd.map((one) => [
      one,
      (byChat.get(one.person.id) ?? []).filter((call) => saidIn(call).includes(one.number)),
    ]),
  );
}

/** Who was never told. */
export const untold = (ledger: Pick<Ledger, 'calls'>, crowd: readonly Waiting[]): Waiting[] =>
  [...tellings(ledger, crowd)].filter(([, calls]) => calls.length === 0).map(([one]) => one);

/** How often people were told once more than once. */
export const toldTwice = (ledger: Pick<Ledger, 'calls'>, crowd: readonly Waiting[]): Waiting[] =>
  [...tellings(ledger, crowd)].flatMap(([one, calls]) => calls.slice(1).map(() => one));

/** The appeals of which a notice is marked: it may have come twice. */
export async function doubtful(mongo: Connection): Promise<ReadonlySet<string>> {
  const notices = mongo.collection<{ appealId: string }>('notices');
  return new Set(await notices.distinct('appealId', { kind: 'taken', mayBeDouble: true }));
}

/** As if these calls had never been made. */
export function drop({ calls }: Ledger, doomed: readonly Call[]): void {
  const gone = new Set(doomed);
  calls.splice(0, calls.length, ...calls.filter((call) => !gone.has(call)));
}

/** As if this telling had never happened. */
export const forget = (ledger: Ledger, { number }: Waiting): void =>
  drop(
    ledger,
    ledger.calls.filter((call) => saidIn(call).includes(number)),
  );

/** As if it had happened once more. */
export function repeat(ledger: Ledger, { number }: Waiting): void {
  const known = ledger.calls.find((call) => call.answer.ok && saidIn(call).includes(number));
  if (known) ledger.calls.push({ ...known, at: Date.now() });
}
