import { STATUSES, type Appeal, type Status } from '../../domain/appeal';
import type { AppealRefusal, Decision } from '../../domain/decision';
import {
  answer,
  askForDetails,
  assign,
  decline,
  give,
  recordIncoming,
  take,
  type AnswerGiven,
} from '../../domain/staff-decisions';
import { anAnswer, anAppeal, aPhoto, minutes } from '../support/builders';

const command = { id: 'tg-1-9', by: 'telegram-8' };
const at = minutes(30);
const today = '2026-11-20';
const OPEN: readonly Status[] = ['submitted', 'in_progress', 'needs_details', 'rework'];
const CLOSED = STATUSES.filter((status) => !OPEN.includes(status));

function accepted(decision: Decision): Appeal {
  if (!decision.ok) throw new Error(`refused with ${decision.refusal}`);
  return decision.appeal;
}
const refused = (refusal: AppealRefusal) => ({ ok: false, refusal });

const signatory = { name: 'Петренко Олександр Ілліч', post: 'заступник начальника' };
const given = (overrides: Partial<AnswerGiven> = {}): AnswerGiven => ({
  text: 'Лампу замінено.',
  outcome: 'done',
  signatory,
  attachments: [],
  ...overrides,
});
const answered = (appeal: Appeal, overrides: Partial<AnswerGiven> = {}) =>
  answer(appeal, { ...command, given: given(overrides), today }, at);

describe('taking an appeal', () => {
  it.each(['submitted', 'needs_details', 'rework'] as const)(
    'gives one that is %s to the official',
    (status) => {
      const taken = accepted(take(anAppeal({ status, needsModerator: true }), command, at));
      expect(taken).toMatchObject({ status: 'in_progress', executorId: 'telegram-8', needsModerator: false });
      expect(taken.events.at(-1)).toMatchObject({ id: 'tg-1-9', type: 'appeal.taken', by: 'telegram-8', at });
    },
  );

  it('is refused while a colleague has it', () => {
    expect(take(anAppeal({ status: 'in_progress' }), command, at)).toEqual(refused('already_taken'));
  });

  it('takes again what a colleague handed back', () => {
    const back = accepted(decline(anAppeal({ status: 'in_progress' }), command, at));
    expect(accepted(take(back, { ...command, id: 'tg-1-10' }, at))).toMatchObject({
      executorId: 'telegram-8',
    });
  });

  it('is refused to the one who has it as well', () => {
    const own = anAppeal({ status: 'in_progress', executorId: 'telegram-8' });
    expect(take(own, command, at)).toEqual(refused('already_taken'));
  });

  it.each(CLOSED)('is refused when it is %s', (status) => {
    expect(take(anAppeal({ status }), command, at)).toEqual(refused('wrong_status'));
  });
});

describe('assigning an appeal', () => {
  const toNine = { ...command, executorId: 'telegram-9' };

  it.each(OPEN)('gives one that is %s to the named official', (status) => {
    const assigned = accepted(assign(anAppeal({ status, needsModerator: true }), toNine, at));
    expect(assigned).toMatchObject({
      status: 'in_progress',
      executorId: 'telegram-9',
      needsModerator: false,
    });
    const facts = { executorId: 'telegram-9' };
    expect(assigned.events.at(-1)).toMatchObject({ type: 'appeal.assigned', by: 'telegram-8', facts });
  });

  it.each(['forwarded', 'not_considered'] as const)('brings back one that is %s', (status) => {
    expect(accepted(assign(anAppeal({ status }), toNine, at)).status).toBe('in_progress');
  });

  it.each(['answered', 'returned', 'withdrawn', 'closed'] as const)('is refused when it is %s', (status) => {
    expect(assign(anAppeal({ status }), toNine, at)).toEqual(refused('wrong_status'));
  });
});

describe('giving to a colleague', () => {
  const toNine = { ...command, executorId: 'telegram-9' };

  it.each([
    ['submitted', 'in_progress'],
    ['in_progress', 'in_progress'],
    ['rework', 'in_progress'],
    ['needs_details', 'needs_details'],
  ] as const)('leaves one that is %s %s, theirs, on the same term', (status, becomes) => {
    const before = anAppeal({ status });
    const now = accepted(give(before, toNine, at));
    expect(now).toMatchObject({ status: becomes, executorId: 'telegram-9', dueAt: before.dueAt });
    expect(now.events.at(-1)).toMatchObject({
      type: 'appeal.assigned',
      facts: { executorId: 'telegram-9' },
    });
  });

  it('is refused when they have it, or nobody in the office has the word', () => {
    const theirs = anAppeal({ status: 'in_progress', executorId: 'telegram-9' });
    expect(give(theirs, toNine, at)).toEqual(refused('nothing_changed'));
    for (const status of CLOSED)
      expect(give(anAppeal({ status }), toNine, at)).toEqual(refused('wrong_status'));
  });
});

describe('«not ours»', () => {
  it.each(OPEN)('sends one that is %s to the moderators without an executor, on the same term', (status) => {
    const before = anAppeal({ status, executorId: 'telegram-8' });
    const declined = accepted(decline(before, { ...command, reason: 'Це водоканал', suggests: 'water' }, at));
    expect(declined).toMatchObject({ status, needsModerator: true, dueAt: before.dueAt });
    expect(declined).not.toHaveProperty('executorId');
    expect(declined.events.at(-1)).toMatchObject({
      type: 'appeal.declined',
      facts: { text: 'Це водоканал', suggests: 'water' },
    });
  });

  it('needs no reason', () => {
    expect(accepted(decline(anAppeal(), command, at)).events.at(-1)?.facts).toEqual({});
  });

  it.each(CLOSED)('is refused when it is %s', (status) => {
    expect(decline(anAppeal({ status }), command, at)).toEqual(refused('wrong_status'));
  });
});

describe('asking the citizen', () => {
  const ask = (appeal: Appeal, question = 'Який це під’їзд?') =>
    askForDetails(appeal, { ...command, question }, at);

  it.each(OPEN)('keeps the question of one that is %s and does not stop the clock', (status) => {
    const before = anAppeal({ status });
    const asked = accepted(ask(before));
    expect(asked).toMatchObject({ status: 'needs_details', dueAt: before.dueAt });
    const facts = { text: 'Який це під’їзд?' };
    expect(asked.events.at(-1)).toMatchObject({ type: 'appeal.details_asked', facts });
  });

  it('shows the citizen a picture and the place that is meant', () => {
    const shown = {
      attachments: [aPhoto('which')],
      place: { kind: 'as_written', label: 'Миру, 18' },
    } as const;
    const facts = (more: Partial<typeof shown>) =>
      accepted(askForDetails(anAppeal(), { ...command, question: 'Тут?', ...more }, at)).events.at(-1)?.facts;
    expect(facts(shown)).toEqual({ text: 'Тут?', ...shown });
    expect(facts({ attachments: [] as never })).toEqual({ text: 'Тут?' });
    expect(facts({})).toEqual({ text: 'Тут?' });
  });

  it('makes who asks first the executor, and leaves a present one', () => {
    expect(accepted(ask(anAppeal())).executorId).toBe('telegram-8');
    expect(accepted(ask(anAppeal({ status: 'in_progress' }))).executorId).toBe('telegram-7');
  });

  it.each(CLOSED)('is refused when it is %s', (status) => {
    expect(ask(anAppeal({ status }))).toEqual(refused('wrong_status'));
  });

  it('is refused without words', () => {
    expect(ask(anAppeal(), ' \n ')).toEqual(refused('empty_text'));
  });
});

describe('answering an appeal', () => {
  it.each(OPEN)('makes one that is %s answered, with the official’s claim, and closes nothing', (status) => {
    const after = accepted(answered(anAppeal({ status, needsModerator: true })));
    expect(after).toMatchObject({ status: 'answered', outcome: 'done', needsModerator: false });
  });

  it.each(CLOSED)('is refused when it is %s', (status) => {
    expect(answered(anAppeal({ status }))).toEqual(refused('wrong_status'));
  });

  it('keeps the words, the photos, who signs and when', () => {
    const attachments = [aPhoto('lamp')];
    const after = accepted(answered(anAppeal(), { attachments }));
    const expected = { ordinal: 1, text: 'Лампу замінено.', outcome: 'done', signatory, attachments, at };
    expect(after.answers).toEqual([expected]);
    expect(after.events.at(-1)).toMatchObject({ type: 'appeal.answered', facts: { ordinal: 1 } });
  });

  it('counts the answers and keeps the earlier ones', () => {
    const after = accepted(answered(anAppeal({ status: 'rework' }), { text: 'Тепер точно.' }));
    expect(after.answers.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(after.answers[0]).toEqual(anAnswer());
    expect(after.events.at(-1)?.facts).toEqual({ ordinal: 2 });
  });

  it('makes who answers an untaken one its executor, and leaves a present one', () => {
    expect(accepted(answered(anAppeal())).executorId).toBe('telegram-8');
    expect(accepted(answered(anAppeal({ status: 'rework' }))).executorId).toBe('telegram-7');
  });

  it.each<[string, Partial<AnswerGiven>, AppealRefusal]>([
    ['without words', { text: '  ' }, 'empty_text'],
    ['a refusal without its ground', { outcome: 'refused' }, 'ground_missing'],
    ['a refusal with an empty ground', { outcome: 'refused', ground: ' ' }, 'ground_missing'],
    ['a plan without a day', { outcome: 'planned' }, 'date_missing'],
    ['a plan for yesterday', { outcome: 'planned', plannedOn: '2026-11-19' }, 'date_past'],
  ])('is refused %s', (_, overrides, refusal) => {
    expect(answered(anAppeal(), overrides)).toEqual(refused(refusal));
  });

  it.each<[string, Partial<AnswerGiven>]>([
    ['a refusal with its ground', { outcome: 'refused', ground: 'Стаття 8 закону' }],
    ['a plan for today', { outcome: 'planned', plannedOn: '2026-11-20' }],
    ['a plan for later', { outcome: 'planned', plannedOn: '2027-05-01' }],
    ['an explanation', { outcome: 'explained' }],
    ['a part done', { outcome: 'partly_done' }],
  ])('accepts %s', (_, overrides) => {
    expect(accepted(answered(anAppeal(), overrides)).answers.at(-1)).toMatchObject(overrides);
  });
});

describe('the incoming number', () => {
  const recorded = (appeal: Appeal, incomingNumber: string) =>
    recordIncoming(appeal, { ...command, incomingNumber }, at);

  it.each(STATUSES)('is written down of one that is %s, and corrected with both versions kept', (status) => {
    const first = recorded(anAppeal({ status }), ' В-1234/01-12 ');
    if (!first.ok) throw new Error(first.refusal);
    expect(first.appeal).toMatchObject({ incomingNumber: 'В-1234/01-12', status });
    const second = recorded(first.appeal, 'В-1235/01-12');
    expect(second).toMatchObject({
      appeal: { incomingNumber: 'В-1235/01-12' },
      event: { by: command.by, at, facts: { before: 'В-1234/01-12', text: 'В-1235/01-12' } },
    });
  });

  it.each(['', 'без цифри', '-1', '<b>1</b>', '1'.repeat(41), '12\n34'])('is not %j', (incomingNumber) => {
    expect(recorded(anAppeal(), incomingNumber)).toEqual({ ok: false, refusal: 'no_such_incoming' });
  });
});
