import type { Draft } from '../domain/draft';
import type { Content } from '../messengers/messenger';
import { emergencyLines } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { amendAppeal } from '../use-cases/amend-appeal';
import { present, presentDraft } from './conversation';
import { addPiece, piecesOf } from './dialogues/writing';
import { keep } from './drafting';
import type { Reply, Visit } from './visit';

type Edit = Content & { kind: 'edit' };

const LATEST = 20;

async function inDraft(visit: Visit, draft: Draft, edit: Edit): Promise<Reply> {
  const { messageId, text } = edit;
  const isOpen = (await presentDraft(visit))?.id === draft.id;
  const { at } = visit.position;
  const checked = addPiece(draft.fields, { messageId, text });
  if ('refusal' in checked) return isOpen ? present(visit, draft, visit.t(checked.refusal), at) : {};
  const pieces = piecesOf(draft.fields).map((piece) =>
    piece.messageId === messageId ? { messageId, text: text.trim() } : piece,
  );
  const kept = await keep(visit, draft, { fields: { ...draft.fields, pieces } });
  if (!kept) return onEdit(visit, edit);
  return isOpen ? present(visit, kept, visit.t('remark-edited'), at) : {};
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
  if (!appeal) return elsewhere(visit);
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

/** An answer to a question was changed: what it set stays until it is asked again. */
async function elsewhere(visit: Visit): Promise<Reply> {
  const open = await presentDraft(visit);
  return open ? present(visit, open, visit.t('edit-not-used'), visit.position.at) : {};
}
