import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { TICKS } from '../../workers/ticks';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, days, minutes } from '../support/builders';
import { reachedFrom, sourceOf, sourcesIn } from '../support/source-files';

const CLOSERS = ['use-cases/confirm-answer.ts', 'use-cases/close-by-hand.ts'];
const DECIDERS = ['domain/citizen-decisions.ts', 'domain/controller-decisions.ts'];
const EVERYWHERE = sourcesIn(
  'bot',
  'domain',
  'infra',
  'messengers',
  'screens',
  'use-cases',
  'web',
  'workers',
);

describe('closed is reached by nobody but a person', () => {
  it('only two decisions write the word', () => {
    const writing = EVERYWHERE.filter((file) => /status: 'closed'/.test(sourceOf(file)));
    expect(writing.sort()).toEqual([...DECIDERS].sort());
  });

  it('only two use cases carry them out', () => {
    const calling = /\b(confirm|closeByHand)\b[^;]*from '\.\.\/domain\/(citizen|controller)-decisions'/;
    const importing = EVERYWHERE.filter((file) => calling.test(sourceOf(file)));
    expect(importing.sort()).toEqual([...CLOSERS].sort());
  });

  it('only the doors people come through lead to those', () => {
    const direct = /from '(\.\.\/)+use-cases\/(confirm-answer|close-by-hand)'/;
    const leading = EVERYWHERE.filter((file) => direct.test(sourceOf(file)));
    expect(leading.length).toBeGreaterThan(0);
    expect(leading.filter((file) => !/^(bot|web)\//.test(file))).toEqual([]);
  });

  it('no job, store or sweep leads there by any way', () => {
    const reached = reachedFrom(sourcesIn('workers', 'infra'));
    expect(reached).toContain('workers/remind-rating.ts');
    expect(CLOSERS.filter((file) => reached.has(file))).toEqual([]);
  });

  it('no script of ours names it', () => {
    // The story compares with it what its people did.
    const scripts = sourcesIn('sandbox').filter((file) => !/fake-telegram|story\/play/.test(file));
    expect(
      scripts.filter((file) => /status: 'closed'|confirm-answer|close-by-hand/.test(sourceOf(file))),
    ).toEqual([]);
  });

  it('an appeal is saved in one place, after somebody’s right was asked', () => {
    const saving = EVERYWHERE.filter((file) => /appeals\.save\(/.test(sourceOf(file)));
    expect(saving).toEqual(['use-cases/change-appeal.ts']);
  });
});

describe('an answer nobody judges', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
  });
  afterAll(() => town.close());

  it('stays an answer for five years of every job there is', async () => {
    const jobs = Object.values(TICKS);
    const sessions = { clearAllOf: () => Promise.resolve() };
    expect(jobs.length).toBeGreaterThan(4);
    const answered = anAppeal({ status: 'answered', dueAt: minutes(-60), legalDueAt: days(15) });
    await town.deps.citizens.insert(aCitizen());
    await town.deps.appeals.insert(answered);
    for (const day of [0, 1.1, 3.1, 7.1, 14.1, 45, 46, 365, 730, 1826]) {
      town.isNow(days(day));
      await expandEvents(town.deps, answered.id);
      for (const job of jobs) await job({ ...town.deps, sessions });
      await deliverNotices(town.deps, { messenger: 'telegram', chatId: '1' });
    }
    expect(await town.deps.appeals.find(answered.id)).toEqual(answered);
  });
});
