import sharp from 'sharp';
import { LONGEST_SIDE, SharpPictures } from '../../infra/pictures';
import { sharesPicture } from '../../domain/near-duplicates';
import { aPhoto } from '../support/builders';
import {
  CAMERA,
  ELF,
  hugePng,
  photoWithGps,
  png,
  scenery,
  truncatedJpeg,
  webp,
} from '../support/sample-files';

const pictures = new SharpPictures();
const cleaned = async (bytes: Buffer): Promise<Buffer> => {
  const made = await pictures.clean(bytes);
  if (typeof made === 'string') throw new Error(made);
  return Buffer.from(made);
};

describe('a cleaned picture', () => {
  it('is turned upright and says nothing about where and with what it was taken', async () => {
    const original = await photoWithGps(60, 40);
    expect(original.includes(CAMERA)).toBe(true);
    expect(original.includes('Exif')).toBe(true);
    const made = await cleaned(original);
    expect(made.includes(CAMERA)).toBe(false);
    expect(made.includes('Exif')).toBe(false);
    const facts = await sharp(made).metadata();
    expect(facts).toMatchObject({ format: 'jpeg', width: 40, height: 60 });
    expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is shrunk to a sensible size, never enlarged', async () => {
    const large = await sharp(await cleaned(await photoWithGps(5000, 2500))).metadata();
    expect([large.width, large.height]).toEqual([LONGEST_SIDE / 2, LONGEST_SIDE]);
    const small = await sharp(await cleaned(await webp())).metadata();
    expect([small.width, small.height]).toEqual([20, 10]);
  });

  it('stands on white where it was see-through', async () => {
    const { data } = await sharp(await cleaned(await png()))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeGreaterThan(250);
  });
});

describe('no picture', () => {
  it('is made of more than 40 megapixels', async () => {
    expect(await pictures.clean(hugePng())).toBe('too_many_pixels');
  });

  it.each([
    ['half a photo', truncatedJpeg],
    ['a program', () => Promise.resolve(ELF)],
    ['nothing', () => Promise.resolve(Buffer.alloc(0))],
  ])('is made of %s', async (_what, bytes) => {
    expect(await pictures.clean(await bytes())).toBe('unreadable');
  });
});

describe('the look of a picture', () => {
  it('stays when it is written anew, and differs from that of another', async () => {
    const [one, again, other] = await Promise.all([scenery(1, 95), scenery(1, 30), scenery(2, 95)]);
    const photo = (id: string, look: string | undefined) => aPhoto(id, look ? { look } : {});
    const looks = await Promise.all([one, again, other].map((bytes) => pictures.look(bytes)));
    const [a, b, c] = looks.map((look, index) => photo(String(index), look));
    expect(looks[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(sharesPicture([a!], [b!])).toBe(true);
    expect(sharesPicture([a!], [c!])).toBe(false);
  });

  it('is none for a picture of nothing', async () => {
    expect(await pictures.look(await png())).toBeUndefined();
  });
});
