import type { Appeal } from '../../domain/appeal';
import { aNotice } from '../../domain/notices';
import { deliverNotices } from '../../workers/deliver-notices';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, anEvent, days, minutes, NOW, onward } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const STAFF = { messenger: 'telegram', chatId: '-100' };
const NIGHT = new Date('2026-11-20T23:30:00Z');
const due = { dueAt: NOW, now: NOW };
const messenger = () => town.deps.messenger;
const card = () => town.deps.cards.find('draft-1', STAFF);

/** Everything the group waits for is sent. */
async function deliver(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await deliverNotices(town.deps, STAFF);
}

async function shows(appeal: Appeal, eventId: string): Promise<void> {
  if (appeal.rev === 1) await town.deps.appeals.insert(appeal);
  else await town.deps.appeals.save(appeal);
  await town.deps.notices.insert([aNotice('card', STAFF, { eventId, appealId: appeal.id }, due)]);
  await deliver();
}

const submitted = anAppeal({ dueAt: days(17) });
const taken = onward(submitted, anEvent('e2', { type: 'appeal.taken' }), {
  status: 'in_progress',
  executorId: 'telegram-7',
});

describe('the topic of an appeal', () => {
  beforeEach(async () => {
    await town.begin();
    await town.deps.citizens.insert(aCitizen());
    messenger().chat = { title: 'Звернення', hasTopics: true, mayManageTopics: true, isAdmin: true };
  });

  it('is called by its state, number, category and due day', async () => {
    await shows(submitted, 'event-1');
    expect(messenger().topics).toEqual(['🆕 2026-000001 · Не горить ліхтар · до 7 грудня']);
    expect(messenger().turned).toEqual([]);
  });

  it('is renamed when the state changes, once for several changes', async () => {
    await shows(submitted, 'event-1');
    await shows(taken, 'e2');
    const asked = onward(taken, anEvent('e3', { type: 'appeal.details_asked' }), { status: 'needs_details' });
    await town.deps.appeals.save(asked);
    const rated = onward(asked, anEvent('e4', { type: 'appeal.detail_added' }), { status: 'in_progress' });
    await town.deps.appeals.save(rated);
    await shows({ ...rated, rev: 4 }, 'e3');
    await shows({ ...rated, rev: 4 }, 'e4');
    expect(messenger().turned).toEqual(['1: 🔧 2026-000001 · Не горить ліхтар · до 7 грудня']);
  });

  it.each(['closed', 'withdrawn', 'forwarded', 'not_considered'] as const)(
    'is closed when the appeal ends as %s, and opened by what comes after',
    async (status) => {
      await shows(submitted, 'event-1');
      const over = onward(submitted, anEvent('e2'), { status });
      await shows(over, 'e2');
      expect(messenger().turned.at(-1)).toBe('1 closed');
      expect(messenger().turned.at(-2)).toMatch(/ 2026-000001 · Не горить ліхтар$/);
      const again = onward(over, anEvent('e3'), { status: 'rework' });
      await shows(again, 'e3');
      expect(messenger().turned.slice(2)).toEqual([
        '1 opened',
        '1: ⚠️ 2026-000001 · Не горить ліхтар · до 7 грудня',
      ]);
    },
  );

  it('stays open for an answer the citizen has not judged', async () => {
    await shows(submitted, 'event-1');
    await shows(onward(submitted, anEvent('e2', { type: 'appeal.answered' }), { status: 'answered' }), 'e2');
    expect(messenger().turned).toEqual(['1: ✉️ 2026-000001 · Не горить ліхтар']);
  });

  it.each([
    ['when its title changes', ['sent', 'no_thread']],
    ['when its card changes', ['gone', 'no_thread']],
  ] as const)('that was deleted is opened anew %s, with what happened so far', async (_, endings) => {
    await shows(submitted, 'event-1');
    const ends = endings.map((result) => (result === 'sent' ? { result, messageIds: ['1'] } : { result }));
    messenger().willEnd(...ends);
    await shows(taken, 'e2');
    town.isNow(minutes(5));
    await deliver();
    expect(messenger().topics).toHaveLength(2);
    const inNew = messenger().sent.filter(({ to }) => to.threadId === '2');
    expect(inNew.map(({ screen }) => screen.text)).toEqual([
      expect.stringContaining('у роботі'),
      expect.stringMatching(/видалено[^]*прийнято[^]*взято в роботу/),
    ]);
    expect(await card()).toMatchObject({ threadId: '2', messageId: expect.any(String) as string });
    expect((await card())?.hasLostTopic).toBeUndefined();
  });

  it('waits behind everything people read, and is not lost when the group asks for a pause', async () => {
    await shows(submitted, 'event-1');
    messenger().willEnd({ result: 'sent', messageIds: ['1'] }, { result: 'busy', retryAfterMs: 60_000 });
    await shows(taken, 'e2');
    expect(messenger().turned).toEqual([]);
    town.isNow(minutes(2));
    await deliver();
    expect(messenger().turned).toHaveLength(1);
  });
});

describe('the sound of a card', () => {
  beforeEach(async () => {
    await town.begin();
    await town.deps.citizens.insert(aCitizen());
  });

  it.each([
    ['an ordinary one by day', NOW, false, undefined],
    ['an ordinary one at night', NIGHT, false, true],
    ['danger by day', NOW, true, undefined],
    ['danger at night', NIGHT, true, undefined],
  ] as const)('%s', async (_, now, isUrgent, isSilent) => {
    town.isNow(now);
    await shows(anAppeal({ isUrgent }), 'event-1');
    expect(messenger().sent.map(({ screen }) => screen.isSilent)).toEqual([isSilent]);
  });
});
