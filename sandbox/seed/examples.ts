import { playDepartments } from './departments';
import { office, type Desk } from './office';
import { hearsOfDelay, isPleased, submits, type Matter } from './resident';
import type { Scene } from './watch';

const BENCH: Matter = { who: 'andrii', words: 'У дворі зламана лавка, сісти ніде', address: 'Шевченка, 38' };
const POTHOLE: Matter = { who: 'andrii', words: 'Велика яма на дорозі, машини об’їжджають по зустрічній', address: 'Шевченка, 40', photo: 'pothole' }; // prettier-ignore
const SAME_POTHOLE: Matter = { who: 'olena', words: 'Яма на дорозі перед будинком', address: 'Шевченка, 40', joins: true }; // prettier-ignore
const BINS: Matter = { who: 'maria', words: 'Тиждень не вивозять сміття, баки переповнені', address: 'Садова, 27', photo: 'bins' }; // prettier-ignore
const LAMP: Matter = { who: 'john', words: 'The street light near the dormitory does not work', address: 'Університетська, 5' }; // prettier-ignore
const ROAD: Matter = { who: 'olena', words: 'Погане покриття дороги на виїзді з міста, суцільні латки', address: 'Миру, 40' }; // prettier-ignore
const GRASS: Matter = {
  who: 'maria',
  words: 'У сквері не косять траву, дітям ніде гуляти',
  address: 'Садова, 29',
};

const LATE_MS = 16 * 24 * 3_600_000;
const DAYS_AHEAD_MS = 12 * 24 * 3_600_000;

/** «7 грудня», so many days from now. */
const inDays = ({ telegram, timeZone }: Scene): string =>
  new Intl.DateTimeFormat('uk', { timeZone, day: 'numeric', month: 'long' }).format(
    new Date(telegram.now().getTime() + DAYS_AHEAD_MS),
  );

/** Appeals in different states, played as people would: through the bot, nothing is written past it. */
export async function playSeed(scene: Scene, say: (step: string) => void): Promise<void> {
  await playDepartments(scene, say);
  const { departments, group } = scene;
  const light: Desk = { group: departments.light, official: 'petro' };
  const roads: Desk = { group: departments.roads, official: 'iryna' };
  const others: Desk = { group, official: 'petro' };
  const { takes, answers, forwards } = office(scene);
  const submitsTwo = async (first: Matter, second: Matter) =>
    [await submits(scene, first), await submits(scene, second)] as const;

  const bench = await submits(scene, BENCH);
  await scene.moveClock(LATE_MS);
  await hearsOfDelay(scene, BENCH.who, bench);
  say(`overdue: ${bench}`);
  const [pothole, lamp, road, [bins, grass]] = await Promise.all([
    submits(scene, POTHOLE),
    submits(scene, LAMP),
    submits(scene, ROAD),
    submitsTwo(BINS, GRASS),
  ]);
  say(`joined to ${pothole}: ${await submits(scene, SAME_POTHOLE)}`);
  await takes(roads, pothole);
  say(`taken: ${pothole}`);
  await answers(light, lamp, {
    words: 'Лампу замовлено, поставимо, щойно привезуть.',
    plannedOn: inDays(scene),
  });
  say(`planned: ${lamp}`);
  await forwards(road, 'Обласна служба доріг: ця дорога на її балансі');
  say(`forwarded: ${road}`);
  await answers(others, bins, { words: 'Баки вивезли сьогодні зранку.' });
  say(`answered: ${bins}`);
  await answers(others, grass, { words: 'Траву скосили, дякуємо, що написали.' });
  await isPleased(scene, 'maria', grass);
  say(`closed: ${grass}`);
}
