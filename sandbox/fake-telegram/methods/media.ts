import type { Arguments } from '../arguments';
import { format, isRecord } from '../arguments';
import type { Fake } from '../fake';
import type { StoredFile } from '../files';
import { photoSizes } from '../files';
import { badRequest } from '../refusal';
import type { Content } from '../chat';
import { captionFields, checkCaption } from './texts';

type MediaKind = 'photo' | 'document' | 'voice' | 'video' | 'video_note';

interface Named {
  kind: MediaKind;
  value: string;
  field: string;
}

/** The fields a message has for the file it carries. */
export function readMedia(fake: Fake, args: Arguments, { kind, value, field }: Named): Content {
  return mediaFields(fake.files.fromCall(args, value, { kind, field }));
}

export function mediaFields(file: StoredFile): Content {
  const base = { file_id: file.id, file_unique_id: file.uniqueId, file_size: file.bytes.length };
  const named = { ...base, file_name: file.name, mime_type: file.mime };
  switch (file.kind) {
    case 'photo':
      return { photo: photoSizes(file) };
    case 'document':
      return { document: named };
    case 'voice':
      return { voice: { ...base, duration: 3, mime_type: file.mime } };
    case 'video':
      return { video: { ...named, width: 640, height: 480, duration: 5 } };
    case 'video_note':
      return { video_note: { ...base, length: 240, duration: 5 } };
    case 'sticker':
      return {
        sticker: {
          ...base,
          type: 'regular',
          width: 512,
          height: 512,
          is_animated: false,
          is_video: false,
          emoji: '👍',
        },
      };
  }
}

const ALBUM_KINDS = ['photo', 'video', 'document'] as const;

/** 2–10 items; documents do not mix with pictures. */
export function readAlbum(fake: Fake, args: Arguments): Content[] {
  const media = args.json('media', 'media');
  if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia');
  if (media.length < 2 || media.length > 10)
    throw badRequest('wrong number of messages in the album: expected 2-10');
  const kinds = new Set(media.map((item) => (isRecord(item) ? item['type'] : undefined)));
  if (kinds.has('document') && kinds.size > 1)
    throw badRequest("document can't be mixed with other media types");
  return media.map((item) => readAlbumItem(fake, args, item));
}

export function readAlbumItem(fake: Fake, args: Arguments, item: unknown): Content {
  if (!isRecord(item)) throw badRequest("can't parse InputMedia: expected an Object");
  const kind = ALBUM_KINDS.find((known) => known === item['type']);
  if (!kind) throw badRequest("can't use the media of the specified type in the album");
  const caption = format({
    text: asText(item['caption']),
    mode: asText(item['parse_mode']),
    entities: item['caption_entities'],
  });
  checkCaption(caption);
  const value = asText(item['media']);
  if (!value) throw badRequest("can't parse InputMedia: media not found");
  return { ...readMedia(fake, args, { kind, value, field: value }), ...captionFields(caption) };
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '');
