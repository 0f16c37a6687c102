import type { Appeal, AppealEvent } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import type { EditResult } from '../messengers/messenger';
import { attachmentsIn, staffNote } from '../screens/staff-screens';
import type { Texts } from '../screens/texts';
import { withoutHidden } from '../domain/hidden-files';
import { carrierOf } from './carrier-of';
import { filesForStaff } from './files-for-staff';
import { underCard } from './keep-card';
import { notePictures } from './shown-pictures';
import type { WorkerDeps } from './worker-deps';

interface About {
  readonly t: Texts;
  readonly appeal: Appeal;
  readonly event: AppealEvent;
}

/** A citizen's words and files under the card; a document waits until we know what it is. */
export async function sendStaffNote(
  deps: WorkerDeps,
  notice: Notice,
  { t, appeal, event }: About,
): Promise<EditResult | 'not_needed'> {
  const all = attachmentsIn(appeal, event);
  const visible = withoutHidden(appeal, all);
  const files = await filesForStaff(deps, visible, notice.attempts);
  if (files === 'later') return { result: 'later' };
  const screen = staffNote(t, appeal, event, { ...files, hidden: all.length - visible.length });
  if (!screen) return 'not_needed';
  const sent = await underCard(deps, notice, await carrierOf(deps, appeal), screen);
  if (sent !== 'not_needed' && sent.result === 'sent' && sent.at)
    await notePictures(deps, { appeal, event, at: sent.at }, files.passed, sent.fileMessageIds);
  return sent;
}
