import type { Appeal } from '../../domain/appeal';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const returned = anEvent('returned-1', { type: 'appeal.returned_for_rework', facts: { text: 'темно' } });
const NIGHT = new Date('2026-11-20T01:00:00Z');

async function alerts(at: Date, overrides: Partial<Appeal> = {}) {
  town.isNow(at);
  await town.deps.appeals.insert(anAppeal({ status: 'rework', events: [returned], ...overrides }));
  await expandEvents(town.deps, 'draft-1');
  for (const chatId of ['7', '50']) await deliverNotices(town.deps, { messenger: 'telegram', chatId });
  return ['7', '50'].map((id) =>
    town.deps.messenger.saidTo(id).map(({ screen }) => screen.isSilent ?? false),
  );
}

describe('what a colleague is told in their own chat', () => {
  it.each([
    ['by day makes a sound', NOW, {}, false],
    ['at night comes at once and makes none', NIGHT, {}, true],
    ['at night makes one when it is dangerous', NIGHT, { isUrgent: true }, false],
    ['at night makes one when it is an emergency', NIGHT, { complexity: 'emergency' }, false],
  ] as const)('%s', async (_what, at, overrides, isSilent) => {
    expect(await alerts(at, overrides)).toEqual([[isSilent], [isSilent]]);
  });
});
