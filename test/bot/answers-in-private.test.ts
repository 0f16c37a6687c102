import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({ id: 'telegram-8', posts: [{ role: 'head', department: 'light' }], rev: 1 });
  await town.deps.appeals.insert(anAppeal());
});
afterAll(() => town.close());

const begun = async () => (await town.deps.drafts.unfinishedOf('telegram-8')).map(({ kind }) => kind);

describe('a card opened in a private chat', () => {
  it.each(['/queue', '/find 2026-000001'])('after %s is answered by a reply to it', async (command) => {
    const head = openFrontDoor(town).person('8');
    await head.says(command);
    const opened = (head.sees().choices ?? []).flat().find(({ label }) => label.includes('2026-000001'));
    await head.presses(opened!.label);
    const card = head.shown().at(-1)!.messageId;
    expect((await head.says('Лампу замінено', card)).text).toMatch(/Лампу замінено[^]*Чим закінчилося/);
    expect(await begun()).toEqual(['answer']);
  });

  it('is no place for an answer while it asks for something else', async () => {
    const head = openFrontDoor(town).person('8');
    await head.forges('sc.draft-1');
    await head.presses('Запитати');
    await head.says('Котрий під’їзд?', head.shown().at(-1)!.messageId);
    expect(await begun()).toEqual(['question']);
  });
});
