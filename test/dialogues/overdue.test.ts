import { MongoPeople } from '../../infra/mongo/mongo-people';
import type { Person } from '../../sandbox/fake-telegram/person';
import type { Seen } from '../../sandbox/fake-telegram/seen';
import { aScene, isKnown, type Scene } from './staff-scene';

jest.setTimeout(120_000);

const DAY_MS = 24 * 3_600_000;
let scene: Scene;
let head: Person;
beforeEach(async () => {
  scene = await aScene({ hasTopics: false });
  const { telegram, town, iryna, sees } = scene;
  head = telegram.person({ firstName: 'Олександр', lastName: 'Петренко', languageCode: 'uk' });
  for (const colleague of [head, iryna]) {
    await colleague.starts();
    await sees(colleague, /Відгук/);
  }
  await new MongoPeople(town.mongo).insert({
    ...{ id: `telegram-${head.id}`, posts: [{ role: 'head', department: 'light' }], rev: 1 },
  });
});
afterEach(() => scene.stop());

const label = (words: RegExp) => (seen: Seen) =>
  seen.buttons
    .flat()
    .map((button) => button.label)
    .find((text) => words.test(text)) ?? '';

/** Petro writes in the group what the bot asks for. */
async function writes(text: string, asked: Seen, wanted: RegExp): Promise<Seen> {
  const { petro, here, sees } = scene;
  await petro.says(text, { ...here(), replyTo: asked });
  return sees(petro, wanted, asked);
}

describe('an appeal nobody takes in time', () => {
  it('climbs, is explained, extended and planned, and comes back until it is done', async () => {
    const { town, resident, files, petro, iryna, here, sees, reload, seesCard } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    const { number, id } = appeal;
    const taps = async (who: Person, message: Seen, words: string, where = {}) =>
      who.presses({ message, label: words }, where);

    await town.moveClock(5 * DAY_MS);
    await sees(petro, new RegExp(`${number}[^]*Минула половина строку[^]*ще ніхто не взяв`), card);
    await town.moveClock(3 * DAY_MS);
    const late = await sees(petro, new RegExp(`${number}[^]*Строк минув`), card);
    const alert = await sees(head, new RegExp(`${number}[^]*Строк минув[^]*Запізнення`));
    expect(label(/Пояснити затримку/)(alert)).not.toBe('');
    await sees(olena, /мала бути до[^]*її ще немає[^]*Про затримку знає керівник/);

    await taps(petro, late, 'Пояснити затримку', here());
    const why = await sees(petro, /чому затримка/, card);
    const offered = await writes('немає лампи на складі', why, /немає лампи[^]*Надіслати/);
    await taps(petro, offered, 'Надіслати', here());
    const told = await sees(olena, /Чому її ще немає, пояснює[^]*немає лампи на складі/);
    await taps(olena, told, 'Відкрити');
    await sees(olena, /запізнюється[^]*Причина затримки[^]*немає лампи на складі/);

    const asking = await seesCard(appeal, /Причина затримки/);
    await taps(petro, asking, 'Продовжити строк', here());
    const reason = await sees(petro, /чому потрібно більше часу/, card);
    const days = await writes('лампу привезуть за тиждень', reason, /До якого дня/);
    await writes('7 лютого', days, /не більше 45 днів/);
    await taps(petro, days, label(/^До /)(days), here());
    const sending = await sees(petro, /Продовжити строк за[^]*лампу привезуть/, card);
    await taps(petro, sending, 'Надіслати', here());
    await sees(petro, /надіслано керівнику/, card);
    expect((await reload(appeal)).legalDueAt).toEqual(appeal.legalDueAt);
    const wish = await sees(head, /просить продовжити строк[^]*лампу привезуть за тиждень/);
    await taps(head, wish, 'Продовжити');
    await sees(olena, /строк продовжено до[^]*лампу привезуть за тиждень/);
    await sees(petro, /Керівник продовжив строк до/, card);
    expect((await reload(appeal)).legalDueAt! > appeal.legalDueAt!).toBe(true);

    await petro.says('Замінимо лампу', { ...here(), replyTo: card });
    const ended = await sees(petro, /Замінимо лампу[^]*Чим закінчилося/, card);
    await taps(petro, ended, 'Заплановано', here());
    await sees(petro, /датою/, card);
    await writes('15 грудня', ended, /Перевірте/);
    await taps(petro, ended, 'Надіслати', here());
    await sees(olena, /Заплановано на 15 грудня[^]*У цей день я спитаю/);

    await town.moveClock(new Date('2026-12-15T10:00:00+02:00').getTime() - town.now().getTime());
    await sees(petro, /обіцяли, що роботи будуть 15 грудня[^]*Замінимо лампу/, card);
    const planned = await sees(olena, /На 15 грудня роботи планує[^]*Уже зроблено/);
    await taps(olena, planned, 'Ще ні');
    await sees(olena, /роботи не зроблено[^]*Надіслати/);
    await olena.presses('Надіслати');
    await sees(olena, /повернуто виконавцю, контролер про це знає/);
    const first = await sees(iryna, new RegExp(`${number}[^]*Повернуто на доопрацювання 1 раз`));
    expect(head.messages().some(({ text }) => text.includes('доопрацювання'))).toBe(false);

    await isKnown(town, first);
    await iryna.says('Лампу замінено сьогодні', { replyTo: first });
    await sees(iryna, /Лампу замінено сьогодні[^]*Чим закінчилося/);
    await iryna.presses('Виконано');
    await sees(iryna, /Перевірте/);
    await iryna.presses('Надіслати');
    const { executorId } = await reload(appeal);
    expect(executorId).toBe(`telegram-${petro.id}`);
    const done = await sees(olena, /роботу виконано[^]*Лампу замінено сьогодні[^]*Питання вирішено/);
    await taps(olena, done, 'Ні, не вирішено');
    await sees(olena, /Що не так/);
    await olena.says('темно як і було');
    await sees(olena, /темно як і було[^]*Надіслати/);
    await olena.presses('Надіслати');
    await sees(head, new RegExp(`${number}[^]*Повернуто на доопрацювання 2 рази[^]*темно як і було`));
    expect((await reload({ id })).status).toBe('rework');
  });
});

describe('an appeal that went to another body', () => {
  it('is asked about later, and comes back to a person when they did not help', async () => {
    const { town, resident, files, iryna, here, sees, reload } = scene;
    const olena = await resident();
    const { appeal, card } = await files(olena);
    const { number } = appeal;
    await iryna.says(`/forward ${number} Обласна служба доріг`, here());
    await sees(iryna, /передано\. Заявник/, card);
    await sees(olena, /Обласна служба доріг/);
    await town.moveClock(36 * DAY_MS);
    const asked = await sees(olena, /Обласна служба доріг[^]*Вони допомогли/);
    await olena.presses({ message: asked, label: 'Ще чекаю' });
    await sees(olena, /спитаю про/);
    expect((await reload(appeal)).status).toBe('forwarded');
    await olena.presses({ message: asked, label: 'Ні, не допомогли' });
    await sees(olena, /не допомогли[^]*знову в модераторів/);
    expect(await reload(appeal)).toMatchObject({ status: 'submitted', needsModerator: true });
    const alert = await sees(iryna, new RegExp(`${number}[^]*не допомогли[^]*Вирішити треба людині`));
    await iryna.presses({ message: alert, label: 'Передати' });
    await sees(iryna, /куди передати/);
    await iryna.says('Державна служба доріг');
    await sees(iryna, /Державна служба доріг[^]*Надіслати/);
    await iryna.presses('Надіслати');
    await sees(olena, /Державна служба доріг/);
    await olena.presses({ message: asked, label: 'Так, допомогли' });
    await sees(olena, /вже в іншому стані/);
    expect((await reload(appeal)).events.at(-1)?.type).toBe('appeal.forwarded');
  });
});
