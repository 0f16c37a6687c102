import type { Appeal } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import type { EditResult } from '../messengers/messenger';
import { coveredPicture } from '../screens/hiding-screens';
import { movedCard } from '../screens/staff-group-screens';
import { addressOf, staffTexts } from './card-record';
import { hasLeft } from './move-card';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

const isOld = ({ result }: EditResult): boolean => result === 'rejected';
const isDone = ({ result }: EditResult): boolean => result === 'sent' || result === 'gone';

/**
 * Takes a message about an appeal out of a chat that may not show it any more: deletes it, else empties its words, else
 * changes its file. What cannot be done is `rejected`. Nothing when the appeal is at home there again.
 */
export async function takeAway(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed'> {
  const { step: messageId = '' } = notice;
  if (!(await hasLeft(deps, notice, appeal))) return 'not_needed';
  const at = addressOf(notice);
  const t = staffTexts(deps);
  const tries = [
    () => deps.messenger.remove(at, messageId, 'notice'),
    () => deps.messenger.edit(at, messageId, movedCard(t, deps.city, appeal), 'notice'),
    () => deps.messenger.replaceFile(at, messageId, coveredPicture(t, 'photo'), 'notice'),
  ];
  for (const attempt of tries) {
    const ended = await attempt();
    if (isDone(ended)) return { result: 'sent', messageIds: [] };
    if (!isOld(ended)) return repeatable(ended);
  }
  return { result: 'rejected' };
}
