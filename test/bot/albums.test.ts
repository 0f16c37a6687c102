import { pausesOver } from '../../bot/show';
import { ANSWER_PAUSE_MS } from '../../bot/storms';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { stopTimers } from '../support/stop-timers';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterEach(() => void jest.useRealTimers());
afterAll(() => town.close());

describe('an album', () => {
  it('is kept part by part and answered with one screen, after the last', async () => {
    const olena = openFrontDoor(town).person('7');
    await olena.says('/new');
    await olena.says('не горить ліхтар');
    const before = olena.shown().length;
    stopTimers();
    for (const part of ['a', 'b', 'c', 'd'])
      await olena.does({
        kind: 'file',
        file: { kind: 'photo', fileId: `file-${part}`, uniqueId: part, albumId: 'album' },
      });
    expect(olena.shown()).toHaveLength(before);
    jest.advanceTimersByTime(ANSWER_PAUSE_MS);
    jest.useRealTimers();
    await pausesOver();
    expect(olena.shown()).toHaveLength(before + 1);
    const [draft] = await town.deps.drafts.unfinishedOf('telegram-7');
    expect(draft?.fields['files']).toHaveLength(4);
  });
});
