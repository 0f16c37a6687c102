import type { Upload } from './arguments';
import { format } from './arguments';
import type { Content } from './chat';
import type { FileKind, Files } from './files';
import { mediaFields } from './methods/media';
import { samplePicture } from './picture';

export interface SentFile {
  bytes?: Buffer;
  name?: string;
  mime?: string;
  caption?: string;
}

let pictures = 0;

/** What a message with this file holds; without bytes of its own it gets a sample. */
export function fileContent(files: Files, kind: FileKind, file: SentFile): Content {
  pictures += 1;
  const caption = format({ text: file.caption ?? '', mode: '', entities: undefined });
  const upload: Upload = { ...SAMPLES[kind](), ...definedOf(file) };
  return {
    ...mediaFields(files.keep(kind, upload)),
    ...(caption.text && { caption: caption.text }),
    ...(caption.entities.length > 0 && { caption_entities: caption.entities }),
  };
}

/** No two recordings are the same. */
const recorded = (head: string): Buffer => Buffer.from(`${head}sample ${pictures}`);

const SAMPLES: Record<FileKind, () => Upload> = {
  photo: () => ({ name: 'photo.jpg', mime: 'image/jpeg', bytes: samplePicture(pictures) }),
  document: () => ({ name: 'лист.pdf', mime: 'application/pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF\n') }),
  voice: () => ({ name: 'voice.ogg', mime: 'audio/ogg', bytes: recorded('OggS\0') }),
  video: () => ({ name: 'video.mp4', mime: 'video/mp4', bytes: recorded('\0\0\0\x18ftypmp42') }),
  video_note: () => ({ name: 'note.mp4', mime: 'video/mp4', bytes: recorded('\0\0\0\x18ftypmp42') }),
  sticker: () => ({
    name: 'sticker.webp',
    mime: 'image/webp',
    bytes: Buffer.from('RIFF\0\0\0\0WEBPVP8 sample----'),
  }),
};

function definedOf({ bytes, name, mime }: SentFile): Partial<Upload> {
  return { ...(bytes && { bytes }), ...(name && { name }), ...(mime && { mime }) };
}
