import { attachmentsOf, type Appeal, type Attachment, type Status } from '../domain/appeal';
import { noCopyIn } from '../domain/files';
import { isHidden } from '../domain/hidden-files';
import { departmentsOf, may, type Actor } from '../domain/permissions';
import type { Appeals, Files } from './ports';

export interface WorkSought {
  readonly actor: Actor;
  /** `mine`: what they have in hand; `department`: what their departments have. */
  readonly of: 'mine' | 'department';
  readonly department?: string;
  readonly statuses: readonly Status[];
  readonly page: { readonly skip: number; readonly limit: number };
}

export type WorkSeen =
  | { readonly ok: true; readonly appeals: readonly Appeal[]; readonly total: number }
  | { readonly ok: false; readonly refusal: 'not_permitted' };

/** A page of somebody's work, the most urgent first. Refuses with `not_permitted` a department that is not theirs. */
export async function listWork(
  { appeals }: { appeals: Pick<Appeals, 'listWork'> },
  { actor, of, department, statuses, page }: WorkSought,
): Promise<WorkSeen> {
  const own = departmentsOf(actor);
  if (department && own !== 'all' && !own.includes(department))
    return { ok: false, refusal: 'not_permitted' };
  const departments = department ? [department] : own;
  const whose = of === 'mine' ? { executorId: actor.id, ...(department && { departments: [department] }) } : { ...(departments !== 'all' && { departments }) }; // prettier-ignore
  return { ok: true, ...(await appeals.listWork({ ...whose, reader: actor, statuses }, page)) };
}

/** The appeal of a number, for whom the table lets see it; nothing otherwise. */
export async function seeAppeal(
  { appeals }: { appeals: Pick<Appeals, 'findByNumber'> },
  { actor, number }: { actor: Actor; number: string },
): Promise<Appeal | undefined> {
  const appeal = await appeals.findByNumber(number);
  return appeal && may.see(actor, appeal) ? appeal : undefined;
}

export type FileSeen =
  | { readonly ok: true; readonly attachment: Attachment; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: 'not_permitted' | 'no_such_file' };

/**
 * Our own copy of a file of the appeal: a picture tells nothing but what it shows, nothing that may run is kept. For
 * those who work on the appeal; what a moderator hid stays hidden. Refuses with `not_permitted` or `no_such_file` (also
 * when no copy is there yet).
 */
export async function seeFile(
  { files }: { files: Files },
  { actor, appeal, fileId }: { actor: Actor; appeal: Appeal; fileId: string },
): Promise<FileSeen> {
  if (!may.answer(actor, appeal)) return { ok: false, refusal: 'not_permitted' };
  const attachment = attachmentsOf(appeal).find(({ id }) => id === fileId);
  const isShown = attachment && !isHidden(appeal, attachment.id);
  const copyId = isShown ? attachment.copyId : undefined;
  const bytes = copyId && !noCopyIn(copyId) ? await files.get(copyId) : undefined;
  return attachment && bytes ? { ok: true, attachment, bytes } : { ok: false, refusal: 'no_such_file' };
}
