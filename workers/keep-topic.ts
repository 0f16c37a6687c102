import type { Appeal } from '../domain/appeal';
import type { Notice } from '../domain/notice';
import { aNotice } from '../domain/notices';
import type { EditResult } from '../messengers/messenger';
import { isTopicOver, topicTitle } from '../screens/topic-screens';
import type { Card } from '../use-cases/ports';
import { addressOf, forgetTopic, staffTexts } from './card-record';
import { hasLeft } from './move-card';
import { repeatable } from './repeatable';
import type { WorkerDeps } from './worker-deps';

const wanted = (deps: WorkerDeps, appeal: Appeal) => ({
  topicTitle: topicTitle(staffTexts(deps), deps.city, appeal),
  isTopicClosed: isTopicOver(appeal),
});

type Wanted = ReturnType<typeof wanted>;

const isTrue = (card: Card, { topicTitle: title, isTopicClosed }: Wanted): boolean =>
  card.topicTitle === title && (card.isTopicClosed ?? false) === isTopicClosed;

/** A title that stopped being true waits its turn behind everything people read. */
export async function askForTopic(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<void> {
  const card = await deps.cards.find(appeal.id, notice);
  if (!card?.threadId || isTrue(card, wanted(deps, appeal))) return;
  const now = deps.clock();
  const about = { eventId: notice.eventId, appealId: appeal.id };
  await deps.notices.insert([aNotice('topic', notice, about, { now, dueAt: now })]);
}

/** One step towards what the topic should be, open first, closed last; nothing when it is true. */
function nextStep(deps: WorkerDeps, card: Card, goal: Wanted) {
  const at = addressOf(card);
  const isClosed = card.isTopicClosed ?? false;
  if (isClosed && !goal.isTopicClosed)
    return { call: () => deps.messenger.setTopicOpen(at, true), done: { isTopicClosed: false } };
  if (card.topicTitle !== goal.topicTitle)
    return {
      call: () => deps.messenger.editTopic(at, goal.topicTitle),
      done: { topicTitle: goal.topicTitle },
    };
  if (!isClosed && goal.isTopicClosed)
    return { call: () => deps.messenger.setTopicOpen(at, false), done: { isTopicClosed: true } };
  return undefined;
}

/** Brings the topic's title and openness up to date; `lost` when somebody deleted it: the card opens another. */
export async function keepTopic(
  deps: WorkerDeps,
  notice: Notice,
  appeal: Appeal,
): Promise<EditResult | 'not_needed' | 'lost'> {
  let card = await deps.cards.find(appeal.id, notice);
  if (card?.hasLostTopic) return 'lost';
  if (!card?.threadId) return 'not_needed';
  const isLeft = await hasLeft(deps, notice, appeal);
  const goal = { ...wanted(deps, appeal), ...(isLeft && { isTopicClosed: true }) };
  for (let step = nextStep(deps, card, goal); step; step = nextStep(deps, card, goal)) {
    const ended = await step.call();
    if (ended.result === 'no_thread') {
      await forgetTopic(deps, card);
      return 'lost';
    }
    if (ended.result !== 'sent') return repeatable(ended);
    card = { ...card, ...step.done };
    await deps.cards.save(card);
  }
  return { result: 'sent', messageIds: [] };
}
