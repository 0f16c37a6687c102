import type { Appeal } from '../domain/appeal';
import { IN_GROUP, type Notice, type NoticeKind } from '../domain/notice';
import { aNotice } from '../domain/notices';
import { homesOf } from '../use-cases/staff-chat-for';
import type { ChatKey } from '../use-cases/ports';
import { markUnreachable } from './mark-unreachable';
import { recipientsOf } from './recipients-of';
import type { WorkerDeps } from './worker-deps';

/** What the office owes the citizen by law, or would wait for in vain if nobody told it. */
const OWED: readonly NoticeKind[] = [
  'details_asked',
  'answered',
  'answer_corrected',
  'decided',
  'term_changed',
  'delay_explained',
  'joining',
  'closed_by_hand',
];

/** A colleague who never started the bot: the group hears it in their stead, once if it heard it already. */
const insteadOf = ({ kind }: Notice): NoticeKind | undefined =>
  IN_GROUP[kind] ?? (OWED.includes(kind) ? 'undelivered' : undefined);

const isSame = (one: ChatKey, other: ChatKey) =>
  one.messenger === other.messenger && one.chatId === other.chatId;

/** No controller has the card of a complaint about officials: those hear it who can see to it. */
async function tellModerators(deps: WorkerDeps, notice: Notice, appeal: Appeal): Promise<void> {
  await markUnreachable(deps, notice);
  const [cards, to] = await Promise.all([deps.cards.of(appeal.id), recipientsOf(deps, appeal)]);
  const hasCard = (chat: ChatKey) => cards.some((card) => card.messageId && isSame(card, chat));
  if (to.controllers.some(hasCard)) return;
  const now = deps.clock();
  const about = { eventId: notice.eventId, appealId: appeal.id };
  const told = (to.moderators ?? []).map((chat) => aNotice('unattended', chat, about, { now, dueAt: now }));
  await deps.notices.insert(told);
  for (const one of told) await deps.jobs.deliverTo(one);
}

/** Notes for the staff chat that the citizen did not get this; told again, it is told once. */
export async function tellOfficial(deps: WorkerDeps, notice: Notice): Promise<void> {
  const { eventId, appealId, step } = notice;
  const kind = insteadOf(notice);
  const appeal = appealId && (kind || notice.kind === 'card') ? await deps.appeals.find(appealId) : undefined;
  if (appeal?.isAboutOfficials && notice.kind === 'card') return tellModerators(deps, notice, appeal);
  if (!appeal || !appealId || !kind) return;
  const about = { eventId, appealId, ...(kind !== 'undelivered' && step && { step }) };
  const now = deps.clock();
  const homes = (await homesOf(deps, appeal)).filter((home) => !isSame(home, notice));
  await deps.notices.insert(homes.map((home) => aNotice(kind, home, about, { now, dueAt: now })));
  for (const home of homes) await deps.jobs.deliverTo(home);
}
