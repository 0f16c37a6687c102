import { attachmentsOf, type Appeal, type Attachment } from '../domain/appeal';
import { isCleanable } from '../domain/files';
import { nextTry } from '../domain/missing-file';
import { cleanFile } from '../use-cases/clean-file';
import { markLookalikes } from '../use-cases/mark-lookalikes';
import type { Uncopied } from '../use-cases/ports';
import { byItself } from './by-itself';
import type { WorkerDeps } from './worker-deps';

const AT_ONCE = 20;

async function keepCopy(
  deps: WorkerDeps,
  appeal: Appeal,
  { attachment, bytes }: { attachment: Attachment; bytes: Uint8Array | 'too_big' | 'gone' },
): Promise<void> {
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

async function copyOne(
  deps: WorkerDeps,
  appeal: Appeal,
  attachment: Attachment,
): Promise<'copied' | 'missing' | 'later'> {
  const bytes = await deps.messenger.download(attachment.fileId);
  if (bytes === 'missing' || bytes === 'later') return bytes;
  await keepCopy(deps, appeal, { attachment, bytes });
  return 'copied';
}

/** What the messenger does not find is asked for again after a growing pause, and counts as gone in the end. */
async function askAgain(deps: WorkerDeps, uncopied: Uncopied, missing: readonly Attachment[]): Promise<void> {
  const { appeal } = uncopied;
  const tries = uncopied.tries + 1;
  const at = nextTry(tries, deps.clock());
  if (at) return deps.appeals.copyAgain(appeal, { at, tries });
  for (const { id } of missing) {
    await deps.appeals.recordCopy(appeal.id, id, 'gone');
    deps.log.warn({ appeal: appeal.id, attachment: id }, 'the messenger has lost a file: it counts as gone');
  }
}

/** Whatever becomes of it, the others have their turn before it is tried again. */
async function copyAll(deps: WorkerDeps, uncopied: Uncopied): Promise<void> {
  const { appeal, tries } = uncopied;
  await deps.appeals.copyAgain(appeal, { at: deps.clock(), tries });
  const missing: Attachment[] = [];
  for (const attachment of attachmentsOf(appeal).filter(({ copyId }) => !copyId))
    await byItself(deps, { appeal: appeal.id, attachment: attachment.id }, async () => {
      if ((await copyOne(deps, appeal, attachment)) === 'missing') missing.push(attachment);
    });
  if (missing.length > 0) await askAgain(deps, uncopied, missing);
}

/** Makes our own copies of what citizens sent; of a file we cannot or may not keep the reason is noted, and it stays with the messenger. */
export async function copyAttachments(deps: WorkerDeps): Promise<void> {
  for (const uncopied of await deps.appeals.withUncopiedAttachments(deps.clock(), AT_ONCE))
    await copyAll(deps, uncopied);
}
