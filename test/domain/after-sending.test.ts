import fc from 'fast-check';
import { fateOf, type Ending, type Fate } from '../../domain/after-sending';

const HALF = 0.5;
const fresh = { attempts: 0 };
const fate = (ending: Ending, notice: Parameters<typeof fateOf>[0] = fresh) => fateOf(notice, ending, HALF);
const pauseOf = (found: Fate) => (found.is === 'waiting' ? found.ms : undefined);

describe('what becomes of a notice', () => {
  it.each<[Ending, Fate, string]>([
    [
      { result: 'sent', messageIds: ['5', '6'] },
      { is: 'sent', messageIds: ['5', '6'] },
      'later edits need the ids of all its messages',
    ],
    [{ result: 'moved', toChatId: '-200' }, { is: 'following', toChatId: '-200' }, 'the group has a new id'],
    [
      { result: 'busy', retryAfterMs: 17_000 },
      { is: 'waiting', ms: 17_000, remark: 'busy', isAttempt: false },
      'the messenger said how long, and nothing failed',
    ],
    [
      { result: 'stopped' },
      { is: 'waiting', ms: 60_000, remark: 'stopped', isAttempt: false },
      'a person mends the token; the notice is not to blame',
    ],
    [
      { result: 'later' },
      { is: 'waiting', ms: 1_000, remark: 'later', isAttempt: true },
      'the messenger is out of order for a moment',
    ],
    [
      { result: 'broken' },
      { is: 'waiting', ms: 1_000, remark: 'broken', isAttempt: true },
      'what nobody foresaw is mended in a new version, and then it goes',
    ],
    [
      { result: 'newer' },
      { is: 'waiting', ms: 1_000, remark: 'newer', isAttempt: true },
      'the version that knows it sends it',
    ],
    [
      { result: 'no_thread' },
      { is: 'waiting', ms: 1_000, remark: 'no_thread', isAttempt: true },
      'the next try finds or makes a topic',
    ],
    [
      { result: 'ambiguous' },
      { is: 'waiting', ms: 1_000, remark: 'ambiguous', isAttempt: true },
      'rather twice than never',
    ],
    [{ result: 'unreachable' }, { is: 'given_up', why: 'unreachable' }, 'they blocked the bot'],
    [
      { result: 'unreachable', isForNow: true },
      { is: 'given_up', why: 'unreachable', isForNow: true },
      'the office may let us in again',
    ],
    [{ result: 'rejected' }, { is: 'given_up', why: 'rejected' }, 'it is refused the same every time'],
    [{ result: 'gone' }, { is: 'given_up', why: 'gone' }, 'there is nothing to change any more'],
  ])('%j: %j, since %s', (ending, expected) => {
    expect(fate(ending)).toEqual(expected);
  });

  it('never goes a third time when the answer was lost twice', () => {
    const sent = { is: 'sent', messageIds: [] };
    expect(fate({ result: 'ambiguous' }, { attempts: 1, isAnswerLost: true })).toEqual(sent);
    expect(fate({ result: 'no_thread' }, { attempts: 1, isAnswerLost: true })).toMatchObject({
      is: 'waiting',
    });
  });

  it('goes once more after a lost answer, though the worker before it died with it', () => {
    const doubtful = { attempts: 2, mayBeDouble: true };
    expect(fate({ result: 'ambiguous' }, doubtful)).toMatchObject({ is: 'waiting' });
  });

  it('looks for its topic as often as it takes', () => {
    expect(fate({ result: 'no_thread' }, { attempts: 3 })).toMatchObject({
      is: 'waiting',
    });
  });

  it('waits twice as long each time, ten minutes at most, for ever', () => {
    const pauses = [0, 1, 2, 9, 10, 1000].map((attempts) => pauseOf(fate({ result: 'later' }, { attempts })));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 512_000, 600_000, 600_000]);
  });

  it('comes back up to a quarter sooner or later, so that many do not come together', () => {
    const at = (chance: number) => pauseOf(fateOf({ attempts: 2 }, { result: 'later' }, chance));
    expect([at(0), at(1)]).toEqual([3_000, 5_000]);
  });

  it('is never dropped for a moment’s trouble', () => {
    const trouble = fc.constantFrom('later', 'broken', 'newer', 'no_thread', 'stopped', 'busy');
    fc.assert(
      fc.property(
        trouble,
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (result, attempts, chance) => {
          const ending: Ending = result === 'busy' ? { result, retryAfterMs: 1 } : { result };
          expect(fateOf({ attempts }, ending, chance).is).toBe('waiting');
        },
      ),
    );
  });
});
