import { lastAnswer, type Appeal, type AppealEvent } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { EditResult, Screen } from '../messengers/messenger';
import { answerInstead, correctedAnswer, correctionTold } from '../screens/correction-screens';
import type { Texts } from '../screens/texts';
import { addressOf } from './card-record';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

interface About {
  readonly t: Texts;
  readonly appeal: Appeal;
  readonly event: AppealEvent;
}

const FITS = 4096;
const FITS_UNDER_A_PICTURE = 1024;

/** The notice that brought the answer, once the citizen has it as it was before the correction. */
async function broughtBy(
  deps: WorkerDeps,
  notice: Notice,
  { appeal, event }: About,
): Promise<Notice | undefined> {
  const answered = appeal.events.find(
    ({ type, facts }) => type === 'appeal.answered' && facts.ordinal === event.facts.ordinal,
  );
  if (!answered) return undefined;
  const { id } = aNotice('answered', notice, { eventId: answered.id }, { now: event.at, dueAt: event.at });
  const brought = await deps.notices.find(id);
  return brought?.state === 'sent' && brought.dueAt < event.at ? brought : undefined;
}

/** The one message that holds the answer's words, if the new ones fit into it too. */
function wordsIn({ sentMessageIds }: Notice, { text }: Screen, { appeal, event }: About): string | undefined {
  const added = event.facts.attachments?.length ?? 0;
  const files = (lastAnswer(appeal)?.attachments.length ?? 0) - added;
  const isCaption = sentMessageIds.length === 1 && files === 1;
  const isWhole = isCaption || sentMessageIds.length === files + 1;
  const room = isCaption ? FITS_UNDER_A_PICTURE : FITS;
  return isWhole && text.length <= room ? sentMessageIds.at(-1) : undefined;
}

async function change(
  deps: WorkerDeps,
  notice: Notice,
  messageId: string | undefined,
  screen: Screen,
): Promise<EditResult> {
  if (!messageId) return { result: 'gone' };
  const edited = await deps.messenger.edit(addressOf(notice), messageId, screen, 'notice');
  return repeatable(edited);
}

/**
 * The citizen's message gets the new words and a mark, and they are told once; where it cannot be changed the whole
 * answer comes again. Whoever gets the answer only now reads the new words at once.
 */
export async function sendCorrection(
  deps: WorkerDeps,
  notice: Notice,
  about: About,
): Promise<EditResult | 'not_needed'> {
  const { t, appeal, event } = about;
  const brought = await broughtBy(deps, notice, about);
  if (!brought || event.facts.ordinal !== lastAnswer(appeal)?.ordinal) return 'not_needed';
  const to = addressOf(notice);
  const told = correctionTold(t, appeal, event);
  if (event.facts.text === undefined) return deps.messenger.send(to, told, 'notice');
  const screen = correctedAnswer(t, deps.city, appeal, event);
  const messageId = wordsIn(brought, screen, about);
  const changed = await change(deps, notice, messageId, screen);
  if (changed.result === 'gone' || changed.result === 'rejected')
    return deps.messenger.send(to, answerInstead(t, deps.city, appeal, event), 'notice');
  if (changed.result !== 'sent' || !messageId) return changed;
  return deps.messenger.send(to, { ...told, replyToMessageId: messageId }, 'notice');
}
