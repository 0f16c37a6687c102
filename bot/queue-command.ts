import { inSection, nextAfter, QUEUE_SECTIONS, type OpenAppeal, type QueueSection } from '../domain/queue';
import { isLetIn, may } from '../domain/permissions';
import { movesForModerators } from '../use-cases/move-account';
import { cardInQueue, queueScreen, shownOf } from '../screens/queue-screens';
import { paragraphs } from '../screens/texts';
import type { StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import { hasMissedList, showMissed } from './missed-list';
import type { Press } from './on-appeal';
import { showCard } from './show-card';
import { knownAs } from './staff-replies';
import type { Reply, Visit } from './visit';

const sectionOf = (word = ''): QueueSection | undefined => QUEUE_SECTIONS.find((section) => section === word);

/** What waits here: in the group of a department, what is that department's. */
async function waitingHere({ deps, actor, incoming: { chat } }: Visit): Promise<readonly OpenAppeal[]> {
  const [open, group] = await Promise.all([
    deps.oversight.open(),
    chat.kind === 'group' ? deps.staffGroups.find(chat) : undefined,
  ]);
  const shown = open.filter((appeal) => isLetIn(actor, appeal));
  return group?.isBound ? shown.filter(({ department }) => department === group.department) : shown;
}

async function showQueue(visit: Visit, section?: QueueSection): Promise<Reply> {
  const { deps, t } = visit;
  const now = deps.clock();
  const open = await waitingHere(visit);
  const found = await Promise.all(shownOf(open, now, section).map(({ id }) => deps.appeals.find(id)));
  const whole = found.filter((appeal) => appeal !== undefined);
  const screen = queueScreen(t, deps.city, { open, whole, now, ...(section && { section }) });
  const moves = may.steer(visit.actor) && visit.incoming.chat.kind === 'private' ? await movesForModerators(deps) : []; // prettier-ignore
  const waiting = moves.length > 0 && visit.t('queue-moves', { count: moves.length });
  return { screen: { ...screen, text: paragraphs(screen.text, waiting) } };
}

/** `/queue`, `/queue прострочені`; the deputy mayor reads first what the law's term has passed for. */
export const queue: StaffCommand = (visit, argument) => {
  const { t } = visit;
  const word = argument.trim();
  const section = QUEUE_SECTIONS.find((name) => isAmong(t.plain(`words-queue-${name}`), word));
  if (word && !section) return Promise.resolve({ screen: { text: t('staff-queue-how') } });
  return !word && hasMissedList(visit) ? showMissed(visit) : showQueue(visit, section);
};

/** The card that comes after the one just seen, and the way on. */
async function showNext(visit: Visit, name: string, afterId?: string): Promise<Reply> {
  const { deps, t } = visit;
  const section = sectionOf(name);
  const open = await waitingHere(visit);
  const before = afterId ? await deps.appeals.find(afterId) : undefined;
  const next = nextAfter(section ? inSection(open, section, deps.clock()) : open, before);
  if (!next) {
    const { screen } = await showQueue(visit, section);
    return { screen: { ...screen, text: paragraphs(t('queue-seen'), screen?.text) } };
  }
  const { screen } = await showCard(visit, next.id);
  return knownAs(
    visit,
    { appealId: next.id },
    screen ? { screen: cardInQueue(t, screen, { section: name, id: next.id }) } : {},
  );
}

/** A group may hold people without a post: what waits is not theirs to read. */
const forColleagues =
  (press: Press): Press =>
  (visit, subjects) =>
    may.work(visit.actor) ? press(visit, subjects) : Promise.resolve({ note: visit.t.plain('staff-only') });

const turnMissed: Press = (visit, [page = '0']) =>
  hasMissedList(visit)
    ? showMissed(visit, Math.max(Number.parseInt(page, 10) || 0, 0))
    : Promise.resolve({ note: visit.t.plain('staff-past-button') });

/** `queue.<section>` shows the list, `missed.<page>` the deputy's, `qn.<section>.<appeal>` the card after that one. */
export const QUEUE_PRESSES: Readonly<Record<string, Press>> = {
  queue: forColleagues((visit, [section]) => showQueue(visit, sectionOf(section))),
  missed: turnMissed,
  qn: forColleagues((visit, [section = 'all', afterId]) => showNext(visit, section, afterId)),
};
