import type { CommandMenu } from '../../bot/command-menu';
import { publishMenuOf } from '../../bot/publish-commands';
import { colleagueOf } from '../../use-cases/post-holders';
import { saveProfile } from '../../use-cases/save-profile';
import { openTown, type Town } from '../support/a-town';
import { aCitizen } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

describe('the menu of commands in somebody’s own chat', () => {
  it('follows the roles they get and lose, and their language', async () => {
    await town.begin();
    const { deps } = town;
    await deps.citizens.insert(aCitizen({ id: 'telegram-7', chatId: '7' }));
    let shown: { name: string; description: string }[] = [];
    const menu: CommandMenu = {
      setCommands: (commands, scope) => {
        expect(scope).toEqual({ chatId: '7' });
        shown = [...commands];
        return Promise.resolve();
      },
    };
    const namesAfter = async () => {
      await publishMenuOf(menu, deps, 'telegram-7');
      return shown.map(({ name }) => name);
    };
    const hold = async (...posts: Awaited<ReturnType<typeof colleagueOf>>['posts']) => {
      const known = await colleagueOf(deps, 'telegram-7');
      const rev = known.rev + 1;
      await (rev === 1 ? deps.people.insert({ ...known, posts, rev }) : deps.people.save({ ...known, posts, rev })); // prettier-ignore
    };
    expect(await namesAfter()).not.toContain('queue');
    await hold({ role: 'official', department: 'roads' });
    expect(await namesAfter()).toEqual(expect.arrayContaining(['queue', 'digest', 'my']));
    expect(await namesAfter()).not.toContain('hide');
    await hold({ role: 'moderator' });
    expect(await namesAfter()).toEqual(expect.arrayContaining(['hide', 'moves', 'audit']));
    await hold();
    expect(await namesAfter()).not.toContain('hide');
    const citizen = (await deps.citizens.find('telegram-7'))!;
    const before = shown[0]?.description;
    await saveProfile(deps, { citizen, change: { language: 'en' } });
    await namesAfter();
    expect(shown[0]?.description).not.toBe(before);
    expect(shown.every(({ description }) => !/[а-яі]/i.test(description))).toBe(true);
  });
});
