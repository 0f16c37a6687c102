import { createHash, randomBytes } from 'node:crypto';
import type { PhotoSize } from '@grammyjs/types';
import type { Arguments, Upload } from './arguments';
import { badRequest } from './refusal';

export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'video_note' | 'sticker';

export interface StoredFile {
  id: string;
  uniqueId: string;
  kind: FileKind;
  bytes: Buffer;
  name: string;
  mime: string;
  path: string;
  width: number;
  height: number;
}

const PREFIX: Record<FileKind, string> = {
  photo: 'AgACAgIAAxkBAA',
  document: 'BQACAgIAAxkBAA',
  voice: 'AwACAgIAAxkBAA',
  video: 'BAACAgIAAxkBAA',
  video_note: 'DQACAgIAAxkBAA',
  sticker: 'CAACAgIAAxkBAA',
};
const MIMES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
  ogg: 'audio/ogg',
  mp4: 'video/mp4',
  txt: 'text/plain',
  csv: 'text/csv',
};
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024;
const PHOTO_LIMIT = 10 * 1024 * 1024;

/** The bytes people and the bot have sent. */
export class Files {
  private readonly byId = new Map<string, StoredFile>();
  private readonly byPath = new Map<string, StoredFile>();
  private count = 0;

  keep(kind: FileKind, upload: Upload): StoredFile {
    const size = sizeOf(upload.bytes);
    const extension = size?.extension ?? (/\.[a-z0-9]{1,5}$/i.exec(upload.name)?.[0] ?? '.bin').slice(1);
    const file: StoredFile = {
      id: PREFIX[kind] + randomBytes(36).toString('base64url'),
      uniqueId: 'AQAD' + createHash('sha256').update(upload.bytes).digest('base64url').slice(0, 11),
      kind,
      bytes: upload.bytes,
      name: upload.name,
      mime: MIMES[extension.toLowerCase()] ?? upload.mime,
      path: `${kind}s/file_${this.count}.${extension}`,
      width: size?.width ?? 0,
      height: size?.height ?? 0,
    };
    this.count += 1;
    this.byId.set(file.id, file);
    this.byPath.set(file.path, file);
    return file;
  }

  find(id: string): StoredFile | undefined {
    return this.byId.get(id);
  }

  at(path: string): StoredFile | undefined {
    return this.byPath.get(path);
  }

  /** The file a call names by upload, `attach://` or file id. */
  fromCall(args: Arguments, value: string, wanted: { kind: FileKind; field: string }): StoredFile {
    const attached = value.startsWith('attach://') ? value.slice('attach://'.length) : wanted.field;
    const upload = args.uploads.get(attached);
    if (upload) return this.keepUpload(wanted.kind, upload);
    if (!value) throw badRequest(`there is no ${wanted.kind} in the request`);
    const known = this.byId.get(value);
    if (!known) throw badRequest('wrong file identifier/HTTP URL specified');
    if (known.kind !== wanted.kind) {
      throw badRequest(`can't use file of type ${title(known.kind)} as ${title(wanted.kind)}`);
    }
    return known;
  }

  private keepUpload(kind: FileKind, upload: Upload): StoredFile {
    if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
    if (kind !== 'photo') return this.keep(kind, upload);
    if (upload.bytes.length > PHOTO_LIMIT) throw badRequest('too big for a photo');
    const size = sizeOf(upload.bytes);
    if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
    const isThin = Math.max(size.width, size.height) > 20 * Math.min(size.width, size.height);
    if (size.width + size.height > 10_000 || isThin) throw badRequest('PHOTO_INVALID_DIMENSIONS');
    return this.keep(kind, upload);
  }
}

const title = (kind: FileKind) => kind[0]!.toUpperCase() + kind.slice(1);

/** A photo comes in several sizes, the largest last. */
export function photoSizes(file: StoredFile): PhotoSize[] {
  const shrink = Math.min(1, 90 / Math.max(file.width, file.height, 1));
  const small: PhotoSize = {
    file_id: file.id,
    file_unique_id: `${file.uniqueId}s`,
    width: Math.max(1, Math.round(file.width * shrink)),
    height: Math.max(1, Math.round(file.height * shrink)),
    file_size: file.bytes.length,
  };
  return [small, { ...small, file_unique_id: file.uniqueId, width: file.width, height: file.height }];
}

interface ImageSize {
  width: number;
  height: number;
  extension: 'png' | 'jpg' | 'webp' | 'gif';
}

/** Width and height read from the picture itself; nothing when it is no picture. */
export function sizeOf(bytes: Buffer): ImageSize | undefined {
  if (bytes.length < 24) return undefined;
  if (bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), extension: 'png' };
  }
  if (bytes.toString('latin1', 0, 4) === 'GIF8') {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8), extension: 'gif' };
  }
  if (bytes.toString('latin1', 8, 12) === 'WEBP') return { width: 512, height: 512, extension: 'webp' };
  return bytes.readUInt16BE(0) === 0xffd8 ? jpegSize(bytes) : undefined;
}

function jpegSize(bytes: Buffer): ImageSize | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), extension: 'jpg' };
    }
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
