import { inflateSync } from 'node:zlib';

const objectsOf = (pdf: Buffer): Map<number, Buffer> => {
  const source = pdf.toString('latin1');
  const found = [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(found.map(([, id, body]) => [Number(id), Buffer.from(body ?? '', 'latin1')]));
};

function streamOf(object: Buffer): string {
  const start = object.indexOf('stream\n') + 'stream\n'.length;
  const raw = object.subarray(start, object.lastIndexOf('\nendstream'));
  const isDeflated = object.subarray(0, start).includes('/FlateDecode');
  return (isDeflated ? inflateSync(raw) : raw).toString('latin1');
}

const fromHex = (hex: string): string =>
  Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');

/** What each glyph of a font stands for, from its ToUnicode map of ranges with lists. */
function lettersOf(cmap: string): string[] {
  const lists = [...cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)];
  const letters: string[] = [];
  for (const [, start = '0', list = ''] of lists)
    [...list.matchAll(/<([0-9a-f ]*)>/gi)].forEach(([, hex = ''], index) => {
      letters[parseInt(start, 16) + index] = fromHex(hex);
    });
  return letters;
}

/** The words of a PDF made by us, page by page, as a reader aloud would find them: through each font's own map. */
export function textOfPdf(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes));
  const text = (id: number): string => objects.get(id)?.toString('latin1') ?? '';
  const fonts = new Map<string, string[]>();
  const all = [...objects.keys()];
  for (const [, name = '', id = '0'] of all.flatMap((one) => [
    ...text(one).matchAll(/\/(F\d+) (\d+) 0 R/g),
  ])) {
    const map = /\/ToUnicode (\d+) 0 R/.exec(text(Number(id)))?.[1];
    if (map) fonts.set(name, lettersOf(streamOf(objects.get(Number(map))!)));
  }
  const contents = all.flatMap((one) =>
    /\/Type \/Page\b(?!s)/.test(text(one)) ? [Number(/\/Contents (\d+) 0 R/.exec(text(one))?.[1])] : [],
  );
  return contents.map((id) => wordsIn(streamOf(objects.get(id)!), fonts));
}

function wordsIn(content: string, fonts: ReadonlyMap<string, string[]>): string {
  let font: string[] = [];
  let words = '';
  for (const [, name, hex, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>|\b(ET)\b/g)) {
    if (name) font = fonts.get(name) ?? [];
    if (end) words += ' ';
    for (const glyph of hex?.match(/.{4}/g) ?? []) words += font[parseInt(glyph, 16)] ?? '';
  }
  return words.replace(/\s+/g, ' ').trim();
}
