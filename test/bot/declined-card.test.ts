import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

const [LIGHT, ROADS] = ['-200', '-300'];
let town: Town;
let door: FrontDoor;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  const { deps } = town;
  deps.messenger.chat = { title: 'Підрозділ', hasTopics: true, mayManageTopics: true, isAdmin: true };
  const bound = { messenger: 'telegram', desk: 'main', isBound: true, isSettled: true, rev: 1 } as const;
  await deps.staffGroups.insert({ ...bound, chatId: LIGHT, department: 'light' });
  await deps.staffGroups.insert({ ...bound, chatId: ROADS, department: 'roads' });
  const official = (id: string, department: string) =>
    deps.people.insert({ id: `telegram-${id}`, posts: [{ role: 'official', department }], rev: 1 });
  await official('7', 'light');
  await official('8', 'roads');
  await deps.citizens.insert(aCitizen());
  await deps.appeals.insert(anAppeal());
  await door.work();
});
afterAll(() => town.close());

const NUMBER = '2026-000001';
const said = (chatId: string) => town.deps.messenger.saidTo(chatId).map(({ screen }) => screen.text);
const cardsIn = (chatId: string) => said(chatId).filter((text) => text.includes(NUMBER) && /не взято/.test(text)); // prettier-ignore
const topicOf = async (chatId: string) =>
  (await town.deps.cards.find('draft-1', { messenger: 'telegram', chatId }))?.threadId;

describe('a card that one department declines', () => {
  it('goes to the other’s group by a moderator’s tap; the topic left behind closes, nothing is doubled', async () => {
    expect([cardsIn(LIGHT), said(ROADS)].map((all) => all.length)).toEqual([1, 0]);
    const light = await topicOf(LIGHT);
    const petro = door.person('7', LIGHT);
    await petro.forges('dec.draft-1');
    const asked = town.deps.messenger.saidTo(LIGHT).at(-1)!.messageId;
    await petro.presses('управління «Міськшлях»');
    await petro.says('Опора стоїть на балансі доріг', asked);
    await door.work();
    expect(said(ROADS)).toEqual([]);
    const told = [...said('-100'), ...said(LIGHT)].filter((text) => /на балансі доріг/.test(text));
    expect(told.length).toBeGreaterThan(0);

    await door.person('50').forges('rr.draft-1.roads');
    await door.person('50').forges('rr.draft-1.roads');
    await door.work();
    await door.work();
    expect(await town.deps.appeals.find('draft-1')).toMatchObject({
      department: 'roads',
      status: 'submitted',
    });
    expect(cardsIn(ROADS)).toHaveLength(1);
    expect(await topicOf(ROADS)).not.toBe(light);
    expect(town.deps.messenger.turned.filter((what) => what === `${light} closed`)).toHaveLength(1);
    const left = town.deps.messenger.edited.findLast(({ to }) => to.chatId === LIGHT)!;
    expect(left.screen.text).toMatch(/Міськшлях/);
    expect(left.screen.choices ?? []).toEqual([]);

    await petro.forges('take.draft-1');
    expect((await town.deps.appeals.find('draft-1'))!.executorId).toBeUndefined();
    await door.person('8', ROADS).forges('take.draft-1');
    await door.work();
    expect((await town.deps.appeals.find('draft-1'))!.executorId).toBe('telegram-8');
    expect(cardsIn(ROADS)).toHaveLength(1);
    expect(said('1').filter((text) => /Міськшлях/.test(text))).toHaveLength(1);
  });
});

describe('words written as a reply to a card', () => {
  const replies = async (id: string, chatId: string) => {
    const card = town.deps.messenger.saidTo(LIGHT).find(({ screen }) => screen.text.includes(NUMBER))!;
    return (await door.person(id, chatId).says('Лампу замінено', card.messageId)).text;
  };

  it('begin an answer of those whose it is; to somebody else’s card they get the reason and nothing begins', async () => {
    expect(await replies('8', LIGHT)).toMatch(/інш.*підрозділ/i);
    expect(await replies('99', LIGHT)).toMatch(/працівник|служб|рол/i);
    expect(await town.deps.drafts.unfinishedOf('telegram-8')).toEqual([]);
    expect(await town.deps.drafts.unfinishedOf('telegram-99')).toEqual([]);
    expect(await replies('7', LIGHT)).toMatch(/Чим закінчилося/);
  });
});
