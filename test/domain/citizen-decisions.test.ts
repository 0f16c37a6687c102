import { STATUSES, type Appeal, type Attachment, type Rating, type Status } from '../../domain/appeal';
import {
  addDetail,
  amend,
  complete,
  confirm,
  rate,
  returnForRework,
  withdraw,
} from '../../domain/citizen-decisions';
import { rewrite } from '../../domain/corrections';
import type { AppealRefusal, Decision } from '../../domain/decision';
import { after } from '../../domain/instant';
import { anAnswer, anAppeal, aPhoto, days, minutes, NOW } from '../support/builders';

const command = { id: 'tg-1-9', by: 'telegram-1' };
const at = minutes(30);
const OPEN: readonly Status[] = ['submitted', 'in_progress', 'needs_details', 'rework'];
const allBut = (...left: Status[]) => STATUSES.filter((status) => !left.includes(status));
/** With an answer whatever the status, so that only the status can be the reason of a refusal. */
const answeredOnce = (status: Status) => anAppeal({ status, answers: [anAnswer()] });

function accepted(decision: Decision): Appeal {
  if (!decision.ok) throw new Error(`refused with ${decision.refusal}`);
  return decision.appeal;
}
const refused = (refusal: AppealRefusal) => ({ ok: false, refusal });

describe('«solved»', () => {
  it('closes an answered appeal with the citizen’s own word', () => {
    const closed = accepted(confirm(anAppeal({ status: 'answered' }), { ...command, ordinal: 1 }, at));
    expect(closed).toMatchObject({ status: 'closed', outcome: 'done' });
    const event = { type: 'appeal.confirmed', by: 'telegram-1', at, facts: { ordinal: 1 } };
    expect(closed.events.at(-1)).toMatchObject(event);
  });

  it('is refused about an answer that is not the last', () => {
    const twice = anAppeal({ status: 'answered', answers: [anAnswer(), anAnswer({ ordinal: 2 })] });
    expect(confirm(twice, { ...command, ordinal: 1 }, at)).toEqual(refused('old_answer'));
  });

  it('is refused where nobody has answered', () => {
    expect(confirm(anAppeal(), { ...command, ordinal: 1 }, at)).toEqual(refused('old_answer'));
  });

  it.each(allBut('answered'))('is refused when it is %s', (status) => {
    expect(confirm(answeredOnce(status), { ...command, ordinal: 1 }, at)).toEqual(refused('wrong_status'));
  });
});

describe('«not solved»', () => {
  const dueAt = days(5);
  const attachments = [aPhoto('dark')];
  const send = (appeal: Appeal, ordinal = 1, now = at) =>
    returnForRework(
      appeal,
      { ...command, ordinal, reason: 'Ліхтар не горить', attachments, dueAt, windowDays: 30 },
      now,
    );

  it.each(['answered', 'closed'] as const)(
    'sends one that is %s back with the citizen’s reason',
    (status) => {
      const back = accepted(send(anAppeal({ status })));
      expect(back).toMatchObject({ status: 'rework', dueAt, reworkCount: 1, executorId: 'telegram-7' });
      expect(back).not.toHaveProperty('outcome');
      const facts = { text: 'Ліхтар не горить', attachments, ordinal: 1 };
      expect(back.events.at(-1)).toMatchObject({ type: 'appeal.returned_for_rework', facts });
    },
  );

  it('counts every time', () => {
    expect(accepted(send(anAppeal({ status: 'answered', reworkCount: 2 }))).reworkCount).toBe(3);
  });

  it('keeps the answer that did not help', () => {
    expect(accepted(send(anAppeal({ status: 'answered' }))).answers).toEqual([anAnswer()]);
  });

  it('is refused about an answer that is not the last', () => {
    expect(send(anAppeal({ status: 'answered' }), 2)).toEqual(refused('old_answer'));
  });

  it.each(allBut('answered', 'closed'))('is refused when it is %s', (status) => {
    expect(send(answeredOnce(status))).toEqual(refused('wrong_status'));
  });

  it('stays open for a closed one until the last moment of the window, counted from the closing', () => {
    const answered = anAppeal({ status: 'answered', answers: [anAnswer({ at: NOW })] });
    const closed = accepted(confirm(answered, { ...command, ordinal: 1 }, days(40)));
    expect(send(closed, 1, days(70)).ok).toBe(true);
    expect(send(closed, 1, after(days(70), 1))).toEqual(refused('window_over'));
  });

  it('never closes for one the citizen has not agreed to', () => {
    expect(send(anAppeal({ status: 'answered' }), 1, days(400)).ok).toBe(true);
  });
});

describe('rating', () => {
  const give = (appeal: Appeal, rating: Rating) => rate(appeal, { ...command, rating }, at);
  const closed = anAppeal({ status: 'closed' });

  it.each([1, 2, 3, 4, 5] as const)('keeps %i stars', (stars) => {
    const rated = accepted(give(closed, { stars, reasons: [] }));
    expect(rated).toMatchObject({ status: 'closed', rating: { stars } });
    expect(rated.events.at(-1)).toMatchObject({ type: 'appeal.rated', facts: { stars } });
  });

  it.each([0, 6, 2.5, Number.NaN, -1])('refuses %d stars', (stars) => {
    expect(give(closed, { stars: stars as 5, reasons: [] })).toEqual(refused('no_such_stars'));
  });

  it('replaces an earlier one and keeps both in the history', () => {
    const once = accepted(give(closed, { stars: 2, reasons: ['slow'] }));
    const again = rate(once, { id: 'tg-1-10', by: 'telegram-1', rating: { stars: 4, reasons: [] } }, at);
    expect(accepted(again).rating).toEqual({ stars: 4, reasons: [] });
    expect(
      accepted(again)
        .events.slice(-2)
        .map(({ facts }) => facts.stars),
    ).toEqual([2, 4]);
  });

  it('keeps the comment in the history', () => {
    const rated = accepted(give(closed, { stars: 5, reasons: ['quick'], comment: 'Дякую' }));
    expect(rated.events.at(-1)?.facts).toEqual({ stars: 5, text: 'Дякую' });
  });

  it.each(allBut('closed'))('is refused when it is %s', (status) => {
    expect(give(answeredOnce(status), { stars: 5, reasons: [] })).toEqual(refused('wrong_status'));
  });
});

describe('withdrawing', () => {
  const FROM: readonly Status[] = [
    'submitted',
    'in_progress',
    'needs_details',
    'rework',
    'forwarded',
    'returned',
  ];

  it.each(FROM)('takes back one that is %s', (status) => {
    const withdrawn = accepted(withdraw(anAppeal({ status }), command, at));
    expect(withdrawn.status).toBe('withdrawn');
    expect(withdrawn.events.at(-1)).toMatchObject({ type: 'appeal.withdrawn', by: 'telegram-1', at });
  });

  it.each(allBut(...FROM))('is refused when it is %s', (status) => {
    expect(withdraw(anAppeal({ status }), command, at)).toEqual(refused('wrong_status'));
  });
});

describe('adding a detail', () => {
  const add = (appeal: Appeal, text = 'Другий під’їзд', attachments: readonly Attachment[] = []) =>
    addDetail(appeal, { ...command, text, attachments }, at);

  it.each<[Status, Status]>([
    ['submitted', 'submitted'],
    ['in_progress', 'in_progress'],
    ['needs_details', 'in_progress'],
    ['rework', 'rework'],
  ])('to one that is %s leaves it %s', (before, expected) => {
    const added = accepted(add(anAppeal({ status: before })));
    expect(added.status).toBe(expected);
    const facts = { text: 'Другий під’їзд', attachments: [] };
    expect(added.events.at(-1)).toMatchObject({ type: 'appeal.detail_added', facts });
  });

  it('joins the photos to those there are', () => {
    const before = anAppeal({ attachments: [aPhoto('a')] });
    expect(accepted(add(before, '', [aPhoto('b')])).attachments).toEqual([aPhoto('a'), aPhoto('b')]);
  });

  it('leaves the text of the appeal as it was signed', () => {
    const before = anAppeal();
    expect(accepted(add(before)).pieces).toEqual(before.pieces);
  });

  it('puts it where the citizen says now, and keeps where it was', () => {
    const [was, place] = ['Миру, 18', 'Миру, 81'].map((label) => ({ kind: 'as_written', label }) as const);
    const moved = accepted(addDetail(anAppeal({ place: was! }), { ...command, text: '', attachments: [], place: place! }, at)); // prettier-ignore
    expect(moved.place).toEqual(place);
    expect(moved.events.at(-1)?.facts).toMatchObject({ corrected: { place }, was: { place: was } });
    const first = accepted(addDetail(anAppeal(), { ...command, text: '', attachments: [], place: place! }, at)); // prettier-ignore
    expect(first.events.at(-1)?.facts).toEqual({ text: '', attachments: [], corrected: { place } });
    expect(accepted(add(anAppeal({ place: was! }))).place).toEqual(was);
    expect(accepted(add(anAppeal()))).not.toHaveProperty('place');
  });

  it('is refused with neither words nor photos', () => {
    expect(add(anAppeal(), '  ')).toEqual(refused('empty_text'));
  });

  it.each(allBut(...OPEN))('is refused when it is %s', (status) => {
    expect(add(anAppeal({ status }))).toEqual(refused('wrong_status'));
  });
});

describe('editing a sent message', () => {
  const pieces = [
    { messageId: '1', text: 'Не горить ліхтар' },
    { messageId: '2', text: 'біля школи' },
  ];
  const edit = (appeal: Appeal, text: string) =>
    amend(appeal, { ...command, piece: { messageId: '2', text } }, at);

  it.each(OPEN)('changes that piece of one that is %s and keeps the old words in the history', (status) => {
    const amended = accepted(edit(anAppeal({ status, pieces }), 'біля садка'));
    expect(amended).toMatchObject({ status, pieces: [pieces[0], { messageId: '2', text: 'біля садка' }] });
    const facts = { before: 'Не горить ліхтар\nбіля школи', text: 'Не горить ліхтар\nбіля садка' };
    expect(amended.events.at(-1)).toMatchObject({ type: 'appeal.amended', facts });
  });

  it('is refused about a message that is not of this appeal', () => {
    expect(edit(anAppeal({ pieces: [pieces[0]!] }), 'біля садка')).toEqual(refused('nothing_changed'));
  });

  it('is refused without words', () => {
    expect(edit(anAppeal({ pieces }), ' ')).toEqual(refused('empty_text'));
  });

  it.each(allBut(...OPEN))('is refused when it is %s', (status) => {
    expect(edit(anAppeal({ status, pieces }), 'біля садка')).toEqual(refused('wrong_status'));
  });
});

describe('later words that name a danger', () => {
  const attachments: Attachment[] = [];
  const pieces = [{ messageId: '1', text: 'іскрить дріт' }];
  const reason = 'іскрить дріт';
  const said: [string, Status, (appeal: Appeal, isUrgent: boolean) => Decision][] = [
    ['a detail', 'in_progress', (appeal, isUrgent) => addDetail(appeal, { ...command, isUrgent, text: reason, attachments }, at)],
    ['a completion', 'returned', (appeal, isUrgent) => complete(appeal, { ...command, isUrgent, pieces, attachments, dueAt: days(3) }, at)],
    ['an edit', 'in_progress', (appeal, isUrgent) => amend(appeal, { ...command, isUrgent, piece: pieces[0]! }, at)],
    ['a text anew', 'in_progress', (appeal, isUrgent) => rewrite(appeal, { ...command, isUrgent, pieces }, at)],
    ['a reason', 'answered', (appeal, isUrgent) => returnForRework(appeal, { ...command, isUrgent, ordinal: 1, reason, attachments, dueAt: days(3), windowDays: 30 }, at)],
  ]; // prettier-ignore

  it.each(said)('make it urgent: %s', (_, status, decide) => {
    expect(accepted(decide(anAppeal({ status }), true))).toMatchObject({ isUrgent: true });
  });

  it.each(said)('are never taken back by calm ones: %s', (_, status, decide) => {
    expect(accepted(decide(anAppeal({ status, isUrgent: true }), false))).toMatchObject({ isUrgent: true });
    expect(accepted(decide(anAppeal({ status }), false))).toMatchObject({ isUrgent: false });
  });
});
