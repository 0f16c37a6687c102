import { whenItsTurn } from '../../bot/wait-turn';
import type { EditResult } from '../../messengers/messenger';

const BUSY: EditResult = { result: 'busy', retryAfterMs: 1 };
const SENT: EditResult = { result: 'sent', messageIds: ['1'] };

/** Ends as given, one after another, then is busy. */
function aSend(...endings: EditResult[]) {
  return jest.fn(() => Promise.resolve(endings.shift() ?? BUSY));
}

describe('a screen that may not be stored', () => {
  it('waits while the chat is busy, and goes', async () => {
    const send = aSend(BUSY, BUSY, SENT);
    expect(await whenItsTurn(send)).toBe(SENT);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('gives up after a few tries, at once on a long pause or another ending', async () => {
    const send = aSend();
    expect(await whenItsTurn(send)).toBe(BUSY);
    expect(send).toHaveBeenCalledTimes(4);
    for (const ending of [{ result: 'busy', retryAfterMs: 60_000 }, { result: 'unreachable' }] as const) {
      const once = aSend(ending);
      expect(await whenItsTurn(once)).toBe(ending);
      expect(once).toHaveBeenCalledTimes(1);
    }
  });
});
