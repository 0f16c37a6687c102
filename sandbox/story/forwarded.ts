import { files, resident } from './citizen';
import { office } from './office';
import type { Story } from './teller';

const HANNA = { firstName: 'Ганна', lastName: 'Лис', fullName: 'Лис Ганна Степанівна', residence: 'Садова, 3, кв. 1', phone: '+380671230000' }; // prettier-ignore
const ROAD = { words: 'погане покриття дороги, суцільні латки', category: 'Погане покриття дороги', address: 'Миру 40' }; // prettier-ignore

const DAY_MS = 24 * 3_600_000;

/** Not the city's: within five days it goes to who can help, and the citizen is asked later whether they did. */
export async function forwarded(story: Story) {
  const { town, voice, waitsUntil } = story;
  const hanna = voice(resident(story, HANNA));
  const moderator = office(story, town.iryna);

  const number = await files(hanna, HANNA, ROAD);
  const passedAt = town.now();
  await moderator.forwards(number, 'Обласна служба доріг: ця дорога на її балансі');
  await hanna.sees(/Обласна служба доріг/);
  return {
    number,
    /** After the others' days have passed. */
    ends: async () => {
      await waitsUntil(new Date(passedAt.getTime() + 36 * DAY_MS));
      const asked = await hanna.sees(/Вони допомогли\?/);
      await hanna.presses('Так, допомогли', /записую/, asked);
    },
  };
}
