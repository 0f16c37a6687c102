import sharp from 'sharp';
import { LONGEST_SIDE, SharpPictures } from '../../infra/pictures';
import { CAMERA, ELF, hugePng, photoWithGps, png, truncatedJpeg, webp } from '../support/sample-files';

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
