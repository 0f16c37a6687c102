import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  await town.deps.staffGroups.insert({
    ...{ messenger: 'telegram', chatId: '-200', department: 'light', desk: 'main' },
    ...{ isBound: true, isSettled: true, rev: 1 },
  });
});
afterAll(() => town.close());

const BOT = { id: 1, is_bot: true, first_name: 'Відгук' };
const changed = (chatId: number, status: string, rights = {}) => ({
  my_chat_member: {
    chat: { id: chatId, type: 'supergroup', title: 'Група', is_forum: true },
    from: { id: 99, is_bot: false, first_name: 'Адміністратор' },
    date: 1_795_000_000,
    new_chat_member: { user: BOT, status, ...rights },
  },
});

/** What the moderator of the settings hears. */
async function told(...updates: object[]): Promise<string[]> {
  const door = openFrontDoor(town);
  for (const update of updates) await door.hears(update);
  await door.work();
  return town.deps.messenger.saidTo('50').map(({ screen }) => screen.text);
}

describe('what the bot may do in a group of the staff', () => {
  it.each([
    ['a member without rights', changed(-200, 'member'), /бракує прав: .*Міськсвітло[^]*керувати темами/],
    ['an administrator without the right to topics', changed(-200, 'administrator', { can_manage_topics: false }), /бракує прав/],
    ['the same in the staff chat', changed(-100, 'administrator', { can_manage_topics: false }), /У службовому чаті[^]*темами/],
    ['out of a department’s group', changed(-200, 'kicked'), /прибрано з групи: .*Міськсвітло/],
    ['out of the staff chat', changed(-100, 'left'), /прибрано зі службового чату/],
  ])('%s: moderators hear what it means', async (_, update, words) => {
    const [heard, ...more] = await told(update);
    expect(heard).toMatch(words);
    expect(more).toEqual([]);
  }); // prettier-ignore

  it('is told once when the first telling died with its process', async () => {
    jest.spyOn(town.deps.notices, 'insert').mockRejectedValueOnce(new Error('killed'));
    const kicked = changed(-200, 'kicked');
    const [heard, ...more] = await told(kicked, kicked, kicked);
    expect(heard).toMatch(/прибрано з групи: .*Міськсвітло/);
    expect(more).toEqual([]);
  });

  it('is nobody’s business while it is enough, or the group is a stranger’s', async () => {
    const enough = { can_manage_topics: true };
    const updates = [changed(-200, 'administrator', enough), changed(-100, 'administrator', enough), changed(-999, 'member')]; // prettier-ignore
    expect(await told(...updates)).toEqual([]);
  });
});
