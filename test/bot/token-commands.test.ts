import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.people.insert({
    id: 'telegram-7',
    name: 'Гончар П. В.',
    posts: [{ role: 'official', department: 'light' }],
    rev: 1,
  });
  await town.deps.people.insert({
    id: 'telegram-51',
    name: 'Бойко І. І.',
    posts: [{ role: 'moderator' }],
    rev: 1,
  });
});
afterAll(() => town.close());

const command = { kind: 'command', name: 'apitoken', argument: '' } as const;
const press = (token: string) => ({ kind: 'press', token, pressId: '1', messageId: '1' }) as const;

describe('/apitoken', () => {
  it('shows a moderator the token once, privately, and voids it', async () => {
    const moderator = openFrontDoor(town).person('51');
    expect((await moderator.does(command)).text).toMatch(/Чий відкрити/);
    const issued = await moderator.does(press('tki.telegram-7'));
    const [token = ''] = /[0-9a-f]{32}/.exec(issued.text) ?? [];
    expect(await town.deps.apiTokens.find(town.deps.codeMaker.hash(token))).toMatchObject({
      ownerId: 'telegram-7',
    });
    expect((await moderator.does(press('tkr.telegram-7'))).text).toMatch(/відкликано/);
    expect(await town.deps.apiTokens.of('telegram-7')).toBeUndefined();
    expect((await moderator.does(press('tk.telegram-50'))).text).toMatch(/лише контролер/);
    await moderator.does(press('tki.telegram-50'));
    expect(await town.deps.apiTokens.of('telegram-50')).toBeUndefined();
  });

  it('is not for officials, nor for a group', async () => {
    const door = openFrontDoor(town);
    await door.person('7').does(command);
    await door.person('7').does(press('tki.telegram-7'));
    await door.person('51', '-100').does(press('tki.telegram-7'));
    expect(await town.deps.apiTokens.of('telegram-7')).toBeUndefined();
  });
});
