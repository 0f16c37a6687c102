/** A secret a film must not tell: where it was taken. */
export const PLACE = '+50.4501+030.5234/';
export const SEEN = 'what is seen';

const word = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

export function box(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
  );
  return Buffer.concat([word(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

/** One chunk of samples of these sizes at this offset of the file. */
function track(
  handler: string,
  offset: number,
  sizes: readonly number[],
  ...more: readonly Buffer[]
): Buffer {
  const stbl = box(
    'stbl',
    box('stsc', word(0), word(1), word(1), word(sizes.length), word(1)),
    box('stsz', word(0), word(0), word(sizes.length), ...sizes.map(word)),
    box('stco', word(0), word(1), word(offset)),
  );
  const mdia = box('mdia', box('mdhd', 'time'), box('hdlr', word(0), word(0), handler), box('minf', stbl));
  return box('trak', box('tkhd', 'head'), mdia, ...more);
}

/** Says where it was taken in every place where phones and cameras say so. */
export function filmWithPlace({
  brand = 'mp42',
  extra = [],
}: { brand?: string; extra?: Buffer[] } = {}): Buffer {
  const start = brand === '' ? box('wide') : box('ftyp', brand, word(0));
  const samples = box('mdat', SEEN, PLACE);
  const seenAt = start.length + 8;
  const place = (type: string) => box(type, word(0), PLACE);
  const moov = box(
    'moov',
    box('mvhd', 'head'),
    track('vide', seenAt, [SEEN.length], box('udta', place('\xa9xyz'))),
    track('meta', seenAt + SEEN.length, [10, PLACE.length - 10]),
    box('udta', place('\xa9xyz'), place('loci'), box('meta', PLACE)),
    ...[place('meta'), place('gps ')],
  );
  return Buffer.concat([start, samples, moov, place('uuid'), place('free'), place('udta'), ...extra]);
}
