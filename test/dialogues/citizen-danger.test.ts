import { PDF } from '../support/sample-files';
import { fileAppeal, type SentBy } from '../processes/play-appeal';
import { aScene, type Scene } from './staff-scene';

jest.setTimeout(100_000);

describe('a message', () => {
  let scene: Scene;
  let town: Scene['town'];
  beforeAll(async () => {
    scene = await aScene();
    town = scene.town;
  });
  afterAll(() => scene.stop());

  const resident = () =>
    town.telegram.person({
      firstName: 'Олена',
      lastName: 'Коваль',
      languageCode: 'uk',
      phone: '+380671112233',
    });
  const appealOf = (number: string) => town.mongo.collection('appeals').findOne({ number });

  it('that names a danger to life is answered with whom to call first, and comes first to the office', async () => {
    const calm = await fileAppeal(resident(), 'не горить ліхтар біля школи');
    const olena = resident();
    const urgent = await fileAppeal(olena, 'у під’їзді сильно пахне газом, дихати нічим');
    const first = olena.messages().find(({ text }) => text.includes('Якщо є загроза життю'));
    expect(first?.text).toMatch(/104/);
    expect(first?.text.indexOf('104')).toBeLessThan(first?.text.search(/Схоже|Про що/) ?? 0);
    expect(await appealOf(urgent)).toMatchObject({ isUrgent: true });
    expect(await appealOf(calm)).toMatchObject({ isUrgent: false });
    const card = await town.petro.waits(
      ({ text }) => text.includes(urgent) && text.includes('Загроза життю'),
      { in: town.group, timeoutMs: 30_000 },
    );
    expect(card.text.indexOf('Загроза життю')).toBeLessThan(card.text.indexOf(urgent));
    await town.iryna.says('/queue');
    const queue = await town.iryna.waits(/У черзі/);
    expect(queue.text.indexOf(urgent)).toBeLessThan(queue.text.indexOf(calm));
  });

  it('that is hardly an appeal gets a polite turn, is kept, and goes on if the person insists', async () => {
    const person = resident();
    await person.says('https://example.com/watch?v=aB3dE');
    const turned = await person.waits(/Не схоже, що це до міста/);
    expect(turned.buttons.flat().map(({ label }) => label)).toContain('Інше');
    await person.says('біля дому яма на дорозі');
    const proposed = await person.waits(/Схоже, це про/);
    expect(proposed.text).toMatch(/Схоже/);
    const draft = await town.mongo.collection('drafts').findOne({ ownerId: `telegram-${person.id}` });
    expect((draft?.fields as { pieces: unknown[] }).pieces).toHaveLength(2);
  });

  it('that is a voice note, a video or a document reaches the official, before and after sending', async () => {
    const olena = resident();
    const sends: readonly SentBy[] = [
      (one) => one.sendsVoice(),
      (one) => one.sendsVideo(),
      (one) => one.sendsVideoNote(),
      (one) => one.sendsDocument({ bytes: Buffer.from(PDF), name: 'akt.pdf', mime: 'application/pdf' }),
    ];
    const number = await fileAppeal(olena, 'велика яма на дорозі', sends);
    const card = await town.petro.waits(({ text }) => text.includes(number), {
      in: town.group,
      timeoutMs: 60_000,
    });
    const heard = () =>
      town.group.messages(card.threadId).flatMap(({ media, byBot }) => (byBot && media ? media.kind : []));
    const kinds = ['document', 'video', 'video_note', 'voice'];
    const hears = async (count: number) => {
      const isWhole = () => heard().length === count;
      await town.petro.waits(isWhole, { in: town.group, timeoutMs: 60_000 });
    };
    await hears(kinds.length);
    expect(heard().sort()).toEqual(kinds);

    await olena.says(`/start a-${String((await appealOf(number))?._id)}`);
    await olena.waits(/Стан/);
    await olena.presses('Доповнити');
    await olena.waits(/доповнити|додати/i);
    for (const send of sends) {
      await send(olena);
      await olena.waits(/Файлів: \d/);
    }
    await olena.presses('Надіслати');
    await olena.waits(/Додано до звернення/);
    await hears(2 * kinds.length);
    expect(heard().sort()).toEqual([...kinds, ...kinds].sort());
  });
});
