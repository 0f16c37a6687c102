import type { Content } from '../messengers/messenger';
import type { Draft } from '../domain/draft';
import { button } from '../screens/menu-screens';
import { proceed } from './conversation';
import type { Input } from './dialogue';
import { presentDraft } from './present-draft';
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

/** A button of something sent, put aside or thrown away says so and leads there. */
function onLeftDraft({ t, incoming }: Visit, draft: Draft): Reply {
  if (incoming.chat.kind === 'group') return { note: t.plain('past-button-note') };
  const isAppeal = draft.kind === 'appeal' || draft.subjectId !== undefined;
  if (draft.state === 'finished' && isAppeal) {
    const open = button(t, 'choice-open-appeal', `a.${draft.subjectId ?? draft.id}`);
    return { note: t.plain('past-button-note'), screen: { text: t('draft-sent'), choices: [[open]] } };
  }
  if (draft.state === 'finished') return { note: t.plain('past-button-note') };
  const restore = button(t, 'choice-resume', `resume.${draft.id}`);
  return {
    screen: { text: t('draft-aside'), choices: [[restore], [button(t, 'menu-start', 'start')]] },
  };
}

/** A press inside a dialogue: valid while its step is the present one; a past one shows where the person is now. */
export async function pressStep(
  visit: Visit,
  [draftId = '', field = '', value = '']: readonly string[],
): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const draft = await deps.drafts.find(draftId);
  if (!draft || draft.ownerId !== actor.id) {
    const note = t.plain(incoming.chat.kind === 'group' ? 'staff-colleague-button' : 'draft-gone');
    return { note };
  }
  if (draft.state !== 'open') return onLeftDraft(visit, draft);
  const current = await presentDraft(visit);
  if (current?.id !== draft.id) return onLeftDraft(visit, draft);
  return proceed(visit, draft, { kind: 'choice', value, field });
}
