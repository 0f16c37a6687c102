import sharp from 'sharp';
import { fileRefusal } from '../../domain/files';
import { SharpPictures } from '../../infra/pictures';
import { cleanFile } from '../../use-cases/clean-file';
import {
  CAMERA,
  ELF,
  hugePng,
  PDF,
  PE,
  photoWithGps,
  png,
  SVG,
  truncatedJpeg,
} from '../support/sample-files';

import { filmWithPlace, PLACE, SEEN } from '../support/sample-films';

const pictures = new SharpPictures();
const clean = (bytes: Uint8Array, declared?: string) => cleanFile({ pictures }, bytes, declared);
const words = (text: string) => Buffer.from(text, 'latin1');

const SMUGGLED = 'PK\x03\x04 smuggled <script>alert(1)</script>';
const drawn = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } }).withExif({
    IFD0: { Make: CAMERA },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1' },
  });

/** Pictures with more in them than a picture, by what they are called. */
const PICTURES: readonly (readonly [string, () => Promise<Buffer>])[] = [
  ['a PNG with an archive behind it', async () => Buffer.concat([await png(), words(SMUGGLED)])],
  ['a JPEG with an archive behind it', async () => Buffer.concat([await photoWithGps(), words(SMUGGLED)])],
  ['a JPEG that says where it was taken', () => photoWithGps()],
  ['a PNG that says where it was taken', () => drawn().png().toBuffer()],
  ['a WebP that says where it was taken', () => drawn().webp().toBuffer()],
];

/** What is no picture, or no harmless one, and why none of it is kept. */
const NOT_KEPT: readonly (readonly [string, () => Promise<Buffer> | Buffer, string, string?])[] = [
  ['a program called a photo', () => PE, 'unsafe', 'image/jpeg'],
  ['a program of Linux', () => ELF, 'unsafe'],
  ['a drawing that runs', () => SVG, 'unsafe', 'image/png'],
  ['a page called a text', () => words(' <!doctype html><script>1</script>'), 'unsafe', 'text/plain'],
  ['a GIF that is a script too', () => words('GIF89a/*\0\0*/=1;alert(1)//'), 'unreadable'],
  ['a HEIC that may say where it was taken', () => words('\0\0\0\x18ftypheic\0\0\0\0'), 'unreadable'],
  ['words called a photo', () => words('GPS 50.45'), 'unreadable', 'image/jpeg'],
  ['half a photo', truncatedJpeg, 'unreadable'],
  ['41 megapixels in a few kilobytes', hugePng, 'too_many_pixels'],
  ['nothing', () => Buffer.alloc(0), 'empty'],
];

/** Films say where they were taken too. */
const FILMS = [
  ['an MP4 sent as a file', 'mp42', 'video/mp4'],
  ['a film of a phone by Apple', 'qt  ', 'video/mp4'],
  ['a QuickTime film that does not say so', '', 'video/quicktime'],
] as const;

describe('what people hand in', () => {
  it.each(FILMS)('loses its place and keeps what is seen: %s', async (_what, brand, mediaType) => {
    const film = filmWithPlace({ brand });
    const kept = await clean(film, 'application/octet-stream');
    if (typeof kept === 'string') throw new Error(kept);
    expect(kept.mediaType).toBe(mediaType);
    expect([film, Buffer.from(kept.bytes)].map((bytes) => bytes.includes(PLACE))).toEqual([true, false]);
    expect(Buffer.from(kept.bytes).includes(SEEN)).toBe(true);
  });

  it.each(PICTURES)('is written anew with nothing but its pixels: %s', async (_what, make) => {
    const kept = await clean(await make());
    if (typeof kept === 'string') throw new Error(kept);
    const bytes = Buffer.from(kept.bytes);
    expect(kept.mediaType).toBe('image/jpeg');
    for (const hidden of [CAMERA, 'Exif', 'GPS', 'smuggled', 'PK\x03\x04'])
      expect(bytes.includes(hidden, 0, 'latin1')).toBe(false);
  });

  it('has something to hide in each of these before', async () => {
    for (const [, make] of PICTURES) {
      const bytes = await make();
      expect(bytes.includes(CAMERA) || bytes.includes('smuggled')).toBe(true);
    }
  });

  it.each(NOT_KEPT.map(([what, make, why, declared]) => ({ what, make, why, declared })))(
    'is not kept: $what',
    async ({ make, why, declared }) => {
      expect(await clean(await make(), declared)).toBe(why);
    },
  );

  it.each([
    ['too_big', { kind: 'video', sizeBytes: 20 * 1024 * 1024 + 1 }],
    ['empty', { kind: 'document', sizeBytes: 0 }],
    ['program', { kind: 'document', name: 'заява.pdf.exe', mediaType: 'application/pdf' }],
    ['program', { kind: 'document', name: 'рахунок.html' }],
  ])('is refused before it is fetched, as %s: %j', (why, declared) => {
    expect(fileRefusal(declared)).toBe(why);
  });

  it('stays as it is when it is a document, whatever its name', async () => {
    expect(await clean(PDF)).toEqual({ bytes: PDF, mediaType: 'application/pdf' });
  });
});
