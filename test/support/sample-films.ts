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

/** Where each chunk of a track begins in the file, and the sizes of its samples. */
export type Chunks = readonly (readonly [at: number, sizes: readonly number[]])[];

/** How a track writes down where its samples are. */
export interface Written {
  /** With offsets of 64 bits. */
  readonly isWide?: boolean;
  /** Every sample has this size. */
  readonly same?: number;
}

function samplesOf(chunks: Chunks, { isWide, same }: Written): Buffer {
  const sizes = same ? [] : chunks.flatMap(([, each]) => each);
  const runs = chunks.flatMap(([, each], index) =>
    chunks[index - 1]?.[1].length === each.length ? [] : [index + 1, each.length, 1],
  );
  const offsets = chunks.flatMap(([at]) => (isWide ? [0, at] : [at]));
  return box(
    'stbl',
    box('stsc', ...[0, runs.length / 3, ...runs].map(word)),
    box('stsz', ...[0, same ?? 0, sizes.length, ...sizes].map(word)),
    box(isWide ? 'co64' : 'stco', ...[0, chunks.length, ...offsets].map(word)),
  );
}

export function track(handler: string, chunks: Chunks, written: Written & { more?: Buffer[] } = {}): Buffer {
  const minf = box('minf', samplesOf(chunks, written));
  const mdia = box('mdia', box('mdhd', 'time'), box('hdlr', word(0), word(0), handler), minf);
  return box('trak', box('tkhd', 'head'), mdia, ...(written.more ?? []));
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
    track('vide', [[seenAt, [SEEN.length]]], { more: [box('udta', place('\xa9xyz'))] }),
    track('meta', [[seenAt + SEEN.length, [10, PLACE.length - 10]]]),
    box('udta', place('\xa9xyz'), place('loci'), box('meta', PLACE)),
    ...[place('meta'), place('gps ')],
  );
  return Buffer.concat([start, samples, moov, place('uuid'), place('free'), place('udta'), ...extra]);
}
