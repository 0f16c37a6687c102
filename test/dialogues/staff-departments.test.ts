import type { Group } from '../../sandbox/fake-telegram/group';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import { aScene, until, type Scene } from './staff-scene';

jest.setTimeout(120_000);

const LONG = { timeoutMs: 20_000 };
const LIGHT = 'управління «Міськсвітло»';
const ROADS = 'управління «Міськшлях»';

let scene: Scene;
let light: Group;
let roads: Group;

/** Presses a button of the newest screen that has it, in a private chat. */
async function presses(who: Person, label: string | RegExp): Promise<Seen> {
  const has = ({ buttons }: Seen) =>
    buttons.flat().some((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)));
  const message = await who.waits(has, LONG);
  const found = message.buttons.flat().find((one) => (typeof label === 'string' ? one.label === label : label.test(one.label)))!; // prettier-ignore
  await who.presses({ message, label: found.label });
  return message;
}

async function binds(moderator: Person, group: Group, department: string) {
  await moderator.says('/departments');
  await presses(moderator, new RegExp(department));
  await presses(moderator, /^Код: (Основна група|управління)/);
  const screen = await moderator.waits(({ text }) => /\/bind [0-9a-f]{32}/.test(text), LONG);
  const [command = ''] = /\/bind [0-9a-f]{32}/.exec(screen.text) ?? [];
  await moderator.says(command, { in: group });
  await moderator.waits(new RegExp(`приходять звернення: ${department}`), { in: group, ...LONG });
  return command;
}

/** The card as it stands in the group once its state is so. */
async function cardIn(group: Group, number: string, state = /./): Promise<Seen> {
  const find = () =>
    group
      .messages()
      .find(
        ({ text, buttons }) =>
          text.includes(number) &&
          state.test(text) &&
          buttons.flat().some(({ label }) => label === 'Історія'),
      );
  await until(() => Promise.resolve(find() !== undefined), `the card of ${number} is ${String(state)}`);
  return find()!;
}

const noteOf = async (who: Person, group: Group, message: Seen, label: string) => {
  const press = await who.presses({ message, label }, { in: group });
  return (await who.waitsAnswer(press, LONG.timeoutMs)).text ?? '';
};

beforeAll(async () => {
  scene = await aScene();
  const { telegram, petro, iryna } = scene;
  const asForum = (title: string) =>
    telegram.group({ title, isForum: true, members: [petro, iryna], botIsAdmin: true });
  light = asForum('Міськсвітло');
  roads = asForum('Міськшлях');
  await iryna.starts();
  await iryna.waits(/Відгук/, LONG);
});
afterAll(() => scene.stop());

describe('two departments with groups of their own', () => {
  it('bind them with one-time codes that work once, and say nothing to strangers', async () => {
    const { iryna, petro, group, telegram } = scene;
    const command = await binds(iryna, light, LIGHT);
    await binds(iryna, roads, ROADS);
    const other = telegram.group({ title: 'Сусіди', members: [petro], botIsAdmin: true });
    await petro.says(command, { in: other });
    const used = await petro.waits(/код не діє/, { in: other, ...LONG });
    await petro.says(`/bind ${'0'.repeat(32)}`, { in: other });
    const wrong = await petro.waits(({ id, text }) => id > used.id && /код/.test(text), {
      in: other,
      ...LONG,
    });
    expect(wrong.text).toBe(used.text);
    await iryna.says('/people', { in: group });
    await iryna.waits(/особистому чаті/, { in: group, ...LONG });
  });

  it('get the cards of their categories in topics; only people with roles act there', async () => {
    const { resident, register, petro, iryna, reload } = scene;
    const olena = await resident();
    const lamp = await register(olena);
    const hole = await register(olena, { category: 'road-pothole', text: 'Яма на дорозі' });
    const card = await cardIn(light, lamp.number);
    expect(card.threadId).toBeDefined();
    expect((await cardIn(roads, hole.number)).threadId).toBeDefined();
    expect(light.messages().some(({ text }) => text.includes(hole.number))).toBe(false);
    expect(scene.groupTexts().some((text) => text.includes(lamp.number))).toBe(false);

    expect(await noteOf(petro, light, card, 'Взяти')).toMatch(/лише працівники/);
    await iryna.says('/invite');
    await presses(iryna, 'Виконавець');
    await presses(iryna, LIGHT);
    await iryna.waits(/Як підписати/, LONG);
    await iryna.says('Гончар П. В.');
    const invited = await iryna.waits(/start=join-[0-9a-f]{32}/, LONG);
    const [, payload = ''] = /start=(join-[0-9a-f]{32})/.exec(invited.text) ?? [];
    await petro.starts(payload);
    await petro.waits(/Ваша роль тепер: Виконавець/, LONG);
    await iryna.waits(/Запрошення прийнято: Гончар/, LONG);
    expect(await noteOf(petro, light, card, 'Взяти')).toMatch(/Ви взяли/);
    await cardIn(light, lamp.number, /у роботі/);
    const roadsCard = await cardIn(roads, hole.number);
    expect(await noteOf(petro, roads, roadsCard, 'Взяти')).toMatch(/іншого підрозділу/);
    expect((await reload(hole)).status).toBe('submitted');
    await olena.starts(payload);
    await olena.waits(/посилання не діє/, LONG);
    expect(light.messages().some(({ text }) => text.includes('Гончар'))).toBe(false);
  });

  it('lose an official at once, and their cases go back with a count', async () => {
    const { petro, iryna, town, reload } = scene;
    const held = (await town.mongo.collection('appeals').findOne({ executorId: `telegram-${petro.id}` }))!;
    const appeal = await reload({ id: String(held._id) });
    await iryna.says('/people');
    await presses(iryna, 'Гончар П. В.');
    await presses(iryna, /^Зняти: Виконавець/);
    await iryna.waits(/На руках лишиться 1 звернення/, LONG);
    await presses(iryna, 'Так, зняти');
    await petro.waits(/більше немає ролі/, LONG);
    const card = await cardIn(light, appeal.number);
    expect(await noteOf(petro, light, card, 'Не наше')).toMatch(/лише працівники/);
    await presses(iryna, 'Передати звернення');
    await presses(iryna, 'Повернути підрозділу');
    await iryna.waits(/Повернути підрозділу всі звернення \(1\)/, LONG);
    await presses(iryna, 'Так, передати');
    await iryna.waits(/Передано звернень: 1/, LONG);
    await petro.waits(/Ваші звернення \(1\) передано/, LONG);
    expect((await reload(appeal)).executorId).toBeUndefined();
    expect((await reload(appeal)).events.at(-1)?.type).toBe('appeal.handed_over');
    await cardIn(light, appeal.number, /не взято/);
  });

  it('send their cards to the staff chat while the bot is out of their group, and get them back', async () => {
    const { iryna, resident, register, seesCard, group } = scene;
    roads.removesBot();
    await iryna.waits(/прибрано з групи: управління «Міськшлях»/, LONG);
    const hole = await register(await resident(), { category: 'road-pothole', text: 'Ще одна яма' });
    const card = await seesCard(hole);
    expect(card.text).toContain('Ще одна яма');
    expect(await noteOf(iryna, group, card, 'Взяти')).toMatch(/Ви взяли/);
    roads.addsBot('administrator');
    await iryna.waits(/Група знову працює/, LONG);
    await cardIn(roads, hole.number);
    await until(
      () =>
        Promise.resolve(
          group.messages().some(({ id, text }) => id === card.id && /Перейшло до підрозділу/.test(text)),
        ),
      'the staff chat says where the card went',
    );
  });
});
