import type { Seen } from '../../sandbox/fake-telegram/seen';
import { aCitizenScene, CONSENT, TOWN_MS, type CitizenScene, type Resident } from './citizen-scene';
import { isKnown, until } from './staff-scene';

jest.setTimeout(TOWN_MS);

const LONG = { timeoutMs: 25_000 };
const SAID = 'Начальник відділу вимагає гроші за довідку';
const COMPLAINT = {
  ...{ pieces: [{ messageId: '900001', text: SAID }], proposal: 'officials-conduct' },
  ...{ category: 'officials-conduct', place: undefined, 'q-incident-day': null, kind: 'complaint' },
};

describe('a complaint about an official', () => {
  let scene: CitizenScene;
  beforeAll(async () => {
    scene = await aCitizenScene({ workers: 1 });
    await scene.town.iryna.starts();
    await scene.town.iryna.waits(/./, LONG);
  });
  afterAll(() => scene?.stop());

  const inGroup = () => scene.town.group.messages().filter(({ byBot }) => byBot);
  const asksInGroup = async (text: string, wanted: RegExp) => {
    const { petro, group } = scene.town;
    await petro.says(text, { in: group });
    return petro.waits(wanted, { in: group, ...LONG });
  };
  const registers = async (olena: Resident, fields: object) => {
    await scene.known(olena, {
      consent: CONSENT,
      name: 'Коваль Олена',
      residence: 'Миру, 18',
      phone: '+380671112233',
    });
    await scene.drafted(olena, { consent: 'given', email: null, phone: null, ...fields });
    const preview = await olena.says('/again', /Перевірте/);
    await olena.taps('Надіслати', /прийнято/);
    return { preview, appeal: (await scene.appealsOf(olena))[0]! };
  };

  it('is seen by a controller only, who answers it privately; the citizen reads and rates the answer', async () => {
    const { iryna, petro, group } = scene.town;
    const olena = scene.resident();
    const { preview, appeal } = await registers(olena, COMPLAINT);
    expect(preview.text).toMatch('Прочитають лише контролери міста, не підрозділ.');
    expect(olena.heard().at(-1)?.text).toMatch('Його отримає контролер міста');
    const { number } = appeal;

    const card = await iryna.waits(({ text }: Seen) => text.includes(number) && text.includes(SAID), LONG);
    expect(card.text).toMatch('бачать лише контролери');
    await isKnown(scene.town, card);
    const queue = await asksInGroup('/queue', /Черга порожня/);
    const found = await asksInGroup('/find гроші за довідку', /нічого не знайдено/);
    const refused = await asksInGroup(`/reply ${number} Розберемося`, /веде контролер/);
    for (const { text, buttons } of [queue, found, refused]) {
      expect(text).not.toMatch(number);
      expect(buttons.flat()).toEqual([]);
    }
    expect(inGroup().filter(({ text }) => text.includes(number) || text.includes(SAID))).toEqual([]);

    await iryna.presses({ message: card, label: 'На кого скарга' });
    await iryna.waits(/на кого скаржиться людина/, LONG);
    await iryna.presses('Нікого не названо');
    await iryna.waits(/нікого не названо/, LONG);
    await iryna.says('Начальника відсторонено, довідку видано безоплатно.', { replyTo: card });
    await iryna.waits(/Чим закінчилося/, LONG);
    await iryna.presses('Виконано');
    await iryna.waits(/Перевірте/, LONG);
    await iryna.presses('Надіслати');
    await olena.sees(/довідку видано безоплатно/);
    await olena.taps('Так, вирішено', /Як ви оцінюєте/);
    await until(async () => (await scene.appeals.find(appeal.id))?.status === 'closed', 'it is closed');
    expect(inGroup().filter(({ text }) => text.includes(SAID) || text.includes('безоплатно'))).toEqual([]);
    expect(
      petro.messages({ in: group }).some(({ threadId, text }) => threadId && text.includes(number)),
    ).toBe(false);
  });

  it('that already has a card leaves the group once a moderator says so, and goes on with controllers', async () => {
    const { iryna, petro, group, mongo } = scene.town;
    const olena = scene.resident();
    const { appeal } = await registers(olena, {
      pieces: [{ messageId: '900001', text: 'ліхтарника підкупили' }],
    });
    const { number, id } = appeal;
    const isCard = ({ text }: Seen) => text.includes(number) && text.includes('підкупили');
    const card = await petro.waits(isCard, { in: group, ...LONG });

    await olena.taps('Відкрити', /Виконавець/);
    await olena.taps('Доповнити', /./);
    await olena.says('Бачила гроші', /Бачила/);
    await olena.taps('Надіслати', /Додано до звернення/);
    await petro.waits(/Бачила гроші/, { in: group, ...LONG });
    await iryna.says(`/label ${number} посадовець`, { in: group });
    await iryna.waits(/в особистому чаті/, { in: group, ...LONG });
    await iryna.says(`/label ${number} посадовець`);
    await iryna.waits(isCard, LONG);
    const left = () => group.messages().find((one) => one.id === card.id);
    await until(() => Promise.resolve(!left()?.text.includes('підкупили')), 'the card is emptied');
    expect(left()).toMatchObject({ buttons: [] });
    const isGone = () => Promise.resolve(!inGroup().some(({ text }) => text.includes('Бачила')));
    await until(isGone, 'what was said under it is taken away');
    await until(
      async () =>
        (await mongo
          .collection('cards')
          .countDocuments({ appealId: id, isTopicClosed: true, topicTitle: number })) === 1,
      'its topic has a bare number and is closed',
    );
    const before = inGroup().length;
    await olena.taps('Відкрити', /Прочитають лише контролери міста/);
    await olena.taps('Доповнити', /./);
    await olena.says('Він знову вимагає гроші', /Він знову/);
    await olena.taps('Надіслати', /Додано до звернення/);
    await iryna.waits(/знову вимагає/, LONG);
    expect(inGroup()).toHaveLength(before);
  });
});
