/** Why we hold no copy of an attachment; the original stays with the messenger. */
export const NO_COPY = ['gone', 'too_big', 'unsafe', 'too_many_pixels', 'unreadable', 'empty'] as const;
export type NoCopy = (typeof NO_COPY)[number];

export const noCopyIn = (copyId: string): NoCopy | undefined => NO_COPY.find((word) => word === copyId);

const HEAD = 4096;
const UNKNOWN = 'application/octet-stream';

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['GIF8', 'image/gif'],
  ['II*\0', 'image/tiff'],
  ['MM\0*', 'image/tiff'],
  ['\xff\x0a', 'image/jxl'],
  ['\0\0\0\x0cJXL ', 'image/jxl'],
  ['\0\0\0\x0cjP  ', 'image/jp2'],
  ['8BPS', 'image/vnd.adobe.photoshop'],
  ['FUJIFILMCCD-RAW', 'image/x-fuji-raf'],
  ['%PDF-', 'application/pdf'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/x-ole-storage'],
  ['{\\rtf', 'application/rtf'],
  ['OggS', 'audio/ogg'],
  ['ID3', 'audio/mpeg'],
  ['7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  ['Rar!', 'application/vnd.rar'],
  ['\x7fELF', 'application/x-executable'],
  ['MZ', 'application/x-executable'],
  ['\xfe\xed\xfa\xce', 'application/x-executable'],
  ['\xfe\xed\xfa\xcf', 'application/x-executable'],
  ['\xce\xfa\xed\xfe', 'application/x-executable'],
  ['\xcf\xfa\xed\xfe', 'application/x-executable'],
  ['\xca\xfe\xba\xbe', 'application/x-executable'],
  ['dex\n', 'application/x-executable'],
  ['L\0\0\0\x01\x14\x02\0', 'application/x-executable'],
  ['#!', 'application/x-executable'],
];

const IN_ZIP: readonly (readonly [string, string])[] = [
  ['META-INF/MANIFEST.MF', 'application/java-archive'],
  ['AndroidManifest.xml', 'application/java-archive'],
  ['classes.dex', 'application/java-archive'],
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['mimetypeapplication/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
];

const STILL_BRANDS = /^(heic|heix|heim|heis|hevc|hevx|mif1|msf1|avif|avis|crx )$/;

/** What a film of QuickTime begins with when it does not say what it is. */
const QUICKTIME = /^\0[^]{3}(moov|mdat|wide|free|skip|pnot)/;

const latin1 = (bytes: Uint8Array, end = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(end, bytes.length)).toString('latin1');

function inContainer(head: string, bytes: Uint8Array): string | undefined {
  if (head.startsWith('RIFF')) return head.slice(8, 12) === 'WEBP' ? 'image/webp' : 'video/x-riff';
  if (head.slice(4, 8) === 'ftyp') return STILL_BRANDS.test(head.slice(8, 12)) ? 'image/heic' : 'video/mp4';
  if (QUICKTIME.test(head)) return 'video/quicktime';
  if (!head.startsWith('PK\x03\x04')) return undefined;
  const all = latin1(bytes);
  return IN_ZIP.find(([name]) => all.includes(name))?.[1] ?? 'application/zip';
}

const isUnprintable = (char: string): boolean => char < ' ' && !'\t\n\v\f\r\x1b'.includes(char);

/** Text in any of its encodings; a drawing or a page in it may run, whatever the name says. */
function asText(head: string): string {
  const words = head.replaceAll('\0', '').toLowerCase();
  if (/<(\w+:)?svg[\s>:/]/.test(words)) return 'image/svg+xml';
  if (/<!doctype html|<(html|script)[\s>/]/.test(words)) return 'text/html';
  const isWide = head.startsWith('\xff\xfe') || head.startsWith('\xfe\xff');
  return isWide || ![...head].some(isUnprintable) ? 'text/plain' : UNKNOWN;
}

/** What a file is by its content; what its sender calls it does not count. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = latin1(bytes, HEAD);
  if (head === '') return UNKNOWN;
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature));
  return known?.[1] ?? inContainer(head, bytes) ?? asText(head);
}

const UNSAFE = ['application/x-executable', 'application/java-archive', 'image/svg+xml', 'text/html'];

/** It may run on the machine of whoever opens it. */
export const isUnsafe = (mediaType: string): boolean => UNSAFE.includes(mediaType);

/** We can make a picture of it that tells nothing but what it shows. */
export const isCleanable = (mediaType: string): boolean =>
  ['image/jpeg', 'image/png', 'image/webp'].includes(mediaType);

/** A film we can take the place out of. */
export const isFilm = (mediaType: string): boolean => ['video/mp4', 'video/quicktime'].includes(mediaType);

/** What a sender says of a file. */
interface Declared {
  readonly kind: string;
  readonly name?: string;
  readonly mediaType?: string;
  readonly sizeBytes?: number;
}

/** No messenger of ours hands over more. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

const PROGRAM = /\.(exe|msi|bat|cmd|com|scr|ps1|vbs|jse?|jar|apk|sh|dll|lnk|html?|svgz?)$/i;
const UNREADABLE = /\.(heic|heif|avif|tiff?|dng|cr[23]|nef|arw)$/i;
const UNREADABLE_TYPE = /^image\/(heic|heif|avif|tiff|x-)/;

/** Why a file cannot be taken at all, by what is said of it; what it truly is shows later. */
export function fileRefusal(file: Declared): 'too_big' | 'empty' | 'program' | 'as_photo' | undefined {
  const { kind, name = '', mediaType = '', sizeBytes = 1 } = file;
  if (sizeBytes > MAX_FILE_BYTES) return 'too_big';
  if (sizeBytes === 0) return 'empty';
  if (kind !== 'document') return undefined;
  if (PROGRAM.test(name) || mediaType === 'image/svg+xml') return 'program';
  return UNREADABLE.test(name) || UNREADABLE_TYPE.test(mediaType) ? 'as_photo' : undefined;
}
