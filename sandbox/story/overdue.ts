import { files, resident } from './citizen';
import { office } from './office';
import { appealOf } from './record';
import type { Story } from './teller';

const STEPAN = { firstName: 'Степан', lastName: 'Гнатюк', fullName: 'Гнатюк Степан Якович', residence: 'Шевченка, 40, кв. 2', phone: '+380661234567' }; // prettier-ignore
const PAVEMENT = { words: 'яма на дорозі перед школою', category: 'Яма на дорозі', address: 'Шевченка 40' };

const DAY_MS = 24 * 3_600_000;
/** Ten in the morning of the next day, when notices may go out. */
const morningAfter = (at: Date): Date => {
  const day = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Kyiv' }).format(
    new Date(at.getTime() + DAY_MS),
  );
  return new Date(`${day}T10:00:00+02:00`);
};

/** Nobody takes it in time: it climbs, the citizen hears why, the term grows by the law, a day is promised and kept. */
export async function overdue(story: Story): Promise<string> {
  const { town, voice, waitsUntil } = story;
  const stepan = voice(resident(story, STEPAN));
  const controller = voice(town.iryna);
  const roads = office(story, town.petro);

  const number = await files(stepan, STEPAN, PAVEMENT);
  await roads.cardOf(number, /не взято/);
  const { dueAt } = await appealOf(town, number);
  await waitsUntil(morningAfter(dueAt));
  const late = await roads.sees(new RegExp(`${number}[^]*Строк минув`));
  await stepan.sees(/мала бути до[^]*її ще немає/);
  await roads.writes(late, 'Пояснити затримку', 'Чекаємо на гарячий асфальт.');
  await stepan.sees(/Чекаємо на гарячий асфальт/);
  await roads.asksForTime(late, 'Завод відвантажить асфальт за тиждень.');
  const wish = await controller.sees(/просить продовжити строк/);
  await controller.taps('Продовжити', wish, /продовжено/);
  await stepan.sees(/строк продовжено до[^]*асфальт за тиждень/);
  const card = await roads.takes(number);
  await roads.answers(card, 'Заасфальтуємо всю проїжджу частину.', 'Заплановано', '21 грудня');
  await stepan.sees(/Заплановано на 21 грудня/);
  await waitsUntil(new Date('2026-12-21T10:00:00+02:00'));
  const asked = await stepan.sees(/На 21 грудня роботи планує[^]*Уже зроблено/);
  await stepan.presses('Так, зроблено', /оцінюєте/, asked);
  return number;
}
