import { pausesOver } from '../../bot/show';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { stopTimers } from '../support/stop-timers';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => void jest.spyOn(performance, 'now').mockReturnValue(1_000));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});
afterAll(() => town.close());

const WORDS = Array.from({ length: 55 }, (_, index) => `Не горить ліхтар ${index}`);
const PAUSE_MS = 700;
const TOGETHER = /одна відповідь на все/;

describe('words faster than anybody reads', () => {
  it('are all kept, and from the fifty-first on answered once, after the last; presses and others as ever', async () => {
    const door = openFrontDoor(town);
    const [olena, petro] = [door.person('7'), door.person('8')];
    stopTimers();
    for (const words of WORDS) await olena.says(words);
    expect(olena.shown()).toHaveLength(50);
    await petro.says('/start');
    expect(petro.sees().text).not.toMatch(TOGETHER);
    jest.advanceTimersByTime(PAUSE_MS);
    jest.useRealTimers();
    await pausesOver();
    const [draft] = await town.deps.drafts.unfinishedOf('telegram-7');
    expect((draft!.fields.pieces as { text: string }[]).map(({ text }) => text)).toEqual(WORDS);
    expect(olena.shown()).toHaveLength(51);
    expect(olena.sees().text).toMatch(TOGETHER);
    await olena.presses(olena.labels()[0]!);
    expect(olena.sees().text).not.toMatch(TOGETHER);
  });
});
