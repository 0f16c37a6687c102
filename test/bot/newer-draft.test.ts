import { openFrontDoor } from '../support/a-front-door';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal } from '../support/builders';

let town: Town;
beforeAll(async () => void (town = await openTown()));
beforeEach(() => town.begin());
afterAll(() => town.close());

const drafts = () => town.connection.collection('drafts');
const newer = () => drafts().findOne({ kind: 'song' });
const turnsInto = (kind: string) => drafts().updateOne({ state: 'open' }, { $set: { kind } });
const openWords = async () => {
  const open = await drafts().findOne({ state: 'open', kind: { $ne: 'song' } });
  return (open?.fields as { pieces: { text: string }[] }).pieces.map(({ text }) => text);
};
const CANNOT = /не можна продовжити[^]*збережено/;

/** Olena is in the middle of a conversation this version does not know. */
async function inTheMiddle() {
  const olena = openFrontDoor(town).person('1');
  await olena.says('Третю добу не горить ліхтар');
  const [choice = ''] = olena.labels();
  await turnsInto('song');
  return { olena, choice, before: await newer() };
}

describe('a conversation of a newer version', () => {
  it.each(['Миру 18', '7', '+', '/cancell'])(
    'cannot go on with «%s», says so and stays as it is',
    async (words) => {
      const { olena, before } = await inTheMiddle();
      for (let time = 0; time < 2; time += 1) expect((await olena.says(words)).text).toMatch(CANNOT);
      expect(olena.labels()).toContain('Нове звернення');
      expect(await newer()).toEqual(before);
    },
  );

  it('says the same to its buttons', async () => {
    const { olena, choice, before } = await inTheMiddle();
    expect((await olena.presses(choice)).text).toMatch(CANNOT);
    expect(await newer()).toEqual(before);
  });

  it('goes on once the version that knows it is here', async () => {
    const { olena } = await inTheMiddle();
    await olena.says('Миру 18');
    await turnsInto('appeal');
    expect((await olena.presses('Продовжити чернетку')).text).toMatch(/Схоже/);
    expect(await openWords()).toEqual(['Третю добу не горить ліхтар']);
  });

  it('lets what is said meanwhile become an appeal, and shows whom to call when it is a danger', async () => {
    const { olena } = await inTheMiddle();
    expect((await olena.says('Пахне газом у під’їзді')).text).toMatch(/загроза життю[^]*теж збережено/);
    await olena.presses('Це звернення');
    expect(await openWords()).toEqual(['Пахне газом у під’їзді']);
    expect(await newer()).toMatchObject({ state: 'saved' });
  });

  it('says so when what was sent could not be kept', async () => {
    const { olena } = await inTheMiddle();
    await olena.does({ kind: 'location', latitude: 50.45, longitude: 30.52 });
    expect(olena.sees().text).toMatch(/Останнє, що ви надіслали, не збережено/);
    expect(olena.sees().text).toMatch(CANNOT);
  });

  it('is put aside for another, whatever it holds, and is not offered until it can go on', async () => {
    const { olena } = await inTheMiddle();
    await drafts().updateOne({ kind: 'song' }, { $set: { fields: {} } });
    expect((await olena.says('/new')).text).toMatch(/збережено на потім[^]*своїми словами/);
    await olena.says('/start');
    expect(await newer()).toMatchObject({ state: 'saved' });
    expect(olena.labels()).not.toContain('Продовжити чернетку');
  });

  it('can be cancelled, and brought back for the version that knows it', async () => {
    const { olena } = await inTheMiddle();
    expect((await olena.says('/cancel')).text).toMatch(/скасовано/);
    expect((await olena.presses('Повернути')).text).toMatch(CANNOT);
    expect(await newer()).toMatchObject({ state: 'cancelled' });
  });
});

describe('what an official writes with a newer version', () => {
  beforeEach(async () => {
    await town.deps.citizens.insert(aCitizen());
    await town.deps.appeals.insert(anAppeal({ status: 'in_progress' }));
  });

  it('cannot go on in the group either, and keeps nobody from an answer', async () => {
    const door = openFrontDoor(town);
    await door.work();
    const petro = door.person('7', '-100');
    const [card] = town.deps.messenger.saidTo('-100');
    await petro.forges('ask.draft-1');
    const asked = town.deps.messenger.saidTo('-100').at(-1)!.messageId;
    await turnsInto('song');
    const before = await newer();
    expect((await petro.says('Де саме?', asked)).text).toMatch(CANNOT);
    expect(petro.labels()).toEqual(['Продовжити чернетку']);
    expect((await petro.says('Лампу замінено', card!.messageId)).text).toMatch(/Лампу замінено/);
    expect(await newer()).toEqual(before);
  });
});
