import { staffCard } from '../screens/staff-screens';
import type { Reply, Visit } from './visit';

/** An appeal's card on request; who wrote it, for whom and with whom, is behind its button «Contact». */
export async function showCard({ deps, t }: Visit, appealId: string): Promise<Reply> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { screen: { text: t('refused-not_found') } };
  return { screen: staffCard(t, deps.city, appeal, deps.clock()) };
}
