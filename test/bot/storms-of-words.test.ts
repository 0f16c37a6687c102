import { pausesOver } from '../../bot/show';
import { ANSWER_PAUSE_MS } from '../../bot/storms';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { stopTimers } from '../support/stop-timers';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  jest.spyOn(performance, 'now').mockReturnValue(1_000);
});
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});
afterAll(() => town.close());

const WORDS = Array.from({ length: 55 }, (_, index) => `Не горить ліхтар ${index}`);
const TOGETHER = /багато повідомлень поспіль/;

/** They write all of it at once; then the pause is over, after `during`. */
async function storm(olena: ReturnType<ReturnType<typeof openFrontDoor>['person']>, during = async () => {}) {
  stopTimers();
  for (const words of WORDS) await olena.says(words);
  await during();
  jest.advanceTimersByTime(ANSWER_PAUSE_MS);
  jest.useRealTimers();
  await pausesOver();
}

const movesOn = (ms: number) => jest.spyOn(performance, 'now').mockReturnValue(1_000 + ms);

describe('words faster than anybody reads', () => {
  it('are all kept, and from the fifty-first on answered once, after the last; presses and others as ever', async () => {
    const door = openFrontDoor(town);
    const [olena, petro] = [door.person('7'), door.person('8')];
    await storm(olena, async () => {
      expect(olena.shown()).toHaveLength(50);
      await petro.says('/start');
      expect(petro.sees().text).not.toMatch(TOGETHER);
    });
    const [draft] = await town.deps.drafts.unfinishedOf('telegram-7');
    expect((draft!.fields.pieces as { text: string }[]).map(({ text }) => text)).toEqual(WORDS);
    expect(olena.shown()).toHaveLength(51);
    expect(olena.sees().text).toMatch(TOGETHER);
    await olena.presses(olena.labels()[0]!);
    expect(olena.sees().text).not.toMatch(TOGETHER);
  });

  it('are over once they are answered: what comes then is answered at once and by itself', async () => {
    const olena = openFrontDoor(town).person('7');
    await storm(olena);
    movesOn(ANSWER_PAUSE_MS);
    expect((await olena.says('І біля парку теж')).text).not.toMatch(TOGETHER);
    expect(olena.shown()).toHaveLength(52);
  });

  it('are answered though something without an answer of its own comes within the pause', async () => {
    const olena = openFrontDoor(town).person('7');
    await storm(olena, () =>
      olena.does({ kind: 'edit', messageId: 'nobody-knows', text: 'Виправлено' }).then(() => undefined),
    );
    expect(olena.shown()).toHaveLength(51);
    expect(olena.sees().text).toMatch(TOGETHER);
    expect(olena.labels()).not.toEqual([]);
  });
});
