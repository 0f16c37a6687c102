import { may } from '../domain/permissions';
import { namesOfOthers } from '../screens/joined-lines';
import { staffCard } from '../screens/staff-screens';
import { paragraphs } from '../screens/texts';
import type { Reply, Visit } from './visit';

/** An appeal's card on request; a moderator sees privately for whom and with whom it was filed. */
export async function showCard({ deps, t, incoming, actor }: Visit, appealId: string): Promise<Reply> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { screen: { text: t('refused-not_found') } };
  const shown = staffCard(t, deps.city, appeal, deps.clock());
  const isPrivate = incoming.chat.kind === 'private' && may.steer(actor);
  return { screen: isPrivate ? { ...shown, text: paragraphs(shown.text, namesOfOthers(t, appeal)) } : shown };
}
