import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => void (town = await openTown()));
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
  const { people } = town.deps;
  await people.insert({ id: 'telegram-51', posts: [{ role: 'moderator' }], rev: 1 });
  await town.deps.citizens.insert(aCitizen());
  await town.deps.appeals.insert(anAppeal());
});
afterAll(() => town.close());

const GROUP = { id: -100, type: 'supergroup' as const, title: 'Звернення' };
const IRYNA = { id: 51, is_bot: false, first_name: 'Ірина' };
const COMMAND = '/notconsidered 2026-000001 повторне звернення';
const said = (fields: object) => ({ message_id: 900, date: 1_795_000_000, chat: GROUP, from: IRYNA, text: COMMAND, entities: [{ type: 'bot_command', offset: 0, length: 14 }], ...fields }); // prettier-ignore
const heard = () => town.deps.messenger.saidTo('-100').map(({ screen }) => screen.text);
const status = async () => (await town.deps.appeals.find('draft-1'))!.status;

const NOBODY = /від власного імені/;
const CASES: readonly { name: string; update: object; hears?: RegExp }[] = [
  { name: 'passed on from somebody else', update: { message: said({ forward_origin: { type: 'user', date: 1, sender_user: { id: 51, is_bot: false, first_name: 'Ірина' } } }) } },
  { name: 'made of a message by editing it', update: { edited_message: said({ edit_date: 1_795_000_001 }) } },
  { name: 'sent as a channel', update: { message: said({ from: { id: 136817688, is_bot: true, first_name: 'Channel' }, sender_chat: { id: -1002, type: 'channel', title: 'Новини' } }) }, hears: NOBODY },
  { name: 'of an anonymous administrator', update: { message: said({ from: { id: 1087968824, is_bot: true, first_name: 'Group' }, sender_chat: GROUP }) }, hears: NOBODY },
  { name: 'for another bot', update: { message: said({ text: '/notconsidered@other_bot 2026-000001 повторне', entities: [{ type: 'bot_command', offset: 0, length: 24 }] }) } },
  { name: 'with nonsense for a number', update: { message: said({ text: '/notconsidered <b>2026</b> 💡'.padEnd(60, ' $ne'), entities: [{ type: 'bot_command', offset: 0, length: 14 }] }) }, hears: /Приклад|\/notconsidered/ },
]; // prettier-ignore

describe('a moderator’s command in the group', () => {
  it('is carried out when they give it themselves, as is their button', async () => {
    await door.person('51', '-100').forges('rr.draft-1.roads');
    expect((await town.deps.appeals.find('draft-1'))!.department).toBe('roads');
    await door.hears({ message: said({}) });
    expect(await status()).toBe('not_considered');
  });

  it.each(CASES)('$name: changes nothing', async ({ update, hears }) => {
    await door.hears(update);
    expect(await status()).toBe('submitted');
    expect(heard()).toHaveLength(hears ? 1 : 0);
    if (hears) expect(heard()[0]).toMatch(hears);
  });

  it('and an old button are nobody’s any more from the moment the post is taken', async () => {
    const iryna = door.person('51');
    await iryna.says('/hide 2026-000001');
    const tokens = ['hf.draft-1.p1', 'rr.draft-1.roads', 'mvc.move1', 'oy.telegram-7.official.light', 'tki.telegram-50', 'people.0']; // prettier-ignore
    await town.deps.people.save({ id: 'telegram-51', posts: [], rev: 2 });
    const before = await town.deps.appeals.find('draft-1');
    for (const token of tokens) await iryna.forges(token);
    await iryna.says(COMMAND);
    await door.person('51', '-100').says(COMMAND);
    await door.person('51', '-100').forges('rr.draft-1.roads');
    expect(await town.deps.appeals.find('draft-1')).toEqual(before);
    expect(await town.deps.apiTokens.of('telegram-50')).toBeUndefined();
  });
});
