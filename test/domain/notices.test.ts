import { EVENT_TYPES, type EventType } from '../../domain/appeal';
import { dueSince, rankOf, RANKS, type NoticeKind } from '../../domain/notice';
import { aNotice, noticesFor, saidOn, standingOn, type Recipients } from '../../domain/notices';
import { anAppeal, anEvent, minutes, NOW } from '../support/builders';

const chat = (chatId: string) => ({ messenger: 'telegram', chatId });
const everybody: Recipients = {
  citizen: chat('1'),
  staff: chat('-100'),
  executor: chat('7'),
  asker: chat('8'),
  heads: [chat('40')],
  deputies: [chat('60')],
  controllers: [chat('50'), chat('51')],
};
const dueForCitizen = minutes(600);
const tell = (type: EventType, recipients = everybody) =>
  noticesFor(anEvent('event-9', { type }), anAppeal(), recipients, { now: NOW, dueForCitizen });
const summary = (type: EventType, recipients = everybody) =>
  tell(type, recipients).map(({ chatId, kind }) => `${chatId} ${kind}`);

/** Who hears of what. */
const TOLD: Record<EventType, readonly string[]> = {
  'appeal.submitted': ['-100 card', '-100 staff_note'],
  'appeal.taken': ['-100 card', '1 taken'],
  'appeal.assigned': ['-100 card', '1 taken', '7 given'],
  'appeal.declined': ['-100 card', '-100 declined_note'],
  'appeal.rerouted': ['-100 card'],
  'appeal.handed_over': ['-100 card'],
  'appeal.recategorised': ['-100 card', '1 term_changed'],
  'appeal.details_asked': ['-100 card', '1 details_asked'],
  'appeal.detail_added': ['-100 card', '-100 staff_note'],
  'appeal.amended': ['-100 card', '-100 staff_note'],
  'appeal.answered': ['-100 card', '1 answered'],
  'appeal.confirmed': ['-100 card', '-100 staff_note'],
  'appeal.rated': ['-100 card'],
  'appeal.returned_for_rework': [
    ...['-100 card', '-100 staff_note', '7 rework_alert'],
    ...['50 rework_alert', '51 rework_alert'],
  ],
  'appeal.withdrawn': ['-100 card', '-100 staff_note'],
  'appeal.extended': ['-100 card', '1 decided', '8 extension_settled'],
  'appeal.extension_asked': ['-100 card', '40 extension_asked'],
  'appeal.extension_declined': ['-100 card', '8 extension_settled'],
  'appeal.delay_explained': ['-100 card', '1 delay_explained'],
  'appeal.helped': ['-100 card'],
  'appeal.help_awaited': ['-100 card'],
  'appeal.not_helped': ['-100 card', '-100 staff_note', '50 not_helped', '51 not_helped'],
  'appeal.forwarded': ['-100 card', '1 decided'],
  'appeal.returned': ['-100 card', '1 decided'],
  'appeal.not_considered': ['-100 card', '1 decided'],
  'appeal.joined': ['-100 card'],
  'appeal.left': ['-100 card'],
  'appeal.linked': ['-100 card', '1 joining'],
  'appeal.separated': ['-100 card', '-100 staff_note', '1 joining'],
  'appeal.labelled': ['-100 card'],
  'appeal.author_moved': ['-100 card'],
  'appeal.files_hidden': ['-100 card', '1 hiding'],
  'appeal.files_shown': ['-100 card', '-100 staff_note', '1 hiding'],
  'appeal.official_named': ['-100 card'],
  'appeal.answer_corrected': ['-100 card', '1 answer_corrected'],
  'appeal.noted': ['-100 card'],
  'appeal.objected': ['-100 card', '-100 staff_note'],
  'appeal.incoming_recorded': ['-100 card'],
  'appeal.corrected': ['-100 card', '-100 staff_note'],
  'appeal.identified': ['-100 card', '-100 staff_note'],
  'appeal.pseudonymised': ['-100 card'],
  'appeal.completed': ['-100 card', '-100 staff_note'],
  'appeal.closed_by_hand': ['-100 card', '1 closed_by_hand'],
};

describe('the notices of an event', () => {
  it.each(EVENT_TYPES)('%s is told to whom it concerns', (type) => {
    expect(summary(type)).toEqual(TOLD[type]);
  });

  it.each(EVENT_TYPES)('%s makes notices nobody mistakes for each other', (type) => {
    const ids = tell(type).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.includes(':'))).toEqual([]);
  });

  it('waits for the citizen’s daytime and goes to staff at once', () => {
    const dueAt = Object.fromEntries(tell('appeal.answered').map((notice) => [notice.kind, notice.dueAt]));
    expect(dueAt).toEqual({ card: NOW, answered: dueForCitizen });
  });

  it('names what it is about', () => {
    expect(tell('appeal.answered')).toEqual([
      expect.objectContaining({ eventId: 'event-9', appealId: 'draft-1', kind: 'card' }),
      expect.objectContaining({ eventId: 'event-9', appealId: 'draft-1', kind: 'answered' }),
    ]);
  });

  it('leaves out whom nobody can reach', () => {
    expect(summary('appeal.returned_for_rework', { controllers: [] })).toEqual([]);
    expect(summary('appeal.answered', { staff: chat('-100'), controllers: [] })).toEqual(['-100 card']);
  });
});

describe('a rework', () => {
  const told = (reworkCount: number, recipients = everybody) =>
    noticesFor(
      anEvent('event-9', { type: 'appeal.returned_for_rework' }),
      anAppeal({ status: 'rework', reworkCount }),
      recipients,
      { now: NOW, dueForCitizen },
    ).flatMap(({ kind, chatId }) => (kind === 'rework_alert' ? [chatId] : []));

  it.each([
    [1, ['7', '50', '51']],
    [2, ['7', '50', '51', '40']],
    [3, ['7', '50', '51', '40', '60']],
    [9, ['7', '50', '51', '40', '60']],
  ])('is told, the %i. time, to %j', (count, chats) => expect(told(count)).toEqual(chats));

  it('is news only when it happens, not at each later step', () => {
    const often = anAppeal({ status: 'in_progress', reworkCount: 3 });
    const taken = noticesFor(anEvent('event-9', { type: 'appeal.taken' }), often, everybody, {
      ...{ now: NOW, dueForCitizen },
    });
    expect(taken.map(({ kind }) => kind)).toEqual(['card', 'taken']);
  });

  it('is told once to a controller who is the executor and stands in for a head nobody is', () => {
    const { heads: _nobody, ...others } = everybody;
    expect(told(2, { ...others, executor: chat('50') })).toEqual(['50', '51']);
  });
});

describe('where nobody holds a role', () => {
  const lone = { staff: chat('-100'), controllers: [chat('50')] };
  it.each<[string, Recipients, string[]]>([
    ['a request for more time goes to the controllers', lone, ['-100 card', '50 extension_asked']],
    [
      'and to the staff chat when there are none',
      { ...lone, controllers: [] },
      ['-100 card', '-100 extension_asked_note'],
    ],
  ])('%s', (_, recipients, expected) =>
    expect(summary('appeal.extension_asked', recipients)).toEqual(expected),
  );

  it.each(['executor', 'heads', 'deputies', 'controllers'] as const)('%s are never nobody', (side) => {
    expect(standingOn(side, lone).chats).not.toEqual([]);
    expect(standingOn(side, { ...lone, controllers: [] })).toEqual({ side: 'staff', chats: [chat('-100')] });
  });

  it('the citizen is not replaced by anybody', () => {
    expect(standingOn('citizen', lone).chats).toEqual([]);
    expect(standingOn('asker', lone).chats).toEqual([]);
  });
});

describe('what is meant for a colleague', () => {
  /** A group that hears it instead is told under the card, where everybody sees what it is about. */
  it.each<[NoticeKind, NoticeKind, string]>([
    ['rework_alert', 'staff_note', 'the citizen’s words stand under the card anyway'],
    ['not_helped', 'staff_note', 'the citizen’s words stand under the card anyway'],
    ['escalation', 'escalation_note', 'who is late sees it before those above do'],
    ['extension_asked', 'extension_asked_note', 'a head may look there'],
    ['extension_settled', 'extension_settled_note', 'who asked may look there'],
    ['planned_alert', 'planned_note', 'somebody promised that day'],
    ['given', 'given_note', 'their own chat with the bot may be closed'],
  ])('%s is said under the card as %s: %s', (kind, inGroup) => {
    expect(saidOn('staff', kind)).toBe(inGroup);
    expect(saidOn('executor', kind)).toBe(kind);
    expect(saidOn('controllers', kind)).toBe(kind);
    expect(saidOn('controllers', kind, { isCircle: true })).toBe(inGroup);
  });

  it('is said as it is where the group hears it too', () => {
    expect(saidOn('staff', 'card')).toBe('card');
  });
});

describe('in a complaint about officials', () => {
  const circle: Recipients = {
    ...{ controllers: [chat('50')], moderators: [chat('60')], staff: chat('-100'), isCircle: true },
  };

  it.each(['executor', 'heads', 'deputies'] as const)('the controllers stand in for absent %s', (side) => {
    expect(standingOn(side, circle)).toEqual({ side: 'controllers', chats: [chat('50')] });
    expect(standingOn(side, { ...circle, controllers: [] }).side).toBe('moderators');
  });
});

describe('what goes first in a staff chat', () => {
  const ranks = (type: EventType, appeal = anAppeal(), to = everybody) =>
    noticesFor(anEvent('event-9', { type }), appeal, to, { now: NOW, dueForCitizen }).map(
      ({ chatId, rank }) => [chatId, rank],
    );

  it('is danger, then what somebody waits for, then what is new', () => {
    const urgent = anAppeal({ isUrgent: true });
    expect(ranks('appeal.submitted', urgent)).toEqual([
      ['-100', RANKS.first],
      ['-100', RANKS.first],
    ]);
    expect(ranks('appeal.rated', urgent)).toEqual([['-100', RANKS.first]]);
    expect(ranks('appeal.rated')).toEqual([['-100', RANKS.act]]);
    expect(ranks('appeal.submitted')).toEqual([
      ['-100', RANKS.news],
      ['-100', RANKS.news],
    ]);
    expect(RANKS.first < RANKS.act && RANKS.act < RANKS.news && RANKS.news < RANKS.sign).toBe(true);
  });

  it('says nothing of the chats of single people', () => {
    expect(ranks('appeal.assigned')).toEqual([
      ['-100', RANKS.act],
      ['1', undefined],
      ['7', undefined],
    ]);
    expect(ranks('appeal.not_helped').at(-1)).toEqual(['51', undefined]);
  });

  it('holds for the controllers who have the card of a complaint about officials, and for nobody else', () => {
    const circle: Recipients = { citizen: chat('1'), controllers: [chat('50')], isCircle: true };
    expect(ranks('appeal.answered', anAppeal(), circle)).toEqual([
      ['50', RANKS.act],
      ['1', undefined],
    ]);
  });

  it.each<[NoticeKind, number, string]>([
    ['screen', RANKS.first, 'somebody pressed and looks at the chat'],
    ['topic', RANKS.sign, 'only a title'],
    ['overview', RANKS.sign, 'only a count'],
    ['escalation_note', RANKS.act, 'somebody waits'],
  ])('a %s without a rank has %i: %s', (kind, rank) => {
    expect(rankOf({ kind })).toBe(rank);
    expect(rankOf({ kind, rank: RANKS.news })).toBe(RANKS.news);
  });
});

describe('a notice', () => {
  it('is the same when it is made twice, and another for another step', () => {
    const make = (step?: string) =>
      aNotice(
        'rate_reminder',
        chat('1'),
        { eventId: 'event-2', appealId: 'draft-1', ...(step && { step }) },
        { dueAt: minutes(5), now: NOW },
      );
    expect(make()).toEqual(make());
    expect(make('3').id).toBe('event-2-telegram.1-rate_reminder-3');
    expect(make().id).toBe('event-2-telegram.1-rate_reminder-0');
    expect(make('1').id).not.toBe(make('3').id);
    const waiting = { state: 'waiting', attempts: 0, sentMessageIds: [], dueAt: minutes(5), createdAt: NOW };
    expect(make()).toMatchObject({ ...waiting, ...chat('1'), kind: 'rate_reminder', appealId: 'draft-1' });
    expect(make()).not.toHaveProperty('step');
  });

  it('is as old as since it was due first, whatever pauses it made', () => {
    expect(dueSince({ dueAt: minutes(5) })).toEqual(minutes(5));
    expect(dueSince({ dueAt: minutes(5), firstDueAt: minutes(1) })).toEqual(minutes(1));
  });
});
