import type { Arguments } from './arguments';
import type { Fake } from './fake';
import type { FaultPlan } from './faults';
import { refusalOf } from './faults';
import type { Answer, Call } from './ledger';
import { findMethod } from './methods/table';
import { Refusal, tooManyRequests } from './refusal';

let lastCallId = 0;

export interface Asked {
  method: string;
  args: Arguments;
  /** Fires when the caller has gone. */
  gone: AbortSignal;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Carries a call out, or refuses it, and writes it into the ledger. */
export async function answerCall(fake: Fake, asked: Asked): Promise<Call> {
  const started = performance.now();
  const known = findMethod(asked.method);
  const chatId = asked.args.integer('chat_id');
  const messageId = asked.args.integer('message_id');
  const fault = fake.faults.take(asked.method, { chatId, messageId });
  if (fault.delayMs) await pause(fault.delayMs);
  const call: Call = {
    id: (lastCallId += 1),
    method: known?.name ?? asked.method,
    chatId,
    at: Date.now(),
    tookMs: 0,
    payload: asked.args.toPayload(),
    answer: { ok: false, error_code: 0, description: 'connection dropped' },
    ...(fault.drop && { lost: fault.drop }),
  };
  fake.ledger.calls.push(call);
  if (fault.drop !== 'before') call.answer = await settle(() => carryOut(fake, asked, fault));
  if (fault.holdMs) await pause(fault.holdMs);
  call.tookMs = performance.now() - started;
  return call;
}

async function settle(act: () => unknown): Promise<Answer> {
  try {
    return { ok: true, result: structuredClone(await act()) };
  } catch (refusal) {
    if (refusal instanceof Refusal) return toAnswer(refusal);
    throw refusal;
  }
}

function carryOut(fake: Fake, { method, args, gone }: Asked, fault: FaultPlan): unknown {
  const ordered = refusalOf(fault);
  if (ordered) throw ordered;
  const known = findMethod(method);
  if (!known) throw new Refusal(404, 'Not Found');
  const chatId = args.integer('chat_id');
  const seconds = chatId === undefined ? undefined : fake.limits?.check(known.name, chatId);
  if (seconds !== undefined) throw tooManyRequests(seconds);
  return known.method(fake, args, gone);
}

export function toAnswer({ code, description, parameters }: Refusal): Answer {
  return { ok: false, error_code: code, description, ...(parameters && { parameters }) };
}
