import { attachmentsOf, type Appeal, type Attachment } from '../domain/appeal';
import { isCleanable } from '../domain/files';
import { cleanFile } from '../use-cases/clean-file';
import { markLookalikes } from '../use-cases/mark-lookalikes';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

async function copyOne(deps: WorkerDeps, appeal: Appeal, attachment: Attachment): Promise<void> {
  const bytes = await deps.messenger.download(attachment.fileId);
  if (bytes === 'later') return;
  const copy = typeof bytes === 'string' ? bytes : await cleanFile(deps, bytes, attachment.mediaType);
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
      if (!attachment.copyId)
        await byItself(deps, { appeal: appeal.id, attachment: attachment.id }, () =>
          copyOne(deps, appeal, attachment),
        );
}
