import fc from 'fast-check';
import { withoutPlace } from '../../domain/film-place';
import { box, filmWithPlace, PLACE, SEEN, track } from '../support/sample-films';

function cleaned(film: Buffer): Buffer {
  const kept = withoutPlace(film);
  if (typeof kept === 'string') throw new Error(kept);
  return Buffer.from(kept);
}

describe('a film', () => {
  it.each(['mp42', 'qt  ', ''])(
    'of brand «%s» keeps its size and what is seen, and loses its place',
    (brand) => {
      const film = filmWithPlace({ brand });
      const kept = cleaned(film);
      expect(film.includes(PLACE)).toBe(true);
      expect(kept).toHaveLength(film.length);
      expect(kept.includes(PLACE)).toBe(false);
      for (const type of [SEEN, 'moov', 'mvhd', 'stco', 'vide']) expect(kept.includes(type)).toBe(true);
      for (const type of ['udta', 'loci', '\xa9xyz', 'uuid', 'gps '])
        expect(kept.includes(type, 0, 'latin1')).toBe(false);
    },
  );

  it('is left as it is when it says nothing else', () => {
    const once = cleaned(filmWithPlace());
    expect(cleaned(once).equals(once)).toBe(true);
  });

  it.each([
    [
      'a box longer than the film',
      Buffer.concat([Buffer.from('\x7f\0\0\0udta', 'latin1'), Buffer.from(PLACE)]),
    ],
    ['a box of no size', Buffer.concat([Buffer.from('\0\0\0\x02udta', 'latin1'), Buffer.from(PLACE)])],
    ['a box to the end', Buffer.concat([Buffer.from('\0\0\0\0udta', 'latin1'), Buffer.from(PLACE)])],
    [
      'a long box',
      Buffer.concat([Buffer.from('\0\0\0\x01uuid\0\0\0\0\0\0\0\x22', 'latin1'), Buffer.from(PLACE)]),
    ],
    ['a few bytes', Buffer.from('xyz')],
  ])('loses what comes behind it: %s', (_what, behind) => {
    const film = filmWithPlace({ extra: [behind] });
    const kept = cleaned(film);
    expect(kept).toHaveLength(film.length);
    expect(kept.includes(PLACE)).toBe(false);
    expect(kept.includes('xyz')).toBe(false);
    expect(kept.includes(SEEN)).toBe(true);
  });

  it.each([
    ['whose tables are packed', box('moov', box('cmov', 'packed'))],
    [
      'in pieces with a track of something else',
      Buffer.concat([filmWithPlace(), box('moof', box('mfhd', 'head'))]),
    ],
  ])('%s cannot be cleaned', (_what, film) => {
    expect(withoutPlace(film)).toBe('unreadable');
  });

  const CHUNKS = [
    [0, [2, 3]],
    [8, [1, 4]],
    [14, [5]],
    [22, [5]],
  ] as const;

  it.each([
    ['of 32 bits', {}, '.....fgh.....n.....tuv.....B'],
    ['of 64 bits', { isWide: true }, '.....fgh.....n.....tuv.....B'],
    ['of samples of one size', { same: 2 }, '....efgh....mn..qrstuv..yzAB'],
  ])('loses the samples of its other tracks by a table %s, and no byte beside', (_what, written, left) => {
    const mdat = box('mdat', 'abcdefghijklmnopqrstuvwxyzAB');
    const chunks = CHUNKS.map(([from, sizes]) => [from + 8, sizes] as const);
    const film = Buffer.concat([mdat, box('moov', box('mvhd'), track('meta', chunks, written))]);
    expect(cleaned(film).toString('latin1', 8, mdat.length).replaceAll('\0', '.')).toBe(left);
  });

  it('has only what it needs, each box in its place', () => {
    const kept = (inside: readonly string[]) => inside.map((type) => box(type, 'kept'));
    const mdia = box('mdia', ...kept(['mdhd', 'minf', 'elng']), box('hdlr', '\0\0\0\0\0\0\0\0soun'));
    const moov = box('moov', ...kept(['mvhd', 'mvex', 'iods']), box('trak', ...kept(['tkhd', 'edts']), mdia));
    const film = Buffer.concat([
      ...kept(['ftyp', 'styp', 'mdat', 'moof', 'mfra', 'sidx', 'wide', 'pdin']),
      moov,
    ]);
    expect(cleaned(film).equals(film)).toBe(true);
    const asFree = Buffer.concat([film, box('free', '\0\0\0\0')]);
    expect(cleaned(Buffer.concat([film, box('Xtra', 'lost')])).equals(asFree)).toBe(true);
    const noSize = Buffer.from('\0\0\0\x05lostlost', 'latin1');
    const ofItsSize = Buffer.concat([film, box('free', '\0\0\0\0')]);
    expect(cleaned(Buffer.concat([film, noSize])).equals(ofItsSize)).toBe(true);
  });

  it('broken in any way keeps its size and ends the look', () => {
    const broken = fc.tuple(fc.nat(400), fc.uint8Array({ minLength: 1, maxLength: 9 }));
    fc.assert(
      fc.property(broken, ([at, bytes]) => {
        const film = filmWithPlace();
        film.set(bytes, Math.min(at, film.length - bytes.length));
        const kept = withoutPlace(film);
        expect(kept === 'unreadable' || kept.length === film.length).toBe(true);
      }),
    );
  });
});
