import type { Appeal } from '../../domain/appeal';
import type { Notice } from '../../domain/notice';
import { deliverNotices } from '../../workers/deliver-notices';
import { remindRating } from '../../workers/remind-rating';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAnswer, anAppeal, anEvent, days, minutes, onward } from '../support/builders';

let town: Town;
const answered = anAppeal({ status: 'answered' });
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const chat = { messenger: 'telegram', chatId: '1' };
/** The job runs every few seconds; the test lets it run twice at each moment. */
async function ticksAt(at: Date) {
  town.isNow(at);
  await remindRating(town.deps);
  await remindRating(town.deps);
  await deliverNotices(town.deps, chat);
}
/** Somebody who has blocked the bot, and whose appeal is answered. */
async function answeredOutOfReach() {
  const citizen = aCitizen({ id: 'telegram-2', chatId: '2', isReachable: false });
  await town.deps.citizens.insert(citizen);
  await town.deps.appeals.insert({ ...answered, citizenId: citizen.id });
  return citizen;
}
const reminders = () => town.deps.messenger.saidTo('1').length;

describe('a citizen who has not said whether it is solved', () => {
  beforeEach(() => town.deps.appeals.insert(answered));

  it('is asked after 1, 3 and 7 days, once each, then never again', async () => {
    const heard: number[] = [];
    for (const day of [0.9, 1.01, 2, 2.9, 3.01, 5, 6.9, 7.01, 8, 14, 30, 100]) {
      await ticksAt(days(day));
      heard.push(reminders());
    }
    expect(heard).toEqual([0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]);
  });

  it('hears one reminder, not three, when the workers stood still for a week', async () => {
    await ticksAt(days(8));
    await ticksAt(days(9));
    expect(reminders()).toBe(1);
  });

  it('is asked with the two words that decide', async () => {
    await ticksAt(days(1.01));
    const [said] = town.deps.messenger.saidTo('1');
    const tokens = said?.screen.choices?.flat().map((choice) => 'token' in choice && choice.token);
    expect(tokens).toEqual(['ok.draft-1.1', 'no.draft-1.1', 'a.draft-1']);
  });

  it('is not woken: a reminder of the night comes in the morning', async () => {
    await ticksAt(new Date('2026-11-21T21:00:00Z'));
    expect(reminders()).toBe(0);
    await ticksAt(new Date('2026-11-22T06:59:00Z'));
    expect(reminders()).toBe(0);
    await ticksAt(new Date('2026-11-22T07:00:00Z'));
    expect(reminders()).toBe(1);
  });

  it('stays with an appeal that is answered and no more: nothing closes by itself', async () => {
    for (const day of [1.01, 3.01, 7.01, 400]) await ticksAt(days(day));
    expect(await town.deps.appeals.find('draft-1')).toEqual(answered);
  });

  it('hears nothing after saying it meanwhile', async () => {
    town.isNow(new Date('2026-11-21T21:00:00Z'));
    await remindRating(town.deps);
    const confirmed = anEvent('confirmed-1', { type: 'appeal.confirmed' });
    await town.deps.appeals.save(onward(answered, confirmed, { status: 'closed' }));
    await ticksAt(new Date('2026-11-22T07:00:00Z'));
    expect(reminders()).toBe(0);
    expect(await town.deps.notices.countByState()).toEqual({ skipped: 1 });
  });

  it('begins anew with the answer after a rework', async () => {
    await ticksAt(days(1.01));
    const back = anEvent('back-1', { type: 'appeal.returned_for_rework' });
    const reworked = onward(answered, back, { status: 'rework' });
    await town.deps.appeals.save(reworked);
    const second = anEvent('answered-2', { type: 'appeal.answered', facts: { ordinal: 2 }, at: days(5) });
    const answers = [anAnswer(), anAnswer({ ordinal: 2, at: days(5) })];
    await town.deps.appeals.save(onward(reworked, second, { status: 'answered', answers }));
    await ticksAt(days(5.9));
    expect(reminders()).toBe(1);
    await ticksAt(days(6.01));
    expect(reminders()).toBe(2);
  });
});

describe('in a city where many do not judge their answers', () => {
  const anAnswered = (index: number, overrides: Partial<Appeal> = {}) => {
    const events = [anEvent(`asked-${index}`), anEvent(`told-${index}`, { type: 'appeal.answered' })];
    const own = { id: `draft-${index}`, number: `2026-00000${index}`, events };
    return anAppeal({ ...own, status: 'answered', ...overrides });
  };
  const MANY = [1, 2, 3, 4, 5, 6, 7];
  /** As many looks as a few minutes hold, each at two appeals. */
  async function looksAt(at: Date) {
    town.isNow(at);
    for (let look = 0; look < MANY.length; look += 1) await remindRating(town.deps, 2);
  }
  async function remindedOf(step: string): Promise<string[]> {
    const reminders = town.connection.collection<Notice>('notices').find({ kind: 'rate_reminder', step });
    return (await reminders.toArray()).map(({ appealId = '' }) => appealId).sort();
  }
  const ids = (indexes: readonly number[]) => indexes.map((index) => `draft-${index}`);

  beforeEach(async () => {
    for (const index of MANY) await town.deps.appeals.insert(anAnswered(index));
  });

  it('everybody is reminded each time, a few in one look', async () => {
    for (const day of [1, 3, 7]) {
      await looksAt(days(day + 0.01));
      expect(await remindedOf(String(day))).toEqual(ids(MANY));
    }
    expect(await town.deps.appeals.toRemind(days(1000), 10)).toEqual([]);
  });

  it('nobody stays behind appeals that break the look at them', async () => {
    const { notices } = town.deps;
    const insert = notices.insert.bind(notices);
    const breaking = jest
      .spyOn(notices, 'insert')
      .mockImplementation((made) =>
        made.some(({ appealId }) => ids([1, 2, 3, 4]).includes(appealId ?? ''))
          ? Promise.reject(new Error('damaged'))
          : insert(made),
      );
    await looksAt(days(1.01));
    breaking.mockRestore();
    expect(await remindedOf('1')).toEqual(ids([5, 6, 7]));
  });

  it('nobody stays behind when all fall due in one pause of the workers', async () => {
    await looksAt(days(30));
    expect(await remindedOf('7')).toEqual(ids(MANY));
    expect(await town.deps.notices.countByState()).toEqual({ waiting: MANY.length });
  });

  it('a day promised two months before is not lost behind later answers', async () => {
    const promise = anAnswer({ outcome: 'planned', plannedOn: '2027-01-20', at: days(-1) });
    await town.deps.appeals.insert(anAnswered(8, { outcome: 'planned', answers: [promise] }));
    await looksAt(days(10));
    expect(await remindedOf('7')).toEqual(ids(MANY));
    const times = ['2027-01-20T22:01:00Z', '2027-01-22T22:01:00Z', '2027-01-26T22:01:00Z'];
    for (const [index, step] of ['1', '3', '7'].entries()) {
      await looksAt(new Date(times[index]!));
      expect(await remindedOf(step)).toContain('draft-8');
    }
  });

  it('between two reminders nobody is looked at', async () => {
    await looksAt(days(1.01));
    expect(await town.deps.appeals.toRemind(days(2.9), 10)).toEqual([]);
  });
});

describe('who could not be reached', () => {
  it('is asked after coming back, so that the appeal can be closed one day', async () => {
    const citizen = await answeredOutOfReach();
    await ticksAt(days(30));
    await town.deps.citizens.save({ ...citizen, isReachable: true, rev: 2 });
    await ticksAt(days(31));
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '2' });
    expect(town.deps.messenger.saidTo('2')).toHaveLength(1);
  });
});

describe('nobody is reminded', () => {
  it('who cannot be reached', async () => {
    await answeredOutOfReach();
    await ticksAt(days(1.01));
    expect(await town.deps.notices.countByState()).toEqual({});
  });

  it.each(['submitted', 'in_progress', 'rework', 'closed'] as const)(
    'of an appeal that is %s',
    async (status) => {
      await town.deps.appeals.insert(anAppeal({ status, answers: [anAnswer({ at: minutes(0) })] }));
      await ticksAt(days(1.01));
      expect(await town.deps.notices.countByState()).toEqual({});
    },
  );
});
