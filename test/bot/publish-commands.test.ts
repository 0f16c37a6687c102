import { staffMenuOf, type CommandMenu } from '../../bot/command-menu';
import { publishCommands, publishMenuOf } from '../../bot/publish-commands';
import { actorAt, type PostRole } from '../../domain/colleague';
import type { Role } from '../../domain/permissions';
import { colleagueOf } from '../../use-cases/post-holders';
import { saveProfile } from '../../use-cases/save-profile';
import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

const OF_MODERATORS = [
  ...['queue', 'find', 'assign', 'recategorise', 'merge', 'label', 'return', 'notconsidered', 'extend'],
  ...['closebyhand', 'reply', 'strike', 'slow', 'pardon', 'hide', 'departments', 'people', 'stats'],
  ...['audit', 'export'],
];

describe.each(['uk', 'en'])('every command of moderators and controllers (%s)', (language) => {
  it('is completed by the menu, listed by /help, and says what it wants when given bare or with nonsense', async () => {
    await town.begin();
    await town.deps.citizens.insert(aCitizen({ id: 'telegram-50', chatId: '50', language }));
    let menu: readonly string[] = [];
    const setCommands: CommandMenu['setCommands'] = (commands) => {
      menu = commands.map(({ name, description }) => `${name} ${description}`);
      return Promise.resolve('set');
    };
    await publishMenuOf({ setCommands }, town.deps, 'telegram-50');
    const controller = openFrontDoor(town).person('50');
    const help = (await controller.says('/help')).text;
    const mute = [];
    for (const name of OF_MODERATORS) {
      expect(menu.filter((line) => line.startsWith(`${name} `))).toHaveLength(1);
      expect(help).toContain(`/${name}`);
      for (const argument of ['', ' <b>$ne</b> 💡 2026-0'])
        if ((await controller.says(`/${name}${argument}`)).text.length < 10) mute.push(name + argument);
    }
    expect(mute).toEqual([]);
    const alphabet = language === 'uk' ? /[а-яіїєґ]/i : /^[^а-яіїєґ]+$/i;
    for (const line of [...menu, ...help.split('\n').filter(Boolean)]) expect(line).toMatch(alphabet);
  });
});

const menuOf = (role: Role) =>
  staffMenuOf(
    actorAt({ id: '', rev: 1, posts: [{ role: role as PostRole, department: 'light' }] }, { isAtWork: true }),
    { hasStaffApi: true },
  );

describe('the commands offered', () => {
  it.each<[Role, readonly string[], readonly string[]]>([
    ['official', ['queue', 'reply', 'incoming'], ['extend', 'assign', 'forward', 'people']],
    ['head', ['queue', 'reply', 'extend', 'assign'], ['forward', 'strike', 'people']],
    ['moderator', ['reply', 'assign', 'forward', 'strike', 'people'], ['extend', 'closebyhand']],
    ['controller', ['extend', 'closebyhand', 'quarantine', 'breach', 'people'], []],
    ['deputy', ['queue', 'find', 'stats', 'extend'], ['reply', 'incoming', 'assign']],
    ['operator', ['breach'], ['queue', 'where']],
  ])('to a %s are those they may give', (role, offered, others) => {
    const menu = menuOf(role);
    expect(menu).toEqual(expect.arrayContaining([...offered]));
    expect(menu.filter((name) => others.includes(name))).toEqual([]);
  });

  it('by /help in a group are those of who asks; of breaches nothing is said there', async () => {
    await town.begin();
    await town.deps.people.insert({ id: 'telegram-8', posts: [], rev: 2 });
    await town.deps.people.insert({ id: 'telegram-9', posts: [{ role: 'operator' }], rev: 1 });
    const door = openFrontDoor(town);
    const names = async (id: string) =>
      [...(await door.person(id, '-100').says('/help')).text.matchAll(/^\/([a-z]+)/gm)].map(
        ([, name]) => name,
      );
    expect(await names('8')).toEqual(['where', 'help']);
    expect(await names('7')).toEqual(['queue', 'find', 'reply', 'incoming', 'stats', 'where', 'help']);
    expect(await names('50')).toEqual(expect.arrayContaining(['extend', 'strike', 'closebyhand']));
    expect((await door.person('9', '-100').says('/breach')).text).toMatch(/в особистому чаті/);
    expect((await door.person('7', '-100').says('/breach')).text).toBe('');
  });
});

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
        return Promise.resolve('set');
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
    expect(await namesAfter()).toEqual(expect.arrayContaining(['hide', 'moves', 'audit', 'apitoken']));
    expect(await namesAfter()).not.toContain('closebyhand');
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

describe('the menus told at the start', () => {
  it('are all there in the end though the messenger was busy; what cannot be read is logged and thrown at nobody', async () => {
    await town.begin();
    const told: string[] = [];
    const waited: unknown[] = [];
    const pause = (refusal: unknown) => (waited.push(refusal), Promise.resolve());
    const busy = [{ result: 'busy', retryAfterMs: 3000 }, { result: 'later' }];
    const menu: CommandMenu = {
      setCommands: (_, scope, language) => {
        const refusal = busy.pop();
        if (!refusal) told.push(language ?? JSON.stringify(scope));
        return Promise.resolve(refusal ?? 'set');
      },
    };
    const staffChat = { messenger: 'telegram', chatId: '-100' };
    await publishCommands(menu, { ...town.deps, staffChat }, pause);
    expect(waited).toHaveLength(2);
    expect(told.slice(0, 3)).toEqual(['"private"', 'en', '{"chatId":"-100"}']);

    const lists: string[][] = [];
    const meanwhile = async () => {
      const { people } = town.deps;
      const known = await colleagueOf(town.deps, 'telegram-7');
      await people.save({ ...known, posts: [], rev: known.rev + 1 });
    };
    await town.deps.people.insert({ ...(await colleagueOf(town.deps, 'telegram-7')), posts: [{ role: 'moderator' }], rev: 1 }); // prettier-ignore
    const hesitant: CommandMenu = {
      setCommands: (commands, scope) => {
        const isOurs = typeof scope === 'object' && scope.chatId === '7';
        if (isOurs) lists.push(commands.map(({ name }) => name));
        return Promise.resolve(isOurs && lists.length === 1 ? { result: 'busy' } : 'set');
      },
    };
    await publishCommands(hesitant, town.deps, meanwhile);
    expect(lists.map((names) => names.includes('hide'))).toEqual([true, false]);

    const warn = jest.fn();
    const log = { ...town.deps.log, warn };
    const refuse = () => Promise.reject(new Error('away'));
    await publishCommands({ setCommands: refuse }, { ...town.deps, log }, pause);
    expect(warn).toHaveBeenCalledWith(expect.anything(), 'the menus of commands are not all told');
  });
});
