import type { Appeal } from '../../domain/appeal';
import { deliverNotices } from '../../workers/deliver-notices';
import { escalateOverdue } from '../../workers/escalate-overdue';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAnswer, anAppeal, anEvent, days, onward } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const STAFF = '-100';
const CONTROLLER = '50';
const CITIZEN = '1';
const filed = anEvent('filed');
const waiting = (changes: Partial<Appeal> = {}) =>
  anAppeal({ dueAt: days(10), legalDueAt: days(20), events: [filed], ...changes });

/** The job runs every few seconds; the test lets it run twice at each moment. */
async function ticksAt(at: Date) {
  town.isNow(at);
  await escalateOverdue(town.deps);
  await escalateOverdue(town.deps);
  for (const chatId of [STAFF, CONTROLLER, CITIZEN])
    await deliverNotices(town.deps, { messenger: 'telegram', chatId });
}
const heard = (chatId: string, words: RegExp) =>
  town.deps.messenger.saidTo(chatId).filter(({ screen }) => words.test(screen.text));
const lastTo = (chatId: string) => town.deps.messenger.saidTo(chatId).at(-1)?.screen;
const tokensTo = (chatId: string) =>
  lastTo(chatId)?.choices?.map((row) => row.map((choice) => 'token' in choice && choice.token));

describe('appeals that break the look at them', () => {
  it('are tried again after the others had their turn', async () => {
    for (const id of ['draft-1', 'draft-2', 'draft-3'])
      await town.deps.appeals.insert(waiting({ id, number: id, events: [anEvent(`filed-${id}`)] }));
    const { notices } = town.deps;
    const insert = notices.insert.bind(notices);
    const breaking = jest
      .spyOn(notices, 'insert')
      .mockImplementation((made) =>
        made.some(({ appealId }) => appealId !== 'draft-3')
          ? Promise.reject(new Error('damaged'))
          : insert(made),
      );
    town.isNow(days(5.01));
    for (let look = 0; look < 2; look += 1) await escalateOverdue(town.deps, 2);
    breaking.mockRestore();
    const told = await town.connection.collection('notices').distinct('appealId');
    expect(told).toEqual(['draft-3']);
  });
});

describe('an appeal nobody takes', () => {
  beforeEach(() => town.deps.appeals.insert(waiting()));

  it('climbs from the executors to the controllers, each step once', async () => {
    const told: number[][] = [];
    for (const day of [1, 4.9, 5.01, 6, 9.9, 10.05, 11, 16.5, 17.5, 19, 20.05, 30, 300]) {
      await ticksAt(days(day));
      told.push(
        [STAFF, CONTROLLER, CITIZEN].map((chat) => heard(chat, /минув|Минула|Наближається|ще немає/).length),
      );
    }
    expect(told).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [2, 1, 1],
      [2, 1, 1],
      [2, 1, 1],
      [3, 2, 1],
      [3, 2, 1],
      [4, 3, 1],
      [4, 3, 1],
      [4, 3, 1],
    ]);
  });

  it('says under the card that half the term is over, with a button to take it', async () => {
    await ticksAt(days(5.01));
    expect(lastTo(STAFF)?.text).toMatch(/Минула половина строку[\s\S]*Міськсвітло[\s\S]*ще ніхто не взяв/);
    expect(tokensTo(STAFF)).toEqual([['take.draft-1', 'ans.draft-1'], ['ext.draft-1']]);
    const card = town.deps.messenger.saidTo(STAFF)[0]?.messageId;
    expect(lastTo(STAFF)?.replyToMessageId).toBe(card);
  });

  it('tells a controller how late it is, with what they may do', async () => {
    await ticksAt(days(13.01));
    expect(lastTo(CONTROLLER)?.text).toMatch(/Строк минув[\s\S]*Запізнення: 3 дні/);
    expect(tokensTo(CONTROLLER)).toEqual([
      ['sc.draft-1'],
      ['take.draft-1', 'ans.draft-1'],
      ['ext.draft-1', 'late.draft-1'],
    ]);
  });

  it('tells the citizen honestly, in their words, with both terms', async () => {
    await ticksAt(days(10.05));
    expect(lastTo(CITIZEN)?.text).toMatch(/мала бути до 30 листопада, але її ще немає/);
    expect(lastTo(CITIZEN)?.text).toMatch(/Законний строк: до 10 грудня/);
    expect(tokensTo(CITIZEN)).toEqual([['a.draft-1'], ['human']]);
  });

  it('is one message to each after a year of silence, not all that was missed', async () => {
    await ticksAt(days(365));
    expect(heard(STAFF, /минув/)).toHaveLength(1);
    expect(heard(STAFF, /Законний строк минув/)).toHaveLength(1);
    expect(town.deps.messenger.saidTo(CONTROLLER)).toHaveLength(1);
    expect(heard(CITIZEN, /Законний строк теж минув/)).toHaveLength(1);
    expect(town.deps.messenger.saidTo(CITIZEN)).toHaveLength(1);
  });

  it('wakes nobody at night', async () => {
    await ticksAt(new Date('2026-11-30T21:00:00Z'));
    expect(heard(STAFF, /минув/)).toEqual([]);
    await ticksAt(new Date('2026-12-01T07:00:00Z'));
    for (const chat of [STAFF, CONTROLLER, CITIZEN])
      expect(town.deps.messenger.saidTo(chat).length).toBeGreaterThan(0);
  });

  it('is told to nobody when it was answered before the morning', async () => {
    town.isNow(new Date('2026-11-30T21:00:00Z'));
    await escalateOverdue(town.deps);
    const answered = anEvent('answered', { type: 'appeal.answered', facts: { ordinal: 1 } });
    await town.deps.appeals.save(onward(waiting(), answered, { status: 'answered', answers: [anAnswer()] }));
    await ticksAt(new Date('2026-12-01T07:00:00Z'));
    expect(await town.deps.notices.countByState()).toEqual({ skipped: 3 });
  });
});

describe('an appeal whose citizen was asked', () => {
  it('is late all the same, and the citizen hears what it waits for', async () => {
    await town.deps.appeals.insert(waiting({ status: 'needs_details' }));
    await ticksAt(days(10.05));
    expect(lastTo(CITIZEN)?.text).toMatch(/чекає на ваші уточнення/);
    expect(tokensTo(CITIZEN)?.[0]).toEqual(['add.draft-1', 'a.draft-1']);
    expect(lastTo(CONTROLLER)?.text).toMatch(/виконавець <code>7<\/code>/);
  });
});

describe('an emergency', () => {
  it('is told to the office at once, by night too', async () => {
    const dueAt = new Date('2026-11-20T22:00:00Z');
    await town.deps.appeals.insert(waiting({ complexity: 'emergency', dueAt }));
    await ticksAt(new Date('2026-11-20T22:30:00Z'));
    expect(heard(STAFF, /Запізнення: менш як година/)).toHaveLength(1);
    expect(town.deps.messenger.saidTo(CONTROLLER)).toHaveLength(1);
    expect(town.deps.messenger.saidTo(CITIZEN)).toEqual([]);
  });
});

describe('a rework', () => {
  it('opens a new term: its steps are told again', async () => {
    await town.deps.appeals.insert(waiting());
    await ticksAt(days(10.05));
    const answered = anEvent('answered', { type: 'appeal.answered', facts: { ordinal: 1 }, at: days(11) });
    const first = onward(waiting(), answered, { status: 'answered', answers: [anAnswer()] });
    await town.deps.appeals.save(first);
    const back = anEvent('back', { type: 'appeal.returned_for_rework', at: days(12) });
    await town.deps.appeals.save(onward(first, back, { status: 'rework', reworkCount: 1, dueAt: days(15) }));
    await ticksAt(days(15.05));
    expect(heard(CITIZEN, /але її ще немає/)).toHaveLength(2);
    expect(heard(CONTROLLER, /Строк минув/)).toHaveLength(2);
  });
});

describe('a controller who never started the bot', () => {
  it('has what is meant for them told under the card, once', async () => {
    const { messenger } = town.deps;
    await town.deps.appeals.insert(waiting({ status: 'in_progress' }));
    town.isNow(days(17));
    await escalateOverdue(town.deps);
    messenger.willEnd({ result: 'unreachable' });
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: CONTROLLER });
    await ticksAt(days(17));
    expect(heard(STAFF, /Наближається законний строк/)).toHaveLength(1);
  });
});

describe('many open appeals', () => {
  it('do not stand before the one that is late, once they are looked at', async () => {
    const { appeals, notices } = town.deps;
    const many = Array.from({ length: 200 }, (_, index) =>
      waiting({ id: `draft-${index}`, number: `2026-${index}`, dueAt: days(90), legalDueAt: days(90) }),
    );
    await Promise.all(many.map((appeal) => appeals.insert(appeal)));
    await appeals.insert(waiting({ id: 'late-1' }));
    town.isNow(days(10.05));
    await escalateOverdue(town.deps);
    expect(await notices.countByState()).toEqual({});
    await escalateOverdue(town.deps);
    expect(await notices.countByState()).toEqual({ waiting: 3 });
  }, 60_000);
});
