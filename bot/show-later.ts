import { createHash } from 'node:crypto';
import type { Address, EditResult, Incoming, Screen } from '../messengers/messenger';
import type { BotDeps, Reply } from './visit';

export interface Later extends Pick<Reply, 'about'> {
  readonly screen: Screen;
  /** The message whose place it takes. */
  readonly replaced?: string;
  /** How sending it ended here: one whose answer was lost leaves once more at most (docs/decisions/013). */
  readonly remark?: EditResult['result'];
}

/** Where an event is answered. */
export function addressOf({ chat }: Incoming): Address {
  const { messenger, chatId, threadId } = chat;
  return { messenger, chatId, ...(threadId && { threadId }) };
}

/** No later try would end otherwise. */
export const isHopeless = ({ result }: EditResult): boolean =>
  result === 'unreachable' || result === 'rejected';

/** A screen that cannot go now is not lost: a worker shows it as soon as it can, in the place of `replaced`. */
export async function showLater(
  { notices, jobs, clock }: Pick<BotDeps, 'notices' | 'jobs' | 'clock'>,
  incoming: Incoming,
  { screen, about, replaced, remark }: Later,
): Promise<void> {
  const to = addressOf(incoming);
  const now = clock();
  const digest = createHash('sha256').update(JSON.stringify(screen)).digest('hex').slice(0, 8);
  const id = `${incoming.id}-${to.messenger}.${to.chatId}-screen-${digest}`;
  const sentMessageIds = replaced ? [replaced] : [];
  const state = { state: 'waiting', attempts: 0, sentMessageIds, dueAt: now, createdAt: now } as const;
  const said = { screen, ...about, ...(remark && { remark }) };
  await notices.insert([{ id, kind: 'screen', ...to, ...said, eventId: incoming.id, ...state }]);
  await jobs.deliverTo(to);
}
