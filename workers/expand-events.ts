import type { Appeal, AppealEvent } from '../domain/appeal';
import { nextDaytime } from '../domain/calendar';
import { noticesFor, type Recipients } from '../domain/notices';
import type { ChatKey } from '../use-cases/ports';
import type { WorkerDeps } from './worker-deps';

/** `telegram-123` writes from the private chat 123. */
function privateChatOf(personId: string): ChatKey {
  const [messenger = '', ...rest] = personId.split('-');
  return { messenger, chatId: rest.join('-') };
}

async function recipientsOf(deps: WorkerDeps, appeal: Appeal): Promise<Recipients> {
  const citizen = await deps.citizens.find(appeal.citizenId);
  const executor = appeal.executorId && privateChatOf(appeal.executorId);
  const controllers = [...deps.moderatorIds]
    .map(privateChatOf)
    .filter(({ chatId }) => !executor || chatId !== executor.chatId);
  return {
    ...(citizen && { citizen: { messenger: citizen.messenger, chatId: citizen.chatId } }),
    ...(deps.staffChat && { staff: deps.staffChat }),
    ...(executor && { executor }),
    controllers,
  };
}

async function expandOne(deps: WorkerDeps, appeal: Appeal, event: AppealEvent): Promise<void> {
  const now = deps.clock();
  const recipients = await recipientsOf(deps, appeal);
  const notices = noticesFor(event, appeal, recipients, { now, dueForCitizen: nextDaytime(now, deps.city) });
  await deps.notices.insert(notices);
  await deps.appeals.markExpanded(appeal.id, event.id);
  const chats = new Map(notices.map(({ messenger, chatId }) => [chatId, { messenger, chatId }]));
  for (const chat of chats.values()) await deps.jobs.deliverTo(chat);
}

/** Makes the notices of an appeal's events, in order, each once however often it is called. */
export async function expandEvents(deps: WorkerDeps, appealId: string): Promise<void> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return;
  const waiting = await deps.appeals.unexpandedEventIds(appealId);
  for (const event of appeal.events) if (waiting.includes(event.id)) await expandOne(deps, appeal, event);
}
