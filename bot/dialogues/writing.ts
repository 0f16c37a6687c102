import type { Attachment, Piece } from '../../domain/appeal';
import type { Fields } from '../../domain/draft';
import type { Place } from '../../domain/place';
import { fileRefusal } from '../../domain/files';
import { hasWords, MAX_FILES, MAX_TEXT } from '../../domain/saying';
import type { SentFile } from '../../messengers/messenger';
import type { Accepted, Input } from '../dialogue';

export const piecesOf = (fields: Fields): readonly Piece[] => (fields.pieces as Piece[] | undefined) ?? [];
export const filesOf = (fields: Fields): readonly Attachment[] =>
  (fields.files as Attachment[] | undefined) ?? [];
/** The place, where there is one. */
export const placeIn = ({ place }: Fields) => (place ? { place: place as Place } : {});
export const writtenIn = (fields: Fields): string =>
  piecesOf(fields)
    .map(({ text }) => text)
    .join('\n');

const toAttachment = (file: SentFile, messenger: string): Attachment => ({
  id: file.uniqueId,
  kind: file.kind,
  messenger,
  fileId: file.fileId,
  ...(file.name && { name: file.name }),
  ...(file.mediaType && { mediaType: file.mediaType }),
  ...(file.sizeBytes && { sizeBytes: file.sizeBytes }),
});

/** Another place or category may have other appeals nearby: joining is offered anew, also at the review. */
export const joiningAnew = ({ filesDone }: Fields) => ({ join: undefined, isJoinAsked: filesDone });

/** The answer given, said once more above the next question. */
export const chosen = (answer: string) => ({ remark: 'remark-chosen', args: { answer } });

/** Adds words to what is written. Refuses what has no words and what would be too long; what stood stays. */
export function addPiece(fields: Fields, piece: Piece): Accepted {
  const text = piece.text.trim();
  if (!hasWords(text)) return { refusal: 'refusal-say-in-words' };
  if (writtenIn(fields).length + text.length > MAX_TEXT) return { refusal: 'refusal-text-too-long' };
  const others = piecesOf(fields).filter(({ messageId }) => messageId !== piece.messageId);
  return { set: { pieces: [...others, { messageId: piece.messageId, text }] } };
}

/** Words that came with a file stay, whatever becomes of it. */
const notTaken = (key: string, set: Fields): Accepted =>
  Object.keys(set).length > 0 ? { set, remark: key } : { refusal: key };

/** Adds a photo or document, once each, up to the limit; its caption joins the words. */
export function addFile(fields: Fields, input: Input & { kind: 'file' }, messenger: string): Accepted {
  const files = filesOf(fields);
  const captioned = input.caption
    ? addPiece(fields, { messageId: input.messageId, text: input.caption })
    : { set: {} };
  const set = 'set' in captioned ? captioned.set : {};
  const why = fileRefusal(input.file);
  if (why) return notTaken(`refusal-file-${why}`, set);
  if (files.some(({ id }) => id === input.file.uniqueId)) return { set };
  if (files.length >= MAX_FILES) return { refusal: 'refusal-too-many-files', args: { max: MAX_FILES } };
  return { set: { ...set, files: [...files, toAttachment(input.file, messenger)] } };
}

/** Words, photos and documents join what is being written; anything else is refused with `refusal`. */
export function addWritten(fields: Fields, input: Input, messenger: string, refusal: string): Accepted {
  if (input.kind === 'text') return addPiece(fields, { messageId: input.messageId, text: input.text });
  if (input.kind === 'file') return addFile(fields, input, messenger);
  return { refusal };
}
