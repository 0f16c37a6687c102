import type { Appeal } from '../domain/appeal';
import { findCategory, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { stepsDue } from '../domain/escalation';
import { figuresOf, inSection, type OpenAppeal, type QueueSection } from '../domain/queue';
import type { Choice, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';
import { openSignOf } from './topic-screens';

export const SHOWN_IN_QUEUE = 8;

const signOf = (appeal: OpenAppeal): string => {
  if (appeal.isUrgent) return '🚨';
  const sign = appeal.needsModerator ? '👤' : openSignOf(appeal);
  return appeal.isPreferred ? `⏫ ${sign}` : sign;
};

const categoryOf = ({ category }: OpenAppeal, city: City, t: Texts): string => {
  const found = findCategory(city, category);
  return found ? nameIn(found.names, t.language) : category;
};

const sectionButton = (t: Texts, section: QueueSection, count: number): Choice => ({
  label: t.plain(`choice-queue-${section}`, { count }),
  token: `queue.${section}`,
});

const inPairs = <T>(all: readonly T[]): T[][] =>
  all.flatMap((_, index) => (index % 2 === 0 ? [all.slice(index, index + 2)] : []));

/** Those a page shows, the most urgent first. */
export const shownOf = (open: readonly OpenAppeal[], now: Date, section?: QueueSection) =>
  (section ? inSection(open, section, now) : open).slice(0, SHOWN_IN_QUEUE);

/** What waits: how many in each section and since when, the first of them, and the way through them one by one. */
export function queueScreen(
  t: Texts,
  city: City,
  { open, whole, now, section }: { open: readonly OpenAppeal[]; whole: readonly Appeal[]; now: Date; section?: QueueSection }, // prettier-ignore
): Screen {
  if (open.length === 0) return { text: t('queue-empty') };
  const figures = figuresOf(open, now);
  const shown = shownOf(open, now, section);
  const line = (appeal: OpenAppeal) => {
    const { number, dueAt: day } = appeal;
    const facts = { sign: signOf(appeal), number, category: categoryOf(appeal, city, t), day };
    const known = whole.find(({ id }) => id === appeal.id);
    const sifting = known && stepsDue(known, city, now).find(({ when }) => when === 'sifting_near');
    const waits = t(day < now ? 'queue-line-late' : 'queue-line', facts);
    return lines(waits, sifting && t('queue-line-sifting', { day: sifting.termEndsAt }));
  };
  return {
    text: paragraphs(
      t('queue', { total: open.length }),
      lines(...figures.map(({ section: name, ...facts }) => t(`queue-${name}`, facts))),
      section && t(`queue-only-${section}`),
      lines(...shown.map(line)),
    ),
    choices: [
      ...(shown.length > 0 ? [[button(t, 'choice-one-by-one', `qn.${section ?? 'all'}`)]] : []),
      ...inPairs(figures.map(({ section: name, count }) => sectionButton(t, name, count))),
      ...inPairs(shown.map(({ id, number }) => ({ label: number, token: `sc.${id}` }))),
    ],
  };
}

/** After a decision: the card, for whom it is for still, and the way on through the queue. */
export const afterDecision = (
  t: Texts,
  {
    id,
    isSeen = true,
    section = 'moderator',
  }: { id: string; isSeen?: boolean; section?: 'moderator' | 'all' },
): Choice[][] => [
  [
    ...(isSeen ? [button(t, 'choice-open-appeal', `sc.${id}`)] : []),
    button(t, 'choice-next', `qn.${section}.${id}`),
  ],
];

/** A card on the way through the queue. */
export const cardInQueue = (
  t: Texts,
  card: Screen,
  { section, id }: { section: string; id: string },
): Screen => ({
  ...card,
  choices: [
    ...(card.choices ?? []),
    [button(t, 'choice-next', `qn.${section}.${id}`), button(t, 'choice-queue', 'queue')],
  ],
});
