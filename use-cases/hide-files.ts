import type { Attachment } from '../domain/appeal';
import { hideFiles, isHidden, picturesOf, showFiles } from '../domain/hidden-files';
import { maskContacts } from '../domain/masking';
import { may } from '../domain/permissions';
import { changing, type About } from './change-appeal';
import type { Appeals, Clock } from './ports';
import type { Audit } from './staff-ports';

interface Given {
  readonly files: readonly string[];
  readonly reason: string;
}

/** Hides pictures from all but the author and a controller; `reason` is masked. Refuses as the decision does. */
export const hideAppealFiles = changing<Given>('hide', (appeal, { reason, ...command }, now) =>
  hideFiles(appeal, { ...command, reason: maskContacts(reason) }, now),
);

/** Shows them again. */
export const showAppealFiles = changing<Given>('hide', (appeal, { reason, ...command }, now) =>
  showFiles(appeal, { ...command, reason: maskContacts(reason) }, now),
);

export type HiddenViewed =
  | { readonly ok: true; readonly number: string; readonly file: Attachment }
  | { readonly ok: false; readonly refusal: 'not_found' | 'not_permitted' | 'no_such_file' };

/**
 * A controller looks at the original of a hidden picture: in the audit before it is shown. `ordinal` counts from 1 as
 * `picturesOf`. Refuses with `not_found`, `not_permitted` and `no_such_file` (one that is not hidden, too).
 */
export async function viewHiddenFile(
  deps: { appeals: Appeals; audit: Audit; clock: Clock },
  { actor, appealId, commandId, ordinal }: About & { ordinal: number },
): Promise<HiddenViewed> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { ok: false, refusal: 'not_found' };
  if (!may.viewHidden(actor, appeal)) return { ok: false, refusal: 'not_permitted' };
  const file = picturesOf(appeal)[ordinal - 1];
  if (!file || !isHidden(appeal, file.id)) return { ok: false, refusal: 'no_such_file' };
  const entry = { id: `hidden-${commandId}`, at: deps.clock(), by: actor.id, what: 'hidden.viewed' };
  await deps.audit.add({ ...entry, about: appeal.id, facts: { file: String(ordinal) } });
  return { ok: true, number: appeal.number, file };
}
