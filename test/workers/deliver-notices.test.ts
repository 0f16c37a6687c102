import type { Appeal } from '../../domain/appeal';
import { after, HOUR_MS, MINUTE_MS } from '../../domain/instant';
import type { Notice } from '../../domain/notice';
import { aNotice } from '../../domain/notices';
import type { EditResult, Markup, Screen } from '../../messengers/messenger';
import { welcomeBack } from '../../use-cases/welcome-back';
import { deliverNotices } from '../../workers/deliver-notices';
import { tellOfficial } from '../../workers/tell-official';
import { watchAges } from '../../workers/watch-ages';
import { until } from '../infra/stores';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, minutes, NOW, onward } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const citizen = { messenger: 'telegram', chatId: '1' };
const staff = { messenger: 'telegram', chatId: '-100' };
const screen: Screen = { text: 'Готово' as Markup };
const BROKEN: Screen = { text: 'Зламано' as Markup };
const due = { dueAt: NOW, now: NOW };
/** A screen that waits for chat 1: what it says never stops being true. */
const waiting = (eventId: string, overrides: Partial<Notice> = {}): Notice => ({
  ...aNotice('screen', citizen, { eventId }, due),
  screen,
  ...overrides,
});
const ID = 'event-1-telegram.1-screen-0';
const found = () => town.deps.notices.find(ID);
/** Long enough that nobody stands still for half of it between two lines. */
const LEASE_MS = 4000;
const deliver = () => deliverNotices(town.deps, citizen);
const later = (result: 'later' | 'ambiguous' | 'stopped' | 'no_thread'): EditResult => ({ result });

describe('a notice that is sent', () => {
  it('keeps the ids of its messages and is sent once, however often the job runs', async () => {
    await town.deps.notices.insert([waiting('event-1')]);
    await deliver();
    await deliver();
    expect(town.deps.messenger.sent).toHaveLength(1);
    expect(await found()).toMatchObject({ state: 'sent', sentMessageIds: ['1'] });
  });

  it('is sent once when several processes come at the same time', async () => {
    await town.deps.notices.insert([waiting('event-1'), waiting('event-2')]);
    await Promise.all([deliver(), deliver(), deliver()]);
    await deliver();
    expect(town.deps.messenger.sent).toHaveLength(2);
  });

  it('is sent once though its sending takes longer than its lease', async () => {
    await town.deps.notices.insert([waiting('event-1')]);
    const { messenger } = town.deps;
    const send = messenger.send.bind(messenger);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    messenger.send = async (...said) => {
      await held;
      return send(...said);
    };
    const slow = deliverNotices(town.deps, citizen, LEASE_MS);
    const leasedUntil = async () => (await found())?.leasedUntil?.getTime() ?? 0;
    await until(async () => (await leasedUntil()) > 0);
    const first = await leasedUntil();
    await until(async () => Date.now() > first && (await leasedUntil()) > Date.now() + LEASE_MS / 2);
    await deliverNotices(town.deps, citizen, LEASE_MS);
    letGo();
    await slow;
    expect(messenger.sent).toHaveLength(1);
    const settled = await found();
    expect(settled).toMatchObject({ state: 'sent', sentMessageIds: ['1'] });
    expect(settled?.mayBeDouble).toBeUndefined();
  });

  it('goes to the group itself when its topic was deleted', async () => {
    await town.deps.notices.insert([waiting('event-1', { threadId: '5' })]);
    town.deps.messenger.willEnd(later('no_thread'));
    await deliver();
    expect(town.deps.messenger.sent.map(({ to }) => to)).toEqual([citizen]);
    expect((await found())?.state).toBe('sent');
  });

  it('does not come before its time', async () => {
    await town.deps.notices.insert([waiting('event-1', { dueAt: minutes(10) })]);
    await deliver();
    expect(town.deps.messenger.sent).toHaveLength(0);
    town.isNow(minutes(10));
    await deliver();
    expect(town.deps.messenger.sent).toHaveLength(1);
  });
});

describe('how a send ends', () => {
  beforeEach(() =>
    town.deps.notices.insert([waiting('event-1'), waiting('event-2', { createdAt: minutes(1) })]),
  );

  it.each<[EditResult, Date]>([
    [{ result: 'busy', retryAfterMs: 17_000 }, after(NOW, 17_000)],
    [later('stopped'), after(NOW, MINUTE_MS)],
  ])('%o: waits without counting an attempt, and the chat waits with it', async (ending, dueAt) => {
    town.deps.messenger.willEnd(ending);
    await deliver();
    expect(await found()).toMatchObject({ state: 'waiting', attempts: 0, dueAt, remark: ending.result });
    expect(town.deps.messenger.sent).toHaveLength(0);
  });

  it.each(['later', 'no_thread', 'ambiguous'] as const)('%s: tries again, and counts it', async (result) => {
    town.deps.messenger.willEnd(later(result));
    await deliver();
    const notice = await found();
    expect(notice).toMatchObject({ state: 'waiting', attempts: 1, remark: result });
    expect(notice!.dueAt > NOW).toBe(true);
    expect(town.deps.messenger.sent).toHaveLength(0);
    town.isNow(after(NOW, HOUR_MS));
    await deliver();
    expect((await found())?.state).toBe('sent');
    expect(town.deps.messenger.sent).toHaveLength(2);
  });

  it('ambiguous twice: is never sent a third time', async () => {
    town.deps.messenger.willEnd(later('ambiguous'), later('ambiguous'));
    await deliver();
    town.isNow(after(NOW, HOUR_MS));
    await deliver();
    expect(await found()).toMatchObject({ state: 'sent', sentMessageIds: [] });
    expect(town.deps.messenger.sent).toHaveLength(1);
  });

  it('later, again and again: the pause grows to ten minutes and the notice is never dropped', async () => {
    const pauses: number[] = [];
    let now = NOW;
    for (let attempt = 0; attempt < 14; attempt += 1) {
      town.deps.messenger.willEnd(later('later'));
      await deliver();
      const { dueAt } = (await found())!;
      pauses.push(dueAt.getTime() - now.getTime());
      now = dueAt;
      town.isNow(now);
    }
    expect(pauses[0]).toBeLessThanOrEqual(1250);
    expect(pauses[4]).toBeGreaterThan(pauses[0]! * 5);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(12.5 * MINUTE_MS);
    await deliver();
    expect((await found())?.state).toBe('sent');
  });

  it('ambiguous, busy, ambiguous: is never sent a third time either', async () => {
    town.deps.messenger.willEnd(later('ambiguous'), { result: 'busy', retryAfterMs: 1 }, later('ambiguous'));
    for (const at of [0, 10, 20]) {
      town.isNow(minutes(at));
      await deliver();
    }
    expect(await found()).toMatchObject({ state: 'sent', sentMessageIds: [], mayBeDouble: true });
  });

  it('ambiguous: is not sent again until the messenger is heard', async () => {
    const { messenger } = town.deps;
    messenger.willEnd(later('ambiguous'));
    await deliver();
    messenger.stands = 'unheard';
    town.isNow(minutes(1));
    await deliver();
    expect(messenger.saidTo('1')).toEqual([]);
    expect(await found()).toMatchObject({ state: 'waiting', remark: 'later' });
    messenger.stands = 'heard';
    town.isNow(minutes(2));
    await deliver();
    expect(messenger.saidTo('1')).not.toEqual([]);
    expect(await found()).toMatchObject({ state: 'sent', mayBeDouble: true });
  });

  it('a reply whose answer the bot lost: leaves once more, when the messenger is heard, and may be double', async () => {
    await town.begin();
    const { messenger } = town.deps;
    await town.deps.notices.insert([waiting('event-1', { remark: 'ambiguous' })]);
    messenger.stands = 'unheard';
    await deliver();
    expect(messenger.saidTo('1')).toEqual([]);
    messenger.stands = 'heard';
    messenger.willEnd(later('ambiguous'));
    for (const at of [10, 20]) {
      town.isNow(minutes(at));
      await deliver();
    }
    expect(messenger.saidTo('1')).toEqual([]);
    expect(await found()).toMatchObject({ state: 'sent', sentMessageIds: [], mayBeDouble: true });
  });

  it('ambiguous after a worker died with it: is sent once more, for it may never have left', async () => {
    await town.deps.notices.leaseNext({ messenger: 'telegram', chatId: '1' }, NOW, after(NOW, -1));
    town.deps.messenger.willEnd(later('ambiguous'));
    await deliver();
    expect(await found()).toMatchObject({ state: 'waiting', remark: 'ambiguous' });
    town.isNow(minutes(1));
    await deliver();
    expect(await found()).toMatchObject({ state: 'sent', mayBeDouble: true });
    expect((await found())?.sentMessageIds).toHaveLength(1);
  });

  it.each(['rejected', 'unreachable'] as const)(
    '%s: is skipped, said in the log, and the next one goes',
    async (result) => {
      town.deps.messenger.willEnd({ result });
      await deliver();
      expect(await found()).toMatchObject({ state: 'skipped', remark: result });
      expect(town.deps.messenger.sent).toHaveLength(1);
      expect(town.logged).toEqual([{ level: 'warn', message: 'a notice cannot be delivered' }]);
    },
  );

  it('moved: follows the chat to its new id', async () => {
    town.deps.messenger.willEnd({ result: 'moved', toChatId: '-200' });
    await deliver();
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '-200' });
    expect(town.deps.messenger.saidTo('-200')).toHaveLength(2);
    expect((await found())?.state).toBe('sent');
  });

  it('stopped: is told to the operator', async () => {
    town.deps.messenger.willEnd(later('stopped'));
    await deliver();
    expect(town.logged.map(({ level }) => level)).toEqual(['error']);
    const alarms = await town.deps.notices.leaseNext(
      { messenger: 'telegram', chatId: '50' },
      NOW,
      minutes(1),
    );
    expect(alarms).toMatchObject({ kind: 'alarm', step: 'token_refused' });
  });

  it('keeps that it may have been sent twice when a lease ran out or an answer was lost', async () => {
    const chat = { messenger: 'telegram', chatId: '1' };
    await town.deps.notices.leaseNext(chat, NOW, after(NOW, -1));
    await deliver();
    expect(await found()).toMatchObject({ state: 'sent', mayBeDouble: true });
  });
});

describe('a notice that breaks what handles it', () => {
  const breaksFor = (times: number) => {
    const { messenger } = town.deps;
    const send = messenger.send.bind(messenger);
    let left = times;
    messenger.send = (to, said, lane) => {
      if (said.text === BROKEN.text && left-- > 0) throw new TypeError('text is undefined');
      return send(to, said, lane);
    };
  };
  beforeEach(() =>
    town.deps.notices.insert([
      waiting('event-1', { screen: BROKEN }),
      waiting('event-2', { createdAt: minutes(1) }),
    ]),
  );

  it('is put off with an attempt and told in the log; the next one goes', async () => {
    breaksFor(1);
    await deliver();
    expect(await found()).toMatchObject({ state: 'waiting', attempts: 1, remark: 'broken' });
    expect((await found())?.leasedUntil).toBeUndefined();
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
    expect(town.logged).toEqual([{ level: 'error', message: 'a notice is broken' }]);
  });

  it('goes when it is mended, and may have been sent before', async () => {
    breaksFor(1);
    await deliver();
    town.isNow(minutes(1));
    await deliver();
    expect(await found()).toMatchObject({ state: 'sent', mayBeDouble: true });
  });

  it('is told to the controllers when it is tried for minutes in vain', async () => {
    breaksFor(100);
    for (const at of [0, 2, 4.5]) {
      town.isNow(minutes(at));
      await deliver();
    }
    await watchAges(town.deps);
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '50' });
    expect(town.deps.messenger.saidTo('50')).toHaveLength(1);
  });

  it('is left to its lease while a store is out of reach', async () => {
    breaksFor(1);
    const away = { ...town.deps, isStoreUnavailable: () => true };
    await expect(deliverNotices(away, citizen)).rejects.toThrow(TypeError);
    expect(await found()).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});

describe('a notice of a kind only a newer version knows', () => {
  const newer = (overrides: Partial<Notice> = {}) =>
    waiting('event-1', { kind: 'song' as never, ...overrides });
  const about = { appealId: 'draft-1' };

  it.each([
    ['about an appeal', about],
    ['about none', {}],
  ])('%s: waits with growing pauses, is told in the log, and what is behind it goes', async (_, subject) => {
    await town.deps.appeals.insert(anAppeal());
    const behind = waiting('event-2', { createdAt: minutes(1), ...subject });
    await town.deps.notices.insert([newer(subject), behind]);
    await deliver();
    expect(await found()).toMatchObject({ state: 'waiting', attempts: 1, remark: 'newer' });
    expect((await found())?.leasedUntil).toBeUndefined();
    expect((await found())!.dueAt > NOW).toBe(true);
    expect((await town.deps.notices.find(behind.id))?.state).toBe('sent');
    expect(town.logged).toEqual([{ level: 'warn', message: 'a notice waits for a newer version' }]);
    await town.deps.notices.insert([waiting('event-3', subject)]);
    expect(await town.deps.notices.chatsDue(NOW, 10)).toEqual([citizen]);
    await deliver();
    expect(await town.deps.notices.chatsDue(NOW, 10)).toEqual([]);
    expect(await found()).toMatchObject({ attempts: 1 });
    expect(town.deps.messenger.saidTo('1')).toHaveLength(2);
  });

  it('goes once a version that knows it takes it, as never sent before', async () => {
    await town.deps.notices.insert([newer()]);
    await deliver();
    await town.connection.collection('notices').updateOne({ _id: ID as never }, { $set: { kind: 'screen' } });
    town.isNow(minutes(1));
    await deliver();
    const notice = await found();
    expect(notice).toMatchObject({ state: 'sent', sentMessageIds: ['1'] });
    expect(notice?.mayBeDouble).toBeUndefined();
  });

  it('is told to the controllers when it waits for minutes, and hides none that begins to wait after it', async () => {
    await town.deps.notices.insert([newer()]);
    for (const at of [0, 2, 4.5]) {
      town.isNow(minutes(at));
      await deliver();
    }
    await watchAges(town.deps);
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '50' });
    expect(town.deps.messenger.saidTo('50').map(({ screen: { text } }) => text)).toEqual([
      expect.stringMatching(/не може надіслати: 1\./),
    ]);
    expect(town.logged.some(({ message }) => message === 'a notice waits too long')).toBe(false);
  });
});

describe('a notice that stopped being true', () => {
  const answered = anAppeal({ status: 'answered' });
  const about = { eventId: 'event-2', appealId: 'draft-1' };
  const told =
    (kind: Notice['kind'], appeal: Appeal, to = citizen) =>
    async () => {
      await town.deps.appeals.insert(appeal);
      await town.deps.notices.insert([aNotice(kind, to, about, due)]);
      await deliverNotices(town.deps, to);
      await deliverNotices(town.deps, to);
      return town.deps.messenger.saidTo(to.chatId).length;
    };
  const event = (type: 'appeal.taken' | 'appeal.details_asked' | 'appeal.answered') =>
    anEvent('event-2', { type, facts: { ordinal: 1, text: 'Де саме?' } });
  const taken = anAppeal({ status: 'in_progress', events: [event('appeal.taken')] });
  const asked = anAppeal({ status: 'needs_details', events: [event('appeal.details_asked')] });
  const corrected = { ...answered, answers: [...answered.answers, { ...answered.answers[0]!, ordinal: 2 }] };

  it.each<[string, Notice['kind'], Appeal, number]>([
    ['«taken» while somebody has it', 'taken', taken, 1],
    ['«taken» after the answer', 'taken', { ...taken, status: 'answered' }, 0],
    ['a question still open', 'details_asked', asked, 1],
    ['a question answered meanwhile', 'details_asked', { ...asked, status: 'in_progress' }, 0],
    ['the last answer', 'answered', answered, 1],
    ['an answer with a newer one after it', 'answered', corrected, 0],
    ['a reminder while the citizen is silent', 'rate_reminder', answered, 1],
    ['a reminder after «solved»', 'rate_reminder', { ...answered, status: 'closed' }, 0],
    ['a reminder after «not solved»', 'rate_reminder', { ...answered, status: 'rework' }, 0],
    ['about an event that is not there', 'answered', { ...answered, events: [] }, 0],
  ])('%s', async (_, kind, appeal, times) => {
    expect(await told(kind, appeal)()).toBe(times);
    const state = times > 0 ? 'sent' : 'skipped';
    expect(await town.deps.notices.countByState()).toEqual({ [state]: 1 });
  });
});

describe('a citizen who blocked the bot', () => {
  it('and comes back before we gave up hears it all the same', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    await town.deps.notices.insert([
      aNotice('answered', citizen, { eventId: 'event-2', appealId: 'draft-1' }, due),
    ]);
    const { notices, citizens } = town.deps;
    const markSkipped = notices.markSkipped.bind(notices);
    jest.spyOn(notices, 'markSkipped').mockImplementationOnce(async (...given) => {
      await welcomeBack(town.deps, (await citizens.find('telegram-1'))!);
      await markSkipped(...given);
    });
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliver();
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
  });

  it('and comes back while we give up hears it all the same', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    await town.deps.notices.insert([
      aNotice('answered', citizen, { eventId: 'event-2', appealId: 'draft-1' }, due),
    ]);
    const { citizens } = town.deps;
    await citizens.save({ ...(await citizens.find('telegram-1'))!, isReachable: false, rev: 2 });
    const save = citizens.save.bind(citizens);
    jest.spyOn(citizens, 'save').mockImplementationOnce(async (changed) => {
      town.deps.messenger.willEnd({ result: 'unreachable' });
      await deliver();
      return save(changed);
    });
    await welcomeBack(town.deps, (await citizens.find('telegram-1'))!);
    await deliver();
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
  });

  it('is known as unreachable from then on', async () => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    await town.deps.notices.insert([
      aNotice('answered', citizen, { eventId: 'event-2', appealId: 'draft-1' }, due),
    ]);
    town.deps.messenger.willEnd({ result: 'unreachable' });
    await deliver();
    expect(await town.deps.citizens.find('telegram-1')).toMatchObject({ isReachable: false });
  });

  it.each<Notice['kind']>([
    'details_asked',
    'answered',
    'answer_corrected',
    'decided',
    'term_changed',
    'delay_explained',
    'joining',
    'closed_by_hand',
  ])('does not hear of «%s», and the office is told so once under the card', async (kind) => {
    await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
    const notice = aNotice(kind, citizen, { eventId: 'event-2', appealId: 'draft-1' }, due);
    await tellOfficial(town.deps, notice);
    await tellOfficial(town.deps, notice);
    await deliverNotices(town.deps, staff);
    const told = town.deps.messenger.saidTo('-100').map(({ screen: { text } }) => text);
    expect(told.filter((text) => text.includes('не доставлено'))).toHaveLength(1);
  });
});

describe('the card of an appeal', () => {
  const messenger = () => town.deps.messenger;
  const appeal = anAppeal();
  const cardNotice = (eventId: string) => aNotice('card', staff, { eventId, appealId: 'draft-1' }, due);
  const show = async (eventId: string) => {
    await town.deps.notices.insert([cardNotice(eventId)]);
    await deliverNotices(town.deps, staff);
    await deliverNotices(town.deps, staff);
  };
  const take = (before: Appeal) =>
    onward(before, anEvent('taken-1', { type: 'appeal.taken' }), {
      status: 'in_progress',
      executorId: 'telegram-7',
    });
  beforeEach(() => town.deps.appeals.insert(appeal));

  it('is sent once and edited after', async () => {
    await show('event-1');
    await town.deps.appeals.save(take(appeal));
    await show('taken-1');
    expect(messenger().saidTo('-100')).toHaveLength(1);
    expect(messenger().edited.map(({ messageId }) => messageId)).toEqual(['1']);
    expect((await town.deps.cards.find('draft-1', staff))?.shownRev).toBe(2);
  });

  it('needs one message for several changes', async () => {
    await town.deps.appeals.save(take(appeal));
    await show('event-1');
    await show('taken-1');
    expect(messenger().saidTo('-100')).toHaveLength(1);
    expect(messenger().edited).toEqual([]);
  });

  it('is sent anew when somebody deleted it', async () => {
    await show('event-1');
    await town.deps.appeals.save(take(appeal));
    messenger().willEnd({ result: 'gone' });
    await show('taken-1');
    expect(messenger().saidTo('-100')).toHaveLength(2);
    expect((await town.deps.cards.find('draft-1', staff))?.messageId).toBe('2');
  });

  it('that was deleted is not asked for again while the new one waits its turn', async () => {
    await show('event-1');
    await town.deps.appeals.save(take(appeal));
    messenger().willEnd({ result: 'gone' }, { result: 'busy', retryAfterMs: 1000 });
    await show('taken-1');
    town.isNow(minutes(5));
    await deliverNotices(town.deps, staff);
    expect(messenger().edited).toEqual([]);
    expect(messenger().saidTo('-100')).toHaveLength(2);
    expect((await town.deps.cards.find('draft-1', staff))?.messageId).toBe('2');
  });

  it('has a topic of its own where the group has topics and the bot may make them', async () => {
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
    await show('event-1');
    expect(messenger().topics).toHaveLength(1);
    expect(messenger().sent[0]?.to).toEqual({ ...staff, threadId: '1' });
  });

  it('goes to the group itself where the bot may make no topics', async () => {
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: false, isAdmin: false };
    await show('event-1');
    expect(messenger().sent[0]?.to).toEqual(staff);
  });

  it('makes one topic though the first card did not get through', async () => {
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
    messenger().willEnd({ result: 'later' });
    await show('event-1');
    town.isNow(minutes(5));
    await deliverNotices(town.deps, staff);
    expect(messenger().topics).toHaveLength(1);
    expect(messenger().sent.map(({ to }) => to)).toEqual([{ ...staff, threadId: '1' }]);
  });

  it('is still sent though the group itself could not be asked about twice', async () => {
    messenger().unheard.asked.push({ result: 'ambiguous' }, { result: 'ambiguous' });
    await show('event-1');
    for (const at of [5, 10]) {
      town.isNow(minutes(at));
      await deliverNotices(town.deps, staff);
    }
    expect(messenger().saidTo('-100')).toHaveLength(1);
    const { id } = cardNotice('event-1');
    expect(await town.deps.notices.find(id)).toMatchObject({ state: 'sent', sentMessageIds: ['1'] });
  });

  it('goes to the group itself when nobody knows whether its topic was opened', async () => {
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
    messenger().unheard.opened.push({ result: 'ambiguous' });
    await show('event-1');
    expect(messenger().topics).toHaveLength(1);
    expect(messenger().sent.map(({ to }) => to)).toEqual([staff]);
  });

  it('opens no second topic when the card itself has to wait after that', async () => {
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
    messenger().unheard.opened.push({ result: 'ambiguous' });
    messenger().willEnd({ result: 'busy', retryAfterMs: 1000 }, { result: 'later' });
    await show('event-1');
    for (const at of [5, 10]) {
      town.isNow(minutes(at));
      await deliverNotices(town.deps, staff);
    }
    expect(messenger().topics).toHaveLength(1);
    expect(messenger().sent.map(({ to }) => to)).toEqual([staff]);
  });

  it('whose answer was lost in the group opens no topic later, whatever else goes wrong meanwhile', async () => {
    messenger().willEnd({ result: 'ambiguous' }, { result: 'later' });
    await show('event-1');
    town.isNow(minutes(5));
    await deliverNotices(town.deps, staff);
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
    town.isNow(minutes(10));
    await deliverNotices(town.deps, staff);
    expect(messenger().topics).toEqual([]);
    expect(messenger().sent.map(({ to }) => to)).toEqual([staff]);
  });

  it('whose answer was lost takes no citizen’s words with it', async () => {
    const words = anEvent('event-2', { type: 'appeal.detail_added', facts: { text: 'Знову темно' } });
    await town.deps.appeals.save(onward(appeal, words));
    const note = aNotice('staff_note', staff, { eventId: 'event-2', appealId: 'draft-1' }, due);
    await town.deps.notices.insert([note]);
    messenger().willEnd({ result: 'ambiguous' });
    await deliverNotices(town.deps, staff);
    expect(messenger().sent.map(({ screen: { text } }) => text)).toEqual([expect.stringContaining('темно')]);
    expect((await town.deps.notices.find(note.id))?.state).toBe('sent');
  });
});
