import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, NOW } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen({ isReachable: false }));
  await town.deps.citizens.insert(aCitizen({ id: 'telegram-9', chatId: '9' }));
  await town.deps.appeals.insert(anAppeal());
  await town.deps.accountMoves.insert({
    ...{ id: 'move1', fromId: 'telegram-1', toId: 'telegram-9', askedAt: NOW, state: 'open', rev: 1 },
    ...{ isNameSame: true, isForModerators: true },
  });
});
afterAll(() => town.close());

describe('/moves: a moderator’s decision about a change of account', () => {
  it.each([
    { press: 'Підтвердити 1', reason: 'подзвонила, назвала дату подання', said: /Перенесено/, what: 'confirmed', owner: 'telegram-9' },
    { press: 'Відхилити 1', reason: 'номер уже в іншої людини', said: /нічого не перенесено/, what: 'declined', owner: 'telegram-1' },
  ])('«$press» asks for the reason in words and keeps it in the record of acts', async ({ press, reason, said, what, owner }) => {
    const door = openFrontDoor(town);
    const moderator = door.person('50');
    expect((await moderator.says('/moves')).text).toMatch(/Запити[^]*збігається/);
    expect((await moderator.presses(press)).text).toMatch(/Чому/);
    expect((await town.deps.accountMoves.find('move1'))!.state).toBe('open');
    expect((await moderator.says(reason)).text).toMatch(said);
    expect((await town.deps.appeals.find('draft-1'))!.citizenId).toBe(owner);
    const span = { from: new Date(0), until: new Date(NOW.getTime() + 1) };
    const [act] = await town.deps.oversight.acts({ what: `account.${what}`, span }, { skip: 0, limit: 2 });
    expect(act).toMatchObject({ by: 'telegram-50', about: 'telegram-1', facts: { reason } });
    expect((await moderator.says('/audit')).text).toContain(reason);
  }); // prettier-ignore

  it('is thought better of without a trace, and is no official’s', async () => {
    const door = openFrontDoor(town);
    const moderator = door.person('50');
    await moderator.says('/moves');
    await moderator.presses('Відхилити 1');
    await moderator.presses('Скасувати');
    await door.person('7').forges('mvc.move1');
    await door.person('9').forges('mvc.move1');
    expect((await town.deps.accountMoves.find('move1'))!.state).toBe('open');
  });
});
