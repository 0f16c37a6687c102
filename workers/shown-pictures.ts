import type { Appeal, AppealEvent, Attachment } from '../domain/appeal';
import { isHidden } from '../domain/hidden-files';
import { isNameless } from '../domain/without-person';
import { RANKS, type Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { Address } from '../messengers/messenger';
import type { ShownPicture } from '../use-cases/staff-ports';
import type { WorkerDeps } from './worker-deps';

interface Shown {
  readonly appeal: Appeal;
  readonly event: AppealEvent;
  readonly at: Address;
}

function coverOf(
  { clock }: WorkerDeps,
  { appealId, messageId, ...chat }: ShownPicture,
  eventId: string,
): Notice {
  const now = clock();
  const about = { eventId, appealId, step: messageId, rank: RANKS.first };
  return aNotice('picture_cover', chat, about, { now, dueAt: now });
}

/** Writes down where pictures of a citizen stand; one hidden while it was on its way is taken away at once. */
export async function notePictures(
  deps: WorkerDeps,
  { appeal, event, at }: Shown,
  passed: readonly Attachment[],
  messageIds: readonly string[] = [],
): Promise<void> {
  const hasWords = passed.length === 1 && Boolean(event.facts.text);
  const shown = passed.flatMap(({ id: fileId, kind }, index): ShownPicture[] => {
    const messageId = messageIds[index];
    const about = { appealId: appeal.id, fileId, kind, eventId: event.id, ...(hasWords && { hasWords }) };
    return messageId ? [{ ...about, ...at, messageId }] : [];
  });
  await deps.shownPictures.record(shown);
  const now = shown.length > 0 ? await deps.appeals.find(appeal.id) : undefined;
  const late = now ? shown.filter(({ fileId }) => isHidden(now, fileId)) : [];
  await deps.notices.insert(late.map((picture) => coverOf(deps, picture, event.id)));
}

/** A notice for every message that shows what was hidden, in whichever chat it stands. */
export async function coversOf(
  deps: WorkerDeps,
  appeal: Appeal,
  { id, type, facts }: AppealEvent,
): Promise<readonly Notice[]> {
  if (type !== 'appeal.files_hidden' && type !== 'appeal.pseudonymised') return [];
  const shown = await deps.shownPictures.of(appeal.id);
  if (isNameless(appeal)) return shown.map((one) => coverOf(deps, one, id));
  return shown.filter(({ fileId }) => facts.fileIds?.includes(fileId)).map((one) => coverOf(deps, one, id));
}
