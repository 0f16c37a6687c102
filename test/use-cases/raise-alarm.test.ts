import { alarmedByMistakes } from '../../use-cases/raise-alarm';
import { deliverNotices } from '../../workers/deliver-notices';
import { until } from '../infra/stores';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const waiting = async () => (await town.deps.notices.countByState()).waiting ?? 0;

describe('a refusal of the messenger', () => {
  it('that shows a mistake of ours is told to the controllers, and each one is counted', async () => {
    const counted: string[] = [];
    const note = alarmedByMistakes(town.deps, (word) => void counted.push(word));
    note('unreadable', 'our_bug');
    await until(async () => (await waiting()) === 1);
    note('busy', 'transient');
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '50' });
    expect(counted).toEqual(['unreadable', 'busy']);
    expect(town.deps.messenger.saidTo('50').map(({ screen }) => screen.text)).toEqual([
      expect.stringContaining('не зміг прочитати'),
    ]);
  });

  it('of another kind alarms nobody, and an alarm that cannot be kept harms nobody', async () => {
    const note = alarmedByMistakes(town.deps, () => undefined);
    for (const kind of ['terminal', 'redirect', 'benign', 'token', 'transient', 'ambiguous', 'unknown'])
      note('x', kind);
    const away = { withRole: () => Promise.reject(new Error('away')) };
    const people = Object.assign(Object.create(town.deps.people) as typeof town.deps.people, away);
    alarmedByMistakes({ ...town.deps, people }, () => undefined)('unreadable', 'our_bug');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await waiting()).toBe(0);
  });
});
