import { askUntilTaken, waitAsSaid, type Answer, type Refusal } from '../../bot/ask-again';

/** Asks with these answers one after another; what was waited for. */
async function asked(...answers: Answer[]) {
  const waited: Refusal[] = [];
  const end = await askUntilTaken(
    () => Promise.resolve(answers.shift() ?? 'set'),
    (refusal) => (waited.push(refusal), Promise.resolve()),
  );
  return { end, waited: waited.map(({ result }) => result) };
}

describe('what is asked again', () => {
  it('is what passes by itself, until it is taken', async () => {
    const passing = ['busy', 'later', 'ambiguous'].map((result) => ({ result }));
    expect(await asked(...passing)).toEqual({ end: 'set', waited: ['busy', 'later', 'ambiguous'] });
  });

  it('is nothing that stays refused', async () => {
    for (const result of ['rejected', 'unreachable', 'stopped'])
      expect(await asked({ result })).toEqual({ end: { result }, waited: [] });
  });

  it('waits as long as it was told, at least two seconds', async () => {
    jest.useFakeTimers({ advanceTimers: false });
    const ends: string[] = [];
    void waitAsSaid({ result: 'later' }).then(() => ends.push('later'));
    void waitAsSaid({ result: 'busy', retryAfterMs: 5000 }).then(() => ends.push('busy'));
    await jest.advanceTimersByTimeAsync(1999);
    expect(ends).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(ends).toEqual(['later']);
    await jest.advanceTimersByTimeAsync(2999);
    expect(ends).toEqual(['later']);
    await jest.advanceTimersByTimeAsync(1);
    expect(ends).toEqual(['later', 'busy']);
    jest.useRealTimers();
  });
});
