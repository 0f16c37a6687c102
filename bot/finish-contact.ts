import type { Draft } from '../domain/draft';
import type { Screen } from '../messengers/messenger';
import { contactScreen } from '../screens/contact-screen';
import { showContact } from '../use-cases/show-contact';
import { privateChatOf } from '../use-cases/tell-person';
import { writtenIn } from './dialogues/writing';
import type { Finished } from './drafting';
import type { Visit } from './visit';

/** Into the colleague's own chat, never stored on the way; who never opened the bot learns what to do. */
async function toOwnChat({ deps, actor, t }: Visit, screen: Screen, number: string): Promise<Finished> {
  const { result } = await deps.messenger.send(privateChatOf(actor.id), screen, 'reply');
  if (result === 'sent') return { isDone: true, screen: { text: t('contact-sent', { number }) } };
  const isClosed = result === 'unreachable' || result === 'rejected';
  const text = isClosed ? t('contact-not-started', { link: deps.startLink('start') }) : t('contact-not-sent');
  return { isDone: false, screen: { text } };
}

/** Who wrote the appeal, shown to one colleague for a reason. */
export async function finishContact(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, actor, t, incoming } = visit;
  const reason = writtenIn(draft.fields);
  const appealId = draft.subjectId ?? '';
  const shown = await showContact(deps, { actor, appealId, commandId: draft.id, reason });
  if (!shown.ok) {
    const why = shown.refusal === 'not_permitted' ? 'staff-contact-who' : `refused-${shown.refusal}`;
    return { isDone: false, screen: { text: t(why) } };
  }
  const texts = incoming.chat.kind === 'private' ? t : deps.textsFor(visit.citizen.language);
  const screen = contactScreen(texts, shown.contact);
  return incoming.chat.kind === 'private'
    ? { isDone: true, isSecret: true, screen }
    : toOwnChat(visit, screen, shown.contact.number);
}
