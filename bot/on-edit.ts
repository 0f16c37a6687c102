import type { Appeal } from '../domain/appeal';
import type { Draft, DraftKind } from '../domain/draft';
import { roadOf } from '../domain/open-talk';
import { may } from '../domain/permissions';
import type { Content } from '../messengers/messenger';
import { button, emergencyLines } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { amendAppeal } from '../use-cases/amend-appeal';
import { aside } from './aside';
import { begin, endsFirst, present, withRemark } from './conversation';
import { addPiece, piecesOf } from './dialogues/writing';
import { keep } from './drafting';
import { isStaffDraft } from './finish-change';
import { presentDraft } from './present-draft';
import { onStaffEdit } from './staff-edits';
import type { Reply, Visit } from './visit';

type Edit = Content & { kind: 'edit' };

const LATEST = 20;

async function inDraft(visit: Visit, draft: Draft, edit: Edit): Promise<Reply> {
  const { messageId, text } = edit;
  const isOpen = (await presentDraft(visit))?.id === draft.id;
  // An older word must not win when its copy comes late.
  if (draft.eventIds.includes(visit.incoming.id)) return isOpen ? present(visit, draft) : {};
  if (draft.state === 'open' && (await endsFirst(visit, draft))) return { isOvertaken: true };
  const checked = addPiece(draft.fields, { messageId, text });
  if ('refusal' in checked) return isOpen ? present(visit, draft, visit.t(checked.refusal)) : {};
  const pieces = piecesOf(draft.fields).map((piece) =>
    piece.messageId === messageId ? { messageId, text: text.trim() } : piece,
  );
  const kept = await keep(visit, draft, { fields: { ...draft.fields, pieces } });
  if (!kept) return onEdit(visit, edit);
  return isOpen ? present(visit, kept, visit.t('remark-edited')) : {};
}

/** A message changed afterwards: the draft or the appeal it belongs to follows. */
export async function onEdit(visit: Visit, edit: Edit): Promise<Reply> {
  const { deps, actor, incoming, t } = visit;
  const { messageId, text } = edit;
  const holds = (pieces: readonly { messageId: string }[]) =>
    pieces.some((piece) => piece.messageId === messageId);
  const drafts = await deps.drafts.unfinishedOf(actor.id);
  const draft = drafts.find(({ fields }) => holds(piecesOf(fields)));
  if (draft) return inDraft(visit, draft, edit);
  const { appeals } = await deps.appeals.listOf(actor.id, { skip: 0, limit: LATEST });
  const appeal = appeals.find(({ pieces }) => holds(pieces));
  if (!appeal) return (await onSent(visit, edit)) ?? elsewhere(visit);
  const piece = { messageId, text };
  const isUrgent = deps.classifier.isDangerous(text);
  const amended = await amendAppeal(deps, {
    actor,
    appealId: appeal.id,
    commandId: incoming.id,
    piece,
    isUrgent,
  });
  const { number } = appeal;
  const said = amended.ok ? t('amended', { number }) : t(`refused-${amended.refusal}`);
  return { screen: { text: paragraphs(isUrgent && emergencyLines(t, deps.city), said) } };
}

/** Words sent to an appeal stay as they went; what was mended may follow them, an official's answer is mended as such. */
async function onSent(visit: Visit, edit: Edit): Promise<Reply | undefined> {
  const { deps, actor, incoming } = visit;
  const sent = await deps.drafts.writtenWith(actor.id, incoming.chat, edit.messageId);
  if (sent?.state !== 'finished') return undefined;
  if (isStaffDraft(sent)) return onStaffEdit(visit, edit);
  const appeal = sent.subjectId ? await deps.appeals.find(sent.subjectId) : undefined;
  if (!appeal || !SENT_LATER.includes(sent.kind) || !may.addDetail(actor, appeal)) return undefined;
  const before = piecesOf(sent.fields).find(({ messageId }) => messageId === edit.messageId);
  return before?.text === edit.text.trim() ? {} : asDetail(visit, appeal, edit);
}

const SENT_LATER: readonly DraftKind[] = ['detail', 'rework'];

async function asDetail(visit: Visit, appeal: Appeal, { messageId, text }: Edit): Promise<Reply> {
  const { deps, t } = visit;
  const open = [[button(t, 'choice-open-appeal', `a.${appeal.id}`)]];
  const added = addPiece({}, { messageId, text });
  if ('refusal' in added) return aside(visit, { text: t(added.refusal), choices: open });
  if (roadOf(appeal, deps.city, deps.clock()) !== 'detail')
    return aside(visit, { text: t('edit-too-late', { number: appeal.number }), choices: open });
  const begun = await begin(visit, { kind: 'detail', subjectId: appeal.id, fields: added.set });
  return withRemark(begun, t('edit-after-sent'));
}

/** An answer to a question was changed: what it set stays until it is asked again. */
async function elsewhere(visit: Visit): Promise<Reply> {
  const open = await presentDraft(visit);
  return open ? present(visit, open, visit.t('edit-not-used')) : {};
}
