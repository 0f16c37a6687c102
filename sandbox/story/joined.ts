import { agrees, files, objects, resident } from './citizen';
import { office } from './office';
import type { Story } from './teller';

const ANDRII = { firstName: 'Андрій', lastName: 'Мельник', fullName: 'Мельник Андрій Іванович', residence: 'Садова, 27, кв. 12', phone: '+380502223344' }; // prettier-ignore
const MARIIA = { firstName: 'Марія', lastName: 'Шевчук', fullName: 'Шевчук Марія Олегівна', residence: 'Садова, 27, кв. 3', phone: '+380933334455' }; // prettier-ignore
const PIT = { words: 'велика яма на дорозі біля будинку', category: 'Яма на дорозі', address: 'Садова 27' };
const SAME_PIT = { ...PIT, words: 'яма на дорозі, машини об’їжджають двором', joins: true };

/** Two people, one pit, two numbers: each judges the answer for themselves. */
export async function joined(story: Story): Promise<{ lead: string; joiner: string }> {
  const { town, voice } = story;
  const andrii = voice(resident(story, ANDRII));
  const mariia = voice(resident(story, MARIIA));
  const roads = office(story, town.petro);

  const lead = await files(andrii, ANDRII, PIT);
  const joiner = await files(mariia, MARIIA, SAME_PIT);
  const card = await roads.cardOf(lead, /Приєдналася ще 1 людина/);
  await roads.answers(card, 'Яму засипали щебенем.');
  await objects(mariia, 'від мого під’їзду яма лишилася');
  const objection = await roads.sees(new RegExp(`${joiner}[^]*не вирішено`));
  await voice(town.iryna).sees(new RegExp(`${joiner}[^]*доопрацювання`));
  await agrees(andrii, 4);
  await roads.answers(objection, 'Засипали і з боку другого під’їзду.');
  await agrees(mariia, 5);
  return { lead, joiner };
}
