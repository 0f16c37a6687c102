import type { Status } from '../../domain/appeal';
import { STATUSES } from '../../domain/appeal';
import { handOver, reroute } from '../../domain/hand-over';
import { isOpen } from '../../domain/moves';
import { anAppeal, minutes } from '../support/builders';

const command = { id: 'tg-1', by: 'telegram-50' };
const LATER = minutes(30);

describe('an appeal passed to a department', () => {
  it('leaves its executor behind and keeps its terms', () => {
    const appeal = anAppeal({ status: 'in_progress', needsModerator: true });
    const decision = reroute(appeal, { ...command, department: 'roads' }, LATER);
    expect(decision).toMatchObject({
      ok: true,
      appeal: { department: 'roads', needsModerator: false, status: 'in_progress', dueAt: appeal.dueAt },
      event: { type: 'appeal.rerouted', facts: { department: 'roads', before: 'light' } },
    });
    expect(decision.ok && decision.appeal.executorId).toBeUndefined();
  });

  it('keeps its executor when it is its own department, and the moderators let it go', () => {
    const appeal = anAppeal({ status: 'in_progress', needsModerator: true });
    const decision = reroute(appeal, { ...command, department: 'light' }, LATER);
    expect(decision).toMatchObject({ ok: true, appeal: { executorId: 'telegram-7', needsModerator: false } });
  });

  it('is refused when it is there already and nobody waits for the moderators', () => {
    const decision = reroute(anAppeal(), { ...command, department: 'light' }, LATER);
    expect(decision).toEqual({ ok: false, refusal: 'nothing_changed' });
  });

  it.each(STATUSES.filter((status) => !isOpen(status)))('is refused when %s', (status) => {
    const decision = reroute(anAppeal({ status }), { ...command, department: 'roads' }, LATER);
    expect(decision).toEqual({ ok: false, refusal: 'wrong_status' });
  });
});

describe('a case handed over', () => {
  const held: readonly Status[] = ['in_progress', 'needs_details', 'rework', 'answered'];

  it.each(held)('goes to a colleague as it stands when %s', (status) => {
    const appeal = anAppeal({ status, executorId: 'telegram-7' });
    const decision = handOver(appeal, { ...command, fromId: 'telegram-7', executorId: 'telegram-8' }, LATER);
    expect(decision).toMatchObject({
      ok: true,
      appeal: { status, executorId: 'telegram-8', dueAt: appeal.dueAt },
      event: { type: 'appeal.handed_over', facts: { before: 'telegram-7', executorId: 'telegram-8' } },
    });
  });

  it('goes back to the department, where anybody may take it', () => {
    const decision = handOver(
      anAppeal({ status: 'in_progress' }),
      { ...command, fromId: 'telegram-7' },
      LATER,
    );
    expect(decision.ok && decision.appeal.executorId).toBeUndefined();
    expect(decision).toMatchObject({ ok: true, event: { facts: { before: 'telegram-7' } } });
  });

  it('goes never to who wrote it', () => {
    const appeal = anAppeal({ status: 'in_progress', formerCitizenIds: ['telegram-8'] });
    const decision = handOver(appeal, { ...command, fromId: 'telegram-7', executorId: 'telegram-8' }, LATER);
    expect(decision).toEqual({ ok: false, refusal: 'is_author' });
  });

  it('is refused when somebody else has it or it is over', () => {
    const other = handOver(anAppeal({ status: 'in_progress' }), { ...command, fromId: 'telegram-9' }, LATER);
    expect(other).toEqual({ ok: false, refusal: 'already_taken' });
    const over = anAppeal({ status: 'withdrawn', executorId: 'telegram-7' });
    expect(handOver(over, { ...command, fromId: 'telegram-7' }, LATER)).toEqual({
      ok: false,
      refusal: 'wrong_status',
    });
  });
});
