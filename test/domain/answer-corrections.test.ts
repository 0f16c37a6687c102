import type { Appeal, Status } from '../../domain/appeal';
import { correctAnswer, note } from '../../domain/answer-corrections';
import { confirm, returnForRework } from '../../domain/citizen-decisions';
import { anAnswer, anAppeal, aPhoto, days, minutes } from '../support/builders';

const answered = anAppeal({ status: 'answered' });
const at = minutes(30);
const command = {
  id: 'c1',
  by: 'telegram-7',
  ordinal: 1,
  text: 'Лампу замінено 19 листопада.',
};
const NO_FILES: Appeal['attachments'] = [];
const correct = (
  appeal: Appeal,
  changes: Partial<typeof command> & { attachments?: Appeal['attachments'] } = {},
) => correctAnswer(appeal, { ...command, attachments: NO_FILES, ...changes }, at);
const mended = () => {
  const decision = correct(answered);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision;
};

describe('a sent answer', () => {
  it('gets new words; those before stay in the history', () => {
    const { appeal, event } = mended();
    expect(appeal.answers).toEqual([anAnswer({ text: command.text, correctedAt: at })]);
    expect(event).toMatchObject({
      type: 'appeal.answer_corrected',
      by: 'telegram-7',
      facts: { ordinal: 1, before: anAnswer().text, text: command.text },
    });
    expect(appeal).toMatchObject({ status: 'answered', outcome: 'done', rev: answered.rev + 1 });
  });

  it('keeps its ordinal: «solved» and «not solved» about it stay valid', () => {
    const { appeal } = mended();
    const given = { reason: 'Темно', attachments: [], dueAt: days(5), windowDays: 30 };
    expect(confirm(appeal, { id: 'x', by: 'telegram-1', ordinal: 1 }, at).ok).toBe(true);
    expect(returnForRework(appeal, { ...given, id: 'x', by: 'telegram-1', ordinal: 1 }, at).ok).toBe(true);
  });

  it('gets photos of the fix, each once, and its words are no correction', () => {
    const known = { ...answered, answers: [anAnswer({ attachments: [aPhoto('a')] })] };
    const decision = correct(known, { text: anAnswer().text, attachments: [aPhoto('a'), aPhoto('b')] });
    expect(decision).toMatchObject({ ok: true, event: { facts: { attachments: [aPhoto('b')] } } });
    const [answer] = decision.ok ? decision.appeal.answers : [];
    expect(answer?.attachments.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(answer?.correctedAt).toBeUndefined();
    expect(decision.ok && 'text' in decision.event.facts).toBe(false);
  });

  it('is mended again and again, each version in the history', () => {
    const again = correctAnswer(
      mended().appeal,
      { ...command, attachments: NO_FILES, id: 'c2', text: 'Третя версія' },
      minutes(40),
    );
    const texts = again.ok ? again.appeal.events.flatMap(({ facts }) => facts.before ?? []) : [];
    expect(texts).toEqual([anAnswer().text, command.text]);
  });

  it.each<Status>(['closed', 'rework'])('is left alone once the citizen has spoken: %s', (status) => {
    expect(correct(anAppeal({ status }))).toEqual({ ok: false, refusal: 'already_decided' });
  });

  it.each([
    ['not_changed', { text: anAnswer().text }],
    ['empty_text', { text: '  ' }],
    ['old_answer', { ordinal: 2 }],
  ] as const)('is refused with %s', (refusal, changes) => {
    expect(correct(answered, changes)).toEqual({ ok: false, refusal });
  });
});

describe('a note for colleagues', () => {
  it.each<Status>(['submitted', 'answered', 'closed'])('changes nothing of one that is %s', (status) => {
    const appeal = anAppeal({ status });
    const decision = note(appeal, { id: 'n1', by: 'telegram-7', text: 'Ключ у вахтера' }, at);
    expect(decision).toMatchObject({
      ok: true,
      event: { type: 'appeal.noted', facts: { text: 'Ключ у вахтера' } },
    });
    const { rev: _rev, events: _events, ...kept } = appeal;
    expect(decision.ok && decision.appeal).toMatchObject(kept);
  });

  it('needs words', () => {
    expect(note(answered, { id: 'n1', by: 'telegram-7', text: ' ' }, at)).toEqual({
      ok: false,
      refusal: 'empty_text',
    });
  });
});
