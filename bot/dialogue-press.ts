import type { Content } from '../messengers/messenger';
import { presentStep, type Input } from './dialogue-engine';
import { DIALOGUES } from './dialogues/by-kind';
import { present, presentDraft, proceed } from './conversation';
import type { Reply, Visit } from './visit';

/** What a dialogue makes of a content; `undefined` for what is no input at all. */
export function inputOf(content: Content, messageId: string): Input | undefined {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.text, messageId };
    case 'command':
      return { kind: 'text', text: `/${content.name} ${content.argument}`.trim(), messageId };
    case 'file':
      return {
        kind: 'file',
        file: content.file,
        messageId,
        ...(content.caption && { caption: content.caption }),
      };
    case 'contact':
    case 'location':
      return content;
    case 'other':
      return { kind: 'other' };
    case 'press':
    case 'edit':
    case 'reach':
    case 'membership':
    case 'migration':
      return undefined;
  }
}

/** A press inside a dialogue: valid while its step is the present one; a past one shows where the person is now. */
export async function pressStep(
  visit: Visit,
  [draftId = '', field = '', value = '']: readonly string[],
): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const draft = await deps.drafts.find(draftId);
  if (!draft || draft.ownerId !== actor.id) {
    const note = t.plain(incoming.chat.kind === 'group' ? 'staff-colleague-button' : 'past-button');
    return { note };
  }
  if (draft.state !== 'open') return { note: t.plain('past-button') };
  const appeal = draft.subjectId ? await deps.appeals.find(draft.subjectId) : undefined;
  const { city, classifier } = deps;
  const context = {
    draft,
    city,
    classifier,
    t,
    citizen: visit.citizen,
    now: deps.clock(),
    ...(appeal && { appeal }),
  };
  const isCurrent = visit.position.draftId === draft.id || (await presentDraft(visit))?.id === draft.id;
  const at = isCurrent ? visit.position.at : undefined;
  if (!isCurrent || presentStep(DIALOGUES[draft.kind], context, at)?.field !== field)
    return present(visit, draft, t('past-button'), at);
  return proceed(visit, draft, { kind: 'choice', value });
}
