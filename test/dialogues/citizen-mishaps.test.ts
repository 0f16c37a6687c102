import type { Seen } from '../../sandbox/fake-telegram/seen';
import {
  aCitizenScene,
  labels,
  MODES,
  tokenOf,
  TOWN_MS,
  type CitizenScene,
  type Resident,
} from './citizen-scene';

jest.setTimeout(TOWN_MS);
const DAY_AND_AN_HOUR_MS = 25 * 60 * 60 * 1000;

describe.each(MODES)('bad luck while writing (%s)', (mode) => {
  let scene: CitizenScene;
  let olena: Resident;
  let bot: CitizenScene['town']['botProcesses'][number];
  beforeAll(async () => {
    scene = await aCitizenScene({ mode, workers: 1 });
    bot = scene.town.botProcesses[0]!;
  });
  afterAll(() => scene?.stop());
  beforeEach(() => {
    olena = scene.resident();
  });
  const fieldsOf = async () => (await scene.draftsOf(olena)).at(-1)?.fields as Record<string, unknown>;

  describe('a button', () => {
    it('of a past step shows the present one with a friendly line', async () => {
      const proposed = await olena.says('яма на дорозі', /Схоже/);
      await olena.says('1', /Де саме/);
      await olena.does((one) => one.presses({ message: proposed, label: 'Інше' }), /вже не діє[^]*Де саме/);
      expect(await fieldsOf()).toMatchObject({ category: 'road-pothole' });
    });

    it('from last month leads to what became of it', async () => {
      const proposed = await olena.says('яма на дорозі', /Схоже/);
      await olena.says('/cancel', /скасовано/);
      await olena.does((one) => one.presses({ message: proposed, label: 'Інше' }), /відклали раніше/);
      await olena.taps('Продовжити чернетку', /Схоже/);
      await olena.does((one) => one.forges('nothing.we.know', proposed), /вже не діє[^]*Схоже/);
      await olena.does((one) => one.forges('ї!'.repeat(8), proposed), /вже не діє/);
    });

    it('tapped twice at once asks once', async () => {
      const start = await olena.says('/start', /Відгук/);
      const token = tokenOf(start, 'Нове звернення');
      const taps = [olena.person.forges(token, start), olena.person.forges(token, start)];
      await Promise.all((await Promise.all(taps)).map((tap) => olena.person.waitsAnswer(tap)));
      await olena.sees(/Розкажіть/);
      await olena.says('яма на дорозі', /Схоже/);
      expect(await scene.draftsOf(olena)).toHaveLength(1);
    });
  });

  describe('a command in the middle', () => {
    it('is answered, with the way back to the question', async () => {
      await olena.says('яма на дорозі', /Схоже/);
      await olena.says('1', /Де саме/);
      const human = await olena.says('/human', /15-80/);
      expect(labels(human)).toEqual([['До чернетки']]);
      await olena.taps('До чернетки', /Де саме/);
      await olena.says('/my', /Є недописане/);
      await olena.says('/nonsense', /Такої команди немає[^]*Де саме/);
      await olena.says('2', /завбільшки/);
    });

    it('for a new appeal puts the first aside and says so', async () => {
      await olena.says('яма на дорозі', /Схоже/);
      await olena.says('/new', /збережено на потім[^]*Розкажіть/);
      await olena.says('не горить ліхтар', /Схоже/);
      await olena.says('/start', /Відгук/);
      expect((await scene.draftsOf(olena)).map(({ state }) => state as string)).toEqual(['saved', 'saved']);
    });

    it('is told kindly that there is no such one', async () => {
      await olena.says('/nonsense', /Такої команди немає[^]*Відгук/);
    });
  });

  it('an edited answer is not silently believed', async () => {
    await scene.drafted(olena, { filesDone: undefined, place: undefined });
    await olena.says('/again', /Де це/);
    const said = await olena.person.says('Миру 18');
    await olena.sees(/фото/);
    await olena.does((one) => one.edits(said, 'Миру 20'), /відповідь на попереднє запитання/);
    expect((await fieldsOf()).place).toMatchObject({ label: 'вул. Миру, 18' });
  });

  it('a person who blocked the bot and returns goes on', async () => {
    await olena.says('яма на дорозі', /Схоже/);
    await olena.person.blocksBot();
    await olena.person.unblocksBot();
    await olena.says('1', /Де саме/);
    expect(await scene.citizenOf(olena)).toMatchObject({ isReachable: true });
  });

  it('positions forgotten by Redis are found again from the draft', async () => {
    await olena.says('яма на дорозі', /Схоже/);
    await olena.says('1', /Де саме/);
    await scene.town.redis.flushdb();
    const next = await olena.says('2', /✓ Перехід чи перехрестя\s+Яка вона завбільшки/);
    await scene.town.redis.flushdb();
    await olena.does((one) => one.presses({ message: next, label: 'Як тарілка' }), /Де це/);
    expect(await fieldsOf()).toMatchObject({ 'q-road-spot': 'crossing', 'q-pit-size': 'small' });
  });

  it('a bot that dies between any two steps loses nothing', async () => {
    const dies = async (act: () => Promise<unknown>) => {
      await bot.kill();
      await act().finally(async () => (bot = await scene.town.startBot()));
    };
    const proposed = await olena.says('яма на дорозі', /Схоже/);
    await dies(() => olena.person.presses({ message: proposed, label: 'Яма на дорозі' }));
    await olena.sees(/Де саме/);
    await olena.says('3', /завбільшки/);
    await olena.says('1', /Де це/);
    await olena.says('Миру 18', /фото/);
    await dies(() => olena.person.sendsPhoto());
    await olena.sees(/Є 1 файл/);
    await olena.says('готово', /Що це для вас/);
    await olena.says('1', /Погоджуєтеся/);
    await olena.says('ні', /Перевірте/);
    await dies(() => olena.person.presses('Надіслати'));
    await olena.sees(/прийнято/);
    const appeals = await scene.appealsOf(olena);
    expect(appeals).toHaveLength(1);
    expect(appeals[0]).toMatchObject({
      category: 'road-pothole',
      particulars: { 'road-spot': 'yard', 'pit-size': 'small' },
      place: { label: 'вул. Миру, 18' },
    });
    expect(appeals[0]?.attachments).toHaveLength(1);
  });

  it('a forgotten draft is recalled once, after a day, and goes on from there', async () => {
    await olena.says('яма на дорозі', /Схоже/);
    await olena.says('1', /Де саме/);
    const isNudge = (seen: Seen) => seen.buttons.flat().some(({ label }) => label === 'Видалити чернетку');
    await scene.town.moveClock(DAY_AND_AN_HOUR_MS);
    const nudge = await olena.sees(isNudge);
    const borys = scene.resident();
    await borys.says('яма на дорозі', /Схоже/);
    await scene.town.moveClock(DAY_AND_AN_HOUR_MS);
    await borys.sees(isNudge);
    expect(olena.heard().filter(isNudge)).toHaveLength(1);
    await olena.does((one) => one.presses({ message: nudge, label: 'Продовжити чернетку' }), /Де саме/);
    expect((await scene.draftsOf(olena))[0]?.nudgedAt).toBeInstanceOf(Date);
  });
});
