import { agrees, files, objects, resident } from './citizen';
import { office } from './office';
import type { Story } from './teller';

const OLENA = { firstName: 'Олена', lastName: 'Коваль', fullName: 'Коваль Олена Петрівна', residence: 'Миру, 18, кв. 5', phone: '+380671112233' }; // prettier-ignore
const LAMP = { words: 'третя доба не горить ліхтар біля під’їзду, темно страшно ходити', category: 'Не горить ліхтар', address: 'Миру 18', photo: 'отой ліхтар' }; // prettier-ignore

/** From the first word to five stars: a question, an answer that is not so, one that is. */
export async function solved(story: Story): Promise<string> {
  const { town, voice } = story;
  const olena = voice(resident(story, OLENA));
  const light = office(story, town.petro);
  const controller = voice(town.iryna);

  const number = await files(olena, OLENA, LAMP);
  const card = await light.takes(number);
  await olena.sees(/працює/);
  await light.writes(card, 'Запитати', 'З якого боку будинку ліхтар?');
  await olena.says('з боку дитячого майданчика', /Надіслати\?/, await olena.sees(/запитує/));
  await olena.presses('Надіслати', /Додано до звернення/);
  await light.sees(/Заявник доповнив/);
  await light.answers(card, 'Лампу замінено 23 листопада.');
  await objects(olena, 'увечері знову темно, ліхтар не горить');
  await light.sees(/не вирішено/);
  await controller.sees(new RegExp(`${number}[^]*доопрацювання`));
  await light.answers(card, 'Замінено ще й реле, увечері перевірили: горить.');
  await agrees(olena, 5);
  await light.sees(/Оцінка заявника: 5/);
  return number;
}
