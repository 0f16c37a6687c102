import type { Address, Lane, Messenger, Screen, SendResult } from '../messengers/messenger';

/** Sends a screen to a topic, or to the group itself when the topic was deleted meanwhile. */
export async function sendInTopic(
  messenger: Pick<Messenger, 'send'>,
  to: Address,
  screen: Screen,
  lane: Lane,
): Promise<SendResult> {
  const { threadId, ...group } = to;
  const sent = await messenger.send(to, screen, lane);
  if (sent.result !== 'no_thread' || !threadId) return sent;
  return messenger.send(group, screen, lane);
}
