import { attachmentsOf, type Appeal, type Attachment } from '../domain/appeal';
import { isCleanable, isUnsafe, mediaTypeOf, type NoCopy } from '../domain/files';
import { markLookalikes } from '../use-cases/mark-lookalikes';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

interface Copy {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What we keep of a file: a picture without what it says about its place, nothing that may run, the rest as it is. */
async function copyFrom(deps: WorkerDeps, bytes: Uint8Array, attachment: Attachment): Promise<Copy | NoCopy> {
  if (bytes.byteLength === 0) return 'empty';
  const mediaType = mediaTypeOf(bytes);
  if (isUnsafe(mediaType)) return 'unsafe';
  if (isCleanable(mediaType)) {
    const cleaned = await deps.pictures.clean(bytes);
    return typeof cleaned === 'string' ? cleaned : { bytes: cleaned, mediaType: 'image/jpeg' };
  }
  const isSomePicture = [mediaType, attachment.mediaType].some((type) => type?.startsWith('image/'));
  return isSomePicture ? 'unreadable' : { bytes, mediaType };
}

async function copyOne(deps: WorkerDeps, appeal: Appeal, attachment: Attachment): Promise<void> {
  const bytes = await deps.messenger.download(attachment.fileId);
  if (bytes === 'later') return;
  const copy = typeof bytes === 'string' ? bytes : await copyFrom(deps, bytes, attachment);
  const copyId =
    typeof copy === 'string'
      ? copy
      : await deps.files.put(`${appeal.id}-${attachment.id}`, copy.bytes, copy.mediaType);
  const look =
    typeof copy !== 'string' && isCleanable(copy.mediaType)
      ? await deps.pictures.look(copy.bytes)
      : undefined;
  if (look) await markLookalikes(deps, appeal, { ...attachment, look });
  await deps.appeals.recordCopy(appeal.id, attachment.id, copyId, look);
}

/** Makes our own copies of what citizens sent; of a file we cannot or may not keep the reason is noted, and it stays with the messenger. */
export async function copyAttachments(deps: WorkerDeps): Promise<void> {
  for (const appeal of await deps.appeals.withUncopiedAttachments(AT_ONCE))
    for (const attachment of attachmentsOf(appeal))
      if (!attachment.copyId) await copyOne(deps, appeal, attachment);
}
