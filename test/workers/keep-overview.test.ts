import { deliverNotices } from '../../workers/deliver-notices';
import { keepOverviews } from '../../workers/keep-overview';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, days, minutes } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.appeals.insert(anAppeal({ id: 'a', number: '2026-000001', dueAt: minutes(60) }));
  await town.deps.appeals.insert(
    anAppeal({ id: 'b', number: '2026-000002', dueAt: days(-1), executorId: 'telegram-7' }),
  );
  await town.deps.appeals.insert(
    anAppeal({ id: 'c', number: '2026-000003', dueAt: days(3), status: 'rework' }),
  );
  await town.deps.appeals.insert(anAppeal({ id: 'd', number: '2026-000004', status: 'closed' }));
});

const STAFF = { messenger: 'telegram', chatId: '-100' };
const messenger = () => town.deps.messenger;
const tick = async () => {
  await keepOverviews(town.deps);
  await deliverNotices(town.deps, STAFF);
};

describe('the pinned overview', () => {
  it('counts what the office owes, silently, once while nothing changes', async () => {
    await tick();
    town.isNow(minutes(2));
    await tick();
    expect(messenger().sent.map(({ screen }) => [screen.text, screen.isSilent])).toEqual([
      [
        expect.stringMatching(/Не взято: 1\nВідповісти сьогодні: 1\nПрострочено: 1\nНа доопрацюванні: 1/),
        true,
      ],
    ]);
    expect(messenger().pinned).toEqual(['1']);
    expect(messenger().edited).toEqual([]);
  });

  it('counts a lead once, whoever stands behind it', async () => {
    for (const id of ['f', 'g'])
      await town.deps.appeals.insert(
        anAppeal({ id, number: `2026-00000${id}`, leadId: 'a', dueAt: days(2) }),
      );
    await tick();
    expect(messenger().sent[0]?.screen.text).toContain('Не взято: 1');
  });

  it('is edited when the counts change, once a minute at most', async () => {
    await tick();
    await town.deps.appeals.insert(anAppeal({ id: 'e', number: '2026-000005', dueAt: days(2) }));
    await tick();
    expect(messenger().edited).toEqual([]);
    town.isNow(minutes(1));
    await tick();
    expect(messenger().edited.map(({ screen }) => screen.text)).toEqual([
      expect.stringContaining('Не взято: 2'),
    ]);
  });

  it('is sent and pinned anew when somebody deleted it', async () => {
    await tick();
    town.isNow(days(1));
    messenger().willEnd({ result: 'gone' });
    await tick();
    expect(messenger().pinned).toEqual(['1', '2']);
  });

  it('that was deleted is not asked for again while the new one waits its turn', async () => {
    await tick();
    town.isNow(days(1));
    messenger().willEnd({ result: 'gone' }, { result: 'busy', retryAfterMs: 1000 });
    await tick();
    town.isNow(days(2));
    await tick();
    expect(messenger().edited).toEqual([]);
    expect(messenger().pinned).toEqual(['1', '2']);
  });

  it('counts in the group of a department what is that department’s, and stays true there', async () => {
    const group = { ...STAFF, chatId: '-200', department: 'roads', desk: 'main', isBound: true };
    await town.deps.staffGroups.insert({ ...group, isSettled: true, rev: 1 });
    const late = { number: '2026-000009', department: 'roads', dueAt: days(-1) };
    await town.deps.appeals.insert(anAppeal({ id: 'r', ...late }));
    const works = async () => {
      await tick();
      await deliverNotices(town.deps, { messenger: 'telegram', chatId: '-200' });
    };
    await works();
    const said = messenger().saidTo('-200')[0]?.screen.text;
    expect(said).toMatch(/Не взято: 1\nВідповісти сьогодні: 0\nПрострочено: 1\nНа доопрацюванні: 0/);
    town.isNow(minutes(1));
    const appeal = (await town.deps.appeals.find('r'))!;
    await town.deps.appeals.save({ ...appeal, executorId: 'telegram-7', rev: appeal.rev + 1 });
    await works();
    expect(messenger().edited.at(-1)).toMatchObject({ to: { chatId: '-200' } });
    expect(messenger().edited.at(-1)?.screen.text).toContain('Не взято: 0');
  });
});
