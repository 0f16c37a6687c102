import { declinedNow } from '../../domain/declining';
import { anAppeal, anEvent } from '../support/builders';

describe('a «not ours»', () => {
  const declined = (id: string) => anEvent(id, { type: 'appeal.declined', by: 'telegram-7' });
  const events = [declined('event-2'), anEvent('event-3', { type: 'appeal.noted' }), declined('event-4'), anEvent('event-5', { type: 'appeal.noted' })]; // prettier-ignore
  const waiting = { events, needsModerator: true };

  it('is the last one, while the moderators have still to decide', () => {
    expect(declinedNow(anAppeal(waiting))?.id).toBe('event-4');
    expect(declinedNow(anAppeal({ needsModerator: true }))).toBeUndefined();
  });

  it.each([
    ['somebody has taken it', { executorId: 'telegram-7' }],
    ['a moderator has routed it', { needsModerator: false }],
    ['it is over', { status: 'withdrawn' }],
  ] as const)('is settled once %s', (_, since) => {
    expect(declinedNow(anAppeal({ ...waiting, ...since }))).toBeUndefined();
  });
});
