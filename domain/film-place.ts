/** A part of a film (ISO 14496-12): a name, and what it holds from `body` to `to`. */
interface Box {
  readonly type: string;
  readonly from: number;
  readonly body: number;
  readonly to: number;
}

/** What a film needs to be seen and heard, by where it stands; anything else may say where it was taken. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  film: ['ftyp', 'styp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'wide', 'pdin'],
  moov: ['mvhd', 'trak', 'mvex', 'iods'],
  trak: ['tkhd', 'edts', 'mdia'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
};
const SEEN_OR_HEARD = ['vide', 'soun'];
const HEADER = 8;
const LONG_HEADER = 16;

function boxAt(film: Buffer, from: number, end: number): Box {
  const said = end - from < HEADER ? 0 : film.readUInt32BE(from);
  const isLong = said === 1 && end - from >= LONG_HEADER;
  const header = isLong ? LONG_HEADER : HEADER;
  const size = isLong ? Number(film.readBigUInt64BE(from + HEADER)) : said || end - from;
  if (size < header) return { type: '', from, body: Math.min(from + HEADER, end), to: end };
  const type = film.toString('latin1', from + 4, from + HEADER);
  return { type, from, body: from + header, to: Math.min(from + size, end) };
}

function boxesIn(film: Buffer, { body, to }: Pick<Box, 'body' | 'to'>): Box[] {
  const boxes: Box[] = [];
  for (let at = body; at < to; at = boxes.at(-1)?.to ?? to) boxes.push(boxAt(film, at, to));
  return boxes;
}

const inside = (film: Buffer, box: Box, path: readonly string[]): Box | undefined =>
  path.reduce<Box | undefined>(
    (outer, type) => outer && boxesIn(film, outer).find((one) => one.type === type),
    box,
  );

/** It keeps its size, so that nothing else moves. */
function blank(film: Buffer, { type, from, body, to }: Box): void {
  film.fill(0, body, to);
  if (to - from < HEADER) return void film.fill(0, from, to);
  if (type === '') film.writeUInt32BE(to - from, from);
  film.write('free', from + 4, 'latin1');
}

/** A row of numbers in a table that begins `at` bytes into its box, with their count just before. */
function numbersIn(
  film: Buffer,
  box: Box | undefined,
  row: { at: number; step: number; offset?: number },
): number[] {
  const { at, step, offset = 0 } = row;
  if (!box || box.to - box.body < at) return [];
  const start = box.body + at;
  const length = Math.min(film.readUInt32BE(start - 4), Math.floor((box.to - start) / step));
  const isWide = box.type === 'co64';
  return Array.from({ length }, (_, index) => {
    const where = start + index * step + offset;
    return isWide ? Number(film.readBigUInt64BE(where)) : film.readUInt32BE(where);
  });
}

/** What a track that is neither picture nor sound has written among them: places may be there too. */
function blankSamples(film: Buffer, track: Box): void {
  const table = (type: string) => inside(film, track, ['mdia', 'minf', 'stbl', type]);
  const offsets = [
    ...numbersIn(film, table('stco'), { at: 8, step: 4 }),
    ...numbersIn(film, table('co64'), { at: 8, step: 8 }),
  ];
  const firsts = numbersIn(film, table('stsc'), { at: 8, step: 12 });
  const counts = numbersIn(film, table('stsc'), { at: 8, step: 12, offset: 4 });
  const sizes = table('stsz');
  const same = sizes && sizes.to - sizes.body >= HEADER ? film.readUInt32BE(sizes.body + 4) : 0;
  const each = same ? [] : numbersIn(film, sizes, { at: 12, step: 4 });
  let run = 0;
  let sample = 0;
  for (const [chunk, from] of offsets.entries()) {
    while ((firsts[run + 1] ?? Infinity) <= chunk + 1) run += 1;
    const count = counts[run] ?? 0;
    const size = same ? same * count : each.slice(sample, sample + count).reduce((sum, one) => sum + one, 0);
    sample += count;
    film.fill(0, Math.min(from, film.length), Math.min(from + size, film.length));
  }
}

function isSeenOrHeard(film: Buffer, track: Box): boolean {
  const handler = inside(film, track, ['mdia', 'hdlr']);
  return !!handler && SEEN_OR_HEARD.includes(film.toString('latin1', handler.body + 8, handler.body + 12));
}

function keepNeeded(film: Buffer, box: Box): void {
  for (const one of boxesIn(film, box)) {
    const isOther = one.type === 'trak' && !isSeenOrHeard(film, one);
    if (isOther) blankSamples(film, one);
    if (isOther || !NEEDED[box.type]?.includes(one.type)) blank(film, one);
    else if (one.type in NEEDED) keepNeeded(film, one);
  }
}

/**
 * An MP4 or QuickTime film of the same size with nothing in it but what is seen and heard: no place, no maker, no
 * title. `unreadable` when its tables are packed, or when it comes in pieces with a track of something else.
 */
export function withoutPlace(bytes: Uint8Array): Uint8Array | 'unreadable' {
  const film = Buffer.from(bytes);
  const whole = { type: 'film', from: 0, body: 0, to: film.length };
  const top = boxesIn(film, whole);
  const tracks = top.filter(({ type }) => type === 'moov').flatMap((moov) => boxesIn(film, moov));
  const isInPieces = top.some(({ type }) => type === 'moof');
  const hasOther = tracks.some((one) => one.type === 'trak' && !isSeenOrHeard(film, one));
  if (tracks.some(({ type }) => type === 'cmov') || (isInPieces && hasOther)) return 'unreadable';
  keepNeeded(film, whole);
  return film;
}
