import type { Appeal } from '../../domain/appeal';
import { nextResponsible, type Responsible } from '../../domain/next-responsible';
import { anAppeal } from '../support/builders';

const CASES: readonly [string, Partial<Appeal>, Responsible | undefined][] = [
  ['new and sure', {}, { side: 'department', code: 'light' }],
  ['new and to be looked at', { needsModerator: true }, { side: 'moderators' }],
  ['taken', { status: 'in_progress' }, { side: 'executor', id: 'telegram-7' }],
  ['waiting for details', { status: 'needs_details' }, { side: 'executor', id: 'telegram-7' }],
  ['sent back', { status: 'rework' }, { side: 'executor', id: 'telegram-7' }],
  ['answered', { status: 'answered' }, { side: 'citizen', id: 'telegram-1' }],
  ['returned', { status: 'returned' }, { side: 'citizen', id: 'telegram-1' }],
  ['forwarded', { status: 'forwarded' }, { side: 'moderators' }],
  ['not considered', { status: 'not_considered' }, { side: 'moderators' }],
  ['withdrawn', { status: 'withdrawn' }, undefined],
  ['closed', { status: 'closed' }, undefined],
];

describe('whose move it is', () => {
  it.each(CASES)('with an appeal that is %s', (_, overrides, next) => {
    expect(nextResponsible(anAppeal(overrides))).toEqual(next);
  });

  it('is the moderators’ again when an official hands it back', () => {
    const { executorId: _had, ...declined } = anAppeal({ status: 'in_progress', needsModerator: true });
    expect(nextResponsible(declined)).toEqual({ side: 'moderators' });
  });
});
