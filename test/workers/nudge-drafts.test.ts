import { deliverNotices } from '../../workers/deliver-notices';
import { nudgeDrafts } from '../../workers/nudge-drafts';
import type { Draft } from '../../domain/draft';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, aDraft, days, minutes } from '../support/builders';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

async function ticksAt(at: Date) {
  town.isNow(at);
  await nudgeDrafts(town.deps);
  await nudgeDrafts(town.deps);
  await deliverNotices(town.deps, { messenger: 'telegram', chatId: '1' });
}
const nudges = () => town.deps.messenger.saidTo('1');
const written = { pieces: [{ messageId: '1', text: 'Не горить ліхтар' }] };

describe('a forgotten draft', () => {
  it('is reminded of after a day, once ever', async () => {
    await town.deps.drafts.insert(aDraft({ fields: written }));
    const heard: number[] = [];
    for (const day of [0.9, 1.01, 1.02, 2, 3, 30]) {
      await ticksAt(days(day));
      heard.push(nudges().length);
    }
    expect(heard).toEqual([0, 1, 1, 1, 1, 1]);
  });

  it('is not reminded of again when its author went on and forgot it once more', async () => {
    await town.deps.drafts.insert(aDraft({ fields: written }));
    await ticksAt(days(1.01));
    const nudged = (await town.deps.drafts.find('draft-1'))!;
    await town.deps.drafts.save({ ...nudged, rev: nudged.rev + 1, updatedAt: days(2) });
    await ticksAt(days(4));
    expect(nudges()).toHaveLength(1);
  });

  it('can be gone on with or thrown away by one tap', async () => {
    await town.deps.drafts.insert(aDraft({ fields: written }));
    await ticksAt(days(1.01));
    const tokens = nudges()[0]
      ?.screen.choices?.flat()
      .map((choice) => 'token' in choice && choice.token);
    expect(tokens).toEqual(['resume.draft-1', 'drop.draft-1']);
  });

  it('waits for the daytime', async () => {
    await town.deps.drafts.insert(aDraft({ fields: written }));
    await ticksAt(new Date('2026-11-21T21:00:00Z'));
    expect(nudges()).toHaveLength(0);
    await ticksAt(new Date('2026-11-22T07:00:00Z'));
    expect(nudges()).toHaveLength(1);
  });

  it('is not spoken of when it was sent before the morning', async () => {
    const draft = aDraft({ fields: written });
    await town.deps.drafts.insert(draft);
    await ticksAt(new Date('2026-11-21T21:00:00Z'));
    await town.deps.drafts.save({ ...draft, state: 'finished', rev: 2 });
    await ticksAt(new Date('2026-11-22T07:00:00Z'));
    expect(nudges()).toHaveLength(0);
  });

  it.each<[string, Partial<Draft>]>([
    ['nothing is in it', { fields: {} }],
    ['it is put aside on purpose', { state: 'saved', fields: written }],
    ['it is finished', { state: 'finished', fields: written }],
    ['it is thrown away', { state: 'cancelled', fields: written }],
    ['it is an official’s answer in the group', { kind: 'answer', chatId: '-100', fields: written }],
    ['its author went on a minute ago', { fields: written, updatedAt: days(1) }],
  ])('is left alone when %s', async (_, overrides) => {
    await town.deps.drafts.insert(aDraft(overrides));
    await ticksAt(minutes(24 * 60 + 5));
    expect(await town.deps.notices.countByState()).toEqual({});
  });
});
