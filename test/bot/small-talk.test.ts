import { openFrontDoor, type FrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { anAppeal } from '../support/builders';

let town: Town;
let door: FrontDoor;
beforeAll(async () => {
  town = await openTown();
});
beforeEach(async () => {
  await town.begin();
  door = openFrontDoor(town);
});
afterAll(() => town.close());

const OLENA = 'telegram-1';
const openDraft = () => town.deps.drafts.openOf(OLENA, { messenger: 'telegram', chatId: '1' });
const wordsOf = async () => {
  const pieces = (await openDraft())?.fields.pieces as { text: string }[] | undefined;
  return pieces?.map(({ text }) => text);
};

describe('small talk out of the blue', () => {
  it.each([
    ['a greeting', 'Добрий день', /Тут можна повідомити/],
    ['a greeting in English', 'good morning', /Тут можна повідомити/],
    ['thanks', 'Щиро дякую!', /Будь ласка/],
    ['long thanks', 'дякую ❤️ приїхали, все зробили, хлопцям низький уклін!', /Будь ласка/],
    ['a word of the menu', 'меню', /Тут можна повідомити/],
  ])('%s is answered in kind and begins no draft', async (_what, words, answer) => {
    expect((await door.person('1').says(words)).text).toMatch(answer);
    expect(await openDraft()).toBeUndefined();
  });

  it.each(['Добрий день', 'Щиро дякую'])('«%s» said again begins a draft with both', async (words) => {
    const olena = door.person('1');
    await olena.says(words);
    expect((await olena.says(`${words}!`)).text).toMatch(/це буде звернення[^]*Про що це/);
    expect(await wordsOf()).toEqual([words, `${words}!`]);
  });

  it.each(['Добрий день', 'Щиро дякую'])('«%s» is an appeal at the press of a button', async (words) => {
    const olena = door.person('1');
    await olena.says(words);
    expect((await olena.presses('Це звернення')).text).toMatch(/це буде звернення[^]*Про що це/);
    expect(await wordsOf()).toEqual([words]);
  });

  it('nonsense is kept in a draft at once, with a polite line', async () => {
    expect((await door.person('1').says('ывапролд')).text).toMatch(/Не схоже, що це до міста/);
    expect(await wordsOf()).toEqual(['ывапролд']);
  });

  it('thanks after a greeting are only manners, and a word of the menu is never insisting', async () => {
    const olena = door.person('1');
    await olena.says('Добрий день');
    expect((await olena.says('дякую')).text).toMatch(/Будь ласка/);
    await olena.says('меню');
    expect((await olena.says('меню')).text).toMatch(/Тут можна повідомити/);
    expect(await openDraft()).toBeUndefined();
  });

  it('somebody else’s button opens nothing of theirs', async () => {
    const olena = door.person('1');
    const [insist] = (await olena.says('Добрий день')).choices!.flat().slice(-1);
    const stranger = await door.person('2').forges('token' in insist! ? insist.token : '');
    expect(stranger.text).toMatch(/Такої чернетки/);
    expect(await openDraft()).toBeUndefined();
  });

  it('of a person with an open appeal: a word of thanks is manners, more words may be about it', async () => {
    await town.deps.appeals.insert(anAppeal({ id: 'lamp', citizenId: OLENA, status: 'in_progress' }));
    const olena = door.person('1');
    expect((await olena.says('дякую')).text).toMatch(/Будь ласка/);
    expect((await olena.presses('Це звернення')).text).toMatch(/Про що це/);
    expect(olena.labels()).toContain('Нове звернення');
    await olena.says('/cancel');
    expect((await olena.says('вже зробили, заявку можна закрити')).text).toMatch(/Про що це/);
  });
});

describe('a message that is no words', () => {
  it.each([
    ['an emoji', '😡😡😡'],
    ['a telephone number', '067 111 22 33'],
    ['a bare number', '104'],
  ])(
    '%s is asked for in words, out of the blue and in the middle, and nothing is kept of it',
    async (_what, text) => {
      const olena = door.person('1');
      expect((await olena.says(text)).text).toMatch(/кількома словами/);
      await olena.says('/cancel');
      await olena.says('/new');
      expect((await olena.says(text)).text).toMatch(/кількома словами/);
      expect(await wordsOf()).toBeUndefined();
      expect((await olena.says('не горить ліхтар')).text).toMatch(/Схоже/);
      expect(await wordsOf()).toEqual(['не горить ліхтар']);
    },
  );

  it('a text of five thousand characters, in two messages as the messenger cuts it, is kept whole', async () => {
    const olena = door.person('1');
    const long = 'на нашій вулиці третій тиждень не горить ліхтар і страшно ходити '
      .repeat(78)
      .slice(0, 5000)
      .trim();
    await olena.says(long.slice(0, 4096));
    await olena.says(long.slice(4096));
    expect((await wordsOf())?.map((one) => one.length).reduce((a, b) => a + b)).toBe(long.length);
  });
});
