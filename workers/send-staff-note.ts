import type { Appeal, AppealEvent } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import type { EditResult } from '../messengers/messenger';
import { attachmentsIn, staffNote } from '../screens/staff-screens';
import type { Texts } from '../screens/texts';
import { carrierOf } from './carrier-of';
import { filesForStaff } from './files-for-staff';
import { underCard } from './keep-card';
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
  const passed = await filesForStaff(deps, attachmentsIn(appeal, event), notice.attempts);
  if (passed === 'later') return { result: 'later' };
  const screen = staffNote(t, appeal, event, passed);
  return screen ? underCard(deps, notice, await carrierOf(deps, appeal), screen) : 'not_needed';
}
