import { attachmentsOf, type Attachment } from '../domain/appeal';
import { fileRefusal, isCleanable, type NoCopy } from '../domain/files';
import { ownHandle } from '../domain/own-file';
import { may, type Actor } from '../domain/permissions';
import { MAX_FILES } from '../domain/saying';
import { cleanFile } from './clean-file';
import type { Appeals, Files, Pictures } from './ports';

interface KeepDeps {
  readonly files: Files;
  readonly pictures: Pictures;
}

/** A file as somebody hands it in. `id` is the same for the same content. */
export interface HandedIn {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type FileRefusal = 'too_big' | 'empty' | 'program' | 'as_photo' | 'too_many_pixels';

const AS_SAID: Record<NoCopy, FileRefusal> = {
  empty: 'empty',
  gone: 'empty',
  too_big: 'too_big',
  unsafe: 'program',
  unreadable: 'as_photo',
  too_many_pixels: 'too_many_pixels',
};

const LONGEST_NAME = 80;

/** What people may read in a file's name without harm to a path or a header. */
const safeName = (name: string): string =>
  name
    .replace(/[^\p{L}\d ._-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-LONGEST_NAME) || 'file';

/** A file that came by no messenger, under the rules for what residents send, but looked at before it is taken. */
async function cleaned(deps: KeepDeps, file: HandedIn): Promise<HandedIn | FileRefusal> {
  const { id, mediaType, bytes } = file;
  const name = safeName(file.name);
  const why = fileRefusal({ kind: 'document', name, mediaType, sizeBytes: bytes.byteLength });
  if (why) return why;
  const clean = await cleanFile(deps, bytes, mediaType);
  return typeof clean === 'string' ? AS_SAID[clean] : { id, name, ...clean };
}

const keyOf = (appealId: string, id: string): string => `${appealId}-${id}`;

async function keepFile({ files }: KeepDeps, appealId: string, clean: HandedIn): Promise<Attachment> {
  const { id, name, mediaType, bytes } = clean;
  const isPicture = isCleanable(mediaType);
  const copyId = await files.put(keyOf(appealId, id), bytes, mediaType);
  const shownAs = isPicture ? 'photo.jpg' : name;
  return {
    ...{ id, kind: isPicture ? 'photo' : 'document', messenger: 'own', copyId },
    ...{ fileId: ownHandle({ copyId, name: shownAs }), name: shownAs },
    ...{ mediaType, sizeBytes: bytes.byteLength },
  };
}

export type Kept =
  | { readonly ok: true; readonly attachments: readonly Attachment[] }
  | { readonly ok: false; readonly refusal: 'not_found' | 'not_permitted' | 'too_many_files' }
  | { readonly ok: false; readonly refusal: `file_${FileRefusal}`; readonly index: number };

/**
 * Keeps what a colleague hands in with an answer or a question, all of it or nothing. Refuses with `not_found`,
 * `not_permitted`, `too_many_files`, or with why the file at `index` cannot be taken. The same file for the same appeal
 * is kept once.
 */
export async function keepFiles(
  deps: KeepDeps & { appeals: Appeals },
  { actor, appealId, action, files }: { actor: Actor; appealId: string; action: 'answer' | 'ask'; files: readonly HandedIn[] }, // prettier-ignore
): Promise<Kept> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { ok: false, refusal: 'not_found' };
  if (!may[action](actor, appeal)) return { ok: false, refusal: 'not_permitted' };
  if (files.length > MAX_FILES) return { ok: false, refusal: 'too_many_files' };
  const clean: HandedIn[] = [];
  for (const [index, file] of files.entries()) {
    const one = await cleaned(deps, file);
    if (typeof one === 'string') return { ok: false, refusal: `file_${one}`, index };
    clean.push(one);
  }
  const attachments: Attachment[] = [];
  for (const one of clean) attachments.push(await keepFile(deps, appealId, one));
  return { ok: true, attachments };
}

/** What was kept for an act that was refused is erased, but for what hangs on the appeal all the same. */
export async function dropFiles(
  { appeals, files }: { appeals: Pick<Appeals, 'find'>; files: Pick<Files, 'remove'> },
  { appealId, attachments }: { appealId: string; attachments: readonly Attachment[] },
): Promise<void> {
  if (attachments.length === 0) return;
  const appeal = await appeals.find(appealId);
  const hanging = new Set(appeal && attachmentsOf(appeal).map(({ id }) => id));
  for (const { id } of attachments) if (!hanging.has(id)) await files.remove(keyOf(appealId, id));
}
