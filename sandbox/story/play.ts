import type { Town } from '../town';
import { forwarded } from './forwarded';
import { joined } from './joined';
import { overdue } from './overdue';
import { missing, type Expected } from './record';
import { solved } from './solved';
import { storyteller } from './teller';

/** Five appeals of five people, over the Bot API; with a port the officials work over HTTP. Resolves to what is missing in their records. */
export async function playStory(
  town: Town,
  tell: (line: string) => void,
  staffApiPort?: number,
): Promise<string[]> {
  const story = storyteller(town, tell, staffApiPort);
  story.chapter('Вирішено з другого разу');
  for (const colleague of [town.petro, town.iryna]) await story.voice(colleague).says('/start', /Відгук/);
  const lamp = await solved(story);
  story.chapter('Двоє про одне');
  const { lead, joiner } = await joined(story);
  story.chapter('Не міське');
  const road = await forwarded(story);
  story.chapter('Із запізненням');
  const late = await overdue(story);
  story.chapter('Чи допомогли');
  await road.ends();

  const expected: Expected[] = [
    { number: lamp, status: 'closed', stars: 5, files: 1, events: ['submitted', 'taken', 'details_asked', 'detail_added', 'answered', 'returned_for_rework', 'answered', 'confirmed', 'rated'] }, // prettier-ignore
    { number: lead, status: 'closed', stars: 4, events: ['submitted', 'joined', 'answered', 'confirmed', 'rated'] }, // prettier-ignore
    { number: joiner, status: 'closed', stars: 5, events: ['submitted', 'answered', 'returned_for_rework', 'answered', 'confirmed', 'rated'] }, // prettier-ignore
    { number: road.number, status: 'forwarded', events: ['submitted', 'forwarded', 'helped'] },
    { number: late, status: 'closed', events: ['submitted', 'delay_explained', 'extension_asked', 'extended', 'taken', 'answered', 'confirmed'] }, // prettier-ignore
  ];
  return (await Promise.all(expected.map((one) => missing(town, one)))).flat();
}
