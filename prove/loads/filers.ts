import type { Person } from '../../sandbox/fake-telegram/person';
import type { Town } from '../../sandbox/town';
import type { Stage } from '../promise';
import { recordScript, type, type Typed } from './pilot';

const WORDS = 'Третю добу не горить ліхтар біля будинку';

/** Who gave what, as the one who gave it knows. */
export interface Given {
  readonly personId: number;
  readonly phone: string;
  readonly pieces: readonly string[];
  readonly photos: number;
  /** Told to the end: there must be an appeal; else an open draft. */
  readonly isWhole: boolean;
}

export interface Filers {
  readonly script: readonly Typed[];
  /** Somebody new tells a whole appeal or the half of one, without waiting for anything; resolves to what was given. */
  file(): Promise<{ given: Given; updates: number }>;
}

const phoneOf = (index: number): string => `+38067${String(1_000_000 + index)}`;

const aPerson = (town: Town, index: number): Person =>
  town.telegram.person({
    ...{ firstName: 'Олена', lastName: 'Коваль', languageCode: 'uk' },
    phone: phoneOf(index),
  });

/** Citizens who type the same answers as the first of them did, each with words and photos of their own. */
export async function openFilers(town: Town, chanceOf: Stage['chanceOf'], mostPhotos = 9): Promise<Filers> {
  let count = 1;
  const script = await recordScript(town, aPerson(town, count), `${WORDS} 0`);
  const wordsAt = script.indexOf('words');
  return {
    script,
    file: async () => {
      const index = (count += 1);
      const person = aPerson(town, index);
      const chance = chanceOf(`person ${index}`);
      const pieces = [`${WORDS} ${index}`];
      const isWhole = chance() < 0.75;
      const told = isWhole
        ? script.length
        : wordsAt + 1 + Math.floor(chance() * (script.length - wordsAt - 2));
      for (const typed of script.slice(0, wordsAt + 1)) await type(person, typed, pieces[0]!);
      for (let more = Math.floor(chance() * 3); more > 0; more -= 1) {
        pieces.push(`Не горить ліхтар, ${index}-${more}`);
        await person.says(pieces.at(-1)!);
      }
      const photos = Math.floor(chance() * (mostPhotos + 1));
      const album = Array.from({ length: photos }, (_, photo) => ({ bytes: aPicture(index, photo) }));
      if (photos > 0) await person.sendsAlbum(album);
      for (const typed of script.slice(wordsAt + 1, told)) await type(person, typed, '');
      return {
        given: { personId: person.id, phone: phoneOf(index), pieces, photos, isWhole },
        updates: told + pieces.length - 1 + photos,
      };
    },
  };
}

/** A PNG header of its own: the fake looks no further. */
function aPicture(person: number, index: number): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(640, 16);
  bytes.writeUInt32BE(480, 20);
  bytes.writeUInt32BE(person, 24);
  bytes.writeUInt32BE(index, 28);
  return bytes;
}
