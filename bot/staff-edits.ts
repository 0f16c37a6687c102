import { lastAnswer } from '../domain/appeal';
import type { Draft } from '../domain/draft';
import { may } from '../domain/permissions';
import type { Content } from '../messengers/messenger';
import { whyNotKey } from '../screens/why-refused';
import { present } from './conversation';
import { addPiece, piecesOf } from './dialogues/writing';
import { keep } from './drafting';
import { atDraft, beginFor, knownAs, quoting, standingAt } from './staff-replies';
import type { Reply, Visit } from './visit';

type Edit = Content & { kind: 'edit' };

const rewritten = ({ fields }: Draft, { messageId, text }: Edit) =>
  piecesOf(fields).map((piece) => (piece.messageId === messageId ? { messageId, text: text.trim() } : piece));

const says = (visit: Visit, key: string): Reply =>
  quoting(visit, knownAs(visit, {}, { screen: { text: visit.t(key) } }));

/** What is still being written follows, its screen in place. */
async function inOpenDraft(visit: Visit, draft: Draft, edit: Edit): Promise<Reply> {
  const checked = addPiece(draft.fields, edit);
  if ('refusal' in checked) return says(visit, checked.refusal);
  const kept = await keep(visit, draft, { fields: { ...draft.fields, pieces: rewritten(draft, edit) } });
  if (!kept) return onStaffEdit(visit, edit);
  const reply = await present(standingAt(visit, kept), kept, visit.t('remark-edited'));
  const { draftId, screenMessageId } = visit.position;
  return atDraft(visit, kept, reply, draftId === draft.id ? screenMessageId : undefined);
}

/** What the citizen has already is mended by a preview of its own. */
async function inSentAnswer(visit: Visit, draft: Draft, edit: Edit): Promise<Reply> {
  const appeal = draft.subjectId ? await visit.deps.appeals.find(draft.subjectId) : undefined;
  const ordinal = appeal?.events.find(({ id }) => id === draft.id)?.facts.ordinal;
  if (!appeal || !ordinal) return {};
  if (!may.correct(visit.actor, appeal))
    return quoting(visit, knownAs(visit, {}, { screen: { text: visit.t(whyNotKey(visit.actor, appeal)) } }));
  if (appeal.status !== 'answered') return says(visit, 'refused-already_decided');
  if (lastAnswer(appeal)?.ordinal !== ordinal) return says(visit, 'refused-old_answer');
  const checked = addPiece(draft.fields, edit);
  if ('refusal' in checked) return says(visit, checked.refusal);
  const fields = { ordinal, pieces: rewritten(draft, edit) };
  return beginFor(visit, { kind: 'correction', fields }, appeal);
}

/** An official changed a message of theirs: the draft it went into follows, a sent answer is offered to be mended. */
export async function onStaffEdit(visit: Visit, edit: Edit): Promise<Reply> {
  const { deps, actor, incoming } = visit;
  const draft = await deps.drafts.writtenWith(actor.id, incoming.chat, edit.messageId);
  if (!draft || draft.eventIds.includes(incoming.id)) return {};
  if (draft.state === 'open') return inOpenDraft(visit, draft, edit);
  const isSent = draft.state === 'finished' && (draft.kind === 'answer' || draft.kind === 'correction');
  return isSent ? inSentAnswer(visit, draft, edit) : {};
}
