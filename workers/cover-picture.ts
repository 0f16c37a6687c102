import type { Appeal } from '../domain/appeal';
import { isHidden } from '../domain/hidden-files';
import { isNameless } from '../domain/without-person';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { Address, EditResult } from '../messengers/messenger';
import { coveredPicture, standsStill } from '../screens/hiding-screens';
import type { ShownPicture } from '../use-cases/staff-ports';
import { addressOf, staffTexts } from './card-record';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

type Covered = EditResult | 'not_needed';

const isNo = ({ result }: EditResult) => result === 'rejected' || result === 'gone';

/** Words that stood in the same message come once more without the picture. */
async function sayAgain(deps: WorkerDeps, notice: Notice, shown: ShownPicture): Promise<void> {
  await deps.shownPictures.forget(shown);
  if (!shown.hasWords) return;
  const now = deps.clock();
  const about = { eventId: shown.eventId, appealId: shown.appealId, step: `hidden-${shown.messageId}` };
  await deps.notices.insert([aNotice('staff_note', notice, about, { now, dueAt: now })]);
}

/** Past two days a message cannot be deleted, but the file in it can be changed for another. */
async function replace(deps: WorkerDeps, at: Address, shown: ShownPicture): Promise<EditResult> {
  const screen = coveredPicture(staffTexts(deps), shown.kind);
  const replaced = await deps.messenger.replaceFile(at, shown.messageId, screen, 'notice');
  return repeatable(replaced);
}

/** What cannot be done is said where the picture stands, for whoever runs the group to do by hand. */
const admit = (deps: WorkerDeps, at: Address, shown: ShownPicture, isHere: boolean): Promise<EditResult> => {
  const screen = standsStill(staffTexts(deps));
  const pointing = isHere ? { ...screen, replyToMessageId: shown.messageId } : screen;
  return deps.messenger.send(at, pointing, 'notice');
};

/**
 * Takes a hidden picture out of a staff chat: deletes its message, else changes the file, else says so. Done twice it
 * is done once. A group that moved keeps old messages out of our reach.
 */
export async function coverPicture(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<Covered> {
  const known = await deps.shownPictures.of(appeal.id);
  const shown = known.find(({ messageId }) => messageId === notice.step);
  const isUnseen = isNameless(appeal) || (shown && isHidden(appeal, shown.fileId));
  if (!shown || !isUnseen) return 'not_needed';
  const isHere = shown.chatId === notice.chatId;
  const at = isHere ? addressOf(shown) : addressOf(notice);
  if (!isHere) return admit(deps, at, shown, isHere);
  const removed = await deps.messenger.remove(at, shown.messageId, 'notice');
  if (removed.result === 'sent' || removed.result === 'gone') {
    await sayAgain(deps, notice, shown);
    return { result: 'sent', messageIds: [] };
  }
  if (removed.result !== 'rejected') return repeatable(removed);
  const replaced = await replace(deps, at, shown);
  if (replaced.result === 'sent') await sayAgain(deps, notice, shown);
  return isNo(replaced) ? admit(deps, at, shown, isHere) : replaced;
}
