import type { Attachment } from '../domain/appeal';
import { isFilm, mediaTypeOf, noCopyIn } from '../domain/files';
import type { ShownFile } from '../messengers/messenger';
import type { FilesForStaff, LeftOut } from '../screens/files-left-out';
import type { WorkerDeps } from './worker-deps';

/** About four minutes: then the words go without a file that the messenger does not give us. */
const PATIENT_ATTEMPTS = 8;

/** A picture or film sent as a file goes to colleagues as our cleaned copy; other documents as they came. */
async function shownDocument(
  deps: WorkerDeps,
  attachment: Attachment,
  index: number,
): Promise<ShownFile | LeftOut> {
  const { kind, fileId, copyId } = attachment;
  if (!copyId) return 'not_yet';
  const reason = noCopyIn(copyId);
  if (reason) return reason;
  const bytes = await deps.files.get(copyId);
  if (!bytes) return 'gone';
  const mediaType = mediaTypeOf(bytes);
  if (mediaType.startsWith('image/')) return { kind, bytes, name: `photo-${index + 1}.jpg` };
  return isFilm(mediaType) ? { kind, bytes, name: `video-${index + 1}.mp4` } : { kind, fileId };
}

const shown = (deps: WorkerDeps, attachment: Attachment, index: number): Promise<ShownFile | LeftOut> => {
  const { kind, fileId, copyId } = attachment;
  if (kind === 'document') return shownDocument(deps, attachment, index);
  return Promise.resolve(copyId === 'unsafe' ? copyId : { kind, fileId });
};

/** What of these attachments the staff chat gets; `later` while a document waits for our look at it. */
export async function filesForStaff(
  deps: WorkerDeps,
  attachments: readonly Attachment[],
  attempts: number,
): Promise<(FilesForStaff & { passed: readonly Attachment[] }) | 'later'> {
  const files: ShownFile[] = [];
  const passed: Attachment[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, attachment] of attachments.entries()) {
    const one = await shown(deps, attachment, index);
    if (one === 'not_yet' && attempts < PATIENT_ATTEMPTS) return 'later';
    if (typeof one === 'string') leftOut.push(one);
    else {
      files.push(one);
      passed.push(attachment);
    }
  }
  return { files, leftOut, passed };
}
