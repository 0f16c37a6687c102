import { counted, impatient, mostWithin, pauses, shortestFor } from '../../../prove/checks/rates';
import type { Call } from '../../../sandbox/fake-telegram/ledger';

const aCall = (at: number, overrides: Partial<Call> = {}): Call => ({
  ...{ id: at, method: 'sendMessage', chatId: 1, at, tookMs: 1, payload: {} },
  answer: { ok: true, result: {} },
  ...overrides,
});

describe('the rates in a ledger', () => {
  it('are the most in any window, wherever it begins', () => {
    const calls = [0, 900, 1000, 1100, 1200, 5000].map((at) => aCall(at));
    expect(mostWithin(calls, 1000)).toBe(4);
    expect(mostWithin([], 1000)).toBe(0);
  });

  it('are the shortest time for so many', () => {
    const calls = [0, 900, 5000, 1000].map((at) => aCall(at));
    expect(shortestFor(calls, 2)).toBe(100);
    expect(shortestFor(calls, 3)).toBe(1000);
    expect(shortestFor(calls, 5)).toBe(Infinity);
  });

  it('count what reached a chat and nothing else', () => {
    const refused = { ok: false, error_code: 403, description: '' } as const;
    const calls = [
      aCall(1),
      aCall(2, { method: 'editMessageText' }),
      aCall(3, { method: 'answerCallbackQuery' }),
      aCall(4, { method: 'sendChatAction' }),
      aCall(5, { answer: refused }),
    ];
    expect(counted(calls).map(({ at }) => at)).toEqual([1, 2]);
  });

  it('tell who was written to before a pause ended', () => {
    const busy = { ok: false, error_code: 429, description: '', parameters: { retry_after: 3 } } as const;
    const calls = [aCall(0, { answer: busy }), aCall(1000, { chatId: 2 }), aCall(2000), aCall(3000)];
    expect(impatient(calls).map(({ at }) => at)).toEqual([2000]);
    expect(pauses(calls).map(({ at }) => at)).toEqual([0]);
  });
});
