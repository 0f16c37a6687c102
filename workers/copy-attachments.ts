import { attachmentsOf, type Appeal, type Attachment } from '../domain/appeal';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

async function copyOne(deps: WorkerDeps, appeal: Appeal, attachment: Attachment): Promise<void> {
  const bytes = await deps.messenger.download(attachment.fileId);
  if (bytes === 'later') return;
  const mediaType = attachment.mediaType ?? 'application/octet-stream';
  const copyId =
    typeof bytes === 'string'
      ? bytes
      : await deps.files.put(`${appeal.id}-${attachment.id}`, bytes, mediaType);
  await deps.appeals.recordCopy(appeal.id, attachment.id, copyId);
}

/** Makes our own copies of what citizens sent; a file that is gone or too big is noted as such and stays with the messenger. */
export async function copyAttachments(deps: WorkerDeps): Promise<void> {
  for (const appeal of await deps.appeals.withUncopiedAttachments(AT_ONCE))
    for (const attachment of attachmentsOf(appeal))
      if (!attachment.copyId) await copyOne(deps, appeal, attachment);
}
