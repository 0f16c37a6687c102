import type { Appeal, EventType } from './appeal';
import { localDay, startOfDay, type Day } from './calendar';
import type { City } from './city';
import { ESCALATION_MOMENTS, type EscalationMoment, type EscalationSide, type EscalationStep } from './escalation-step'; // prettier-ignore
import { after, DAY_MS, type Instant } from './instant';
import { isCarried } from './joining';
import { isOpen } from './moves';
import type { Side } from './notices';
import { siftingEndsAt, siftingEndsOn } from './term';

type Rules = Pick<City, 'escalation' | 'timeZone' | 'calendar'>;

/** A step whose moment has come in the term that runs now. */
export interface DueStep {
  /** `legal_term_near-3`: tells the steps of one term apart. */
  readonly id: string;
  readonly when: EscalationMoment;
  readonly tell: readonly EscalationSide[];
  /** The event that opened the term. */
  readonly eventId: string;
  readonly dueSince: Instant;
  /** The end of the term it is about. */
  readonly termEndsAt: Instant;
  /** Milliseconds past that end; 0 while it lies ahead. */
  readonly lateMs: number;
}

interface Term {
  readonly eventId: string;
  readonly openedAt: Instant;
}

const OPENING: readonly EventType[] = [
  'appeal.returned_for_rework',
  'appeal.extended',
  'appeal.completed',
  'appeal.not_helped',
];

/** Filing opens a term, each «not solved», extension, completion or «they did not help» a new one, and the steps count anew. */
export function presentTerm({ events, registeredAt }: Appeal): Term {
  const opening = events.findLast(({ type }) => OPENING.includes(type));
  return { eventId: (opening ?? events[0])?.id ?? '', openedAt: opening?.at ?? registeredAt };
}

const isUntaken = ({ status, executorId }: Appeal): boolean =>
  status === 'submitted' || status === 'rework' || !executorId;

/** Nobody has taken it or decided that it is not ours or incomplete. */
const isUnsifted = (appeal: Appeal): boolean => isUntaken(appeal) && appeal.answers.length === 0;

const UNTAKEN: Partial<Record<EscalationMoment, (appeal: Appeal) => boolean>> = {
  half_term_untaken: isUntaken,
  sifting_near: isUnsifted,
};

interface Span {
  readonly fromAt: Instant;
  /** A gentler step is over when the harder one begins. */
  readonly untilAt?: Instant;
  readonly termEndsAt: Instant;
}

const missed = (termEndsAt: Instant): Span => ({ fromAt: after(termEndsAt, 1), termEndsAt });

/** From the first moment of the day that is `daysBefore` days before the last one. */
const near = (lastDay: Day, endsAt: Instant, { daysBefore }: EscalationStep, { timeZone }: Rules): Span => ({
  fromAt: startOfDay(lastDay.subtract({ days: daysBefore }), timeZone),
  untilAt: endsAt,
  termEndsAt: endsAt,
});

/** The law's term as it runs now; none where a rework began after its end. */
export function legalTermOf(appeal: Appeal): Instant | undefined {
  const { legalDueAt } = appeal;
  return legalDueAt && legalDueAt > presentTerm(appeal).openedAt ? legalDueAt : undefined;
}

/** When a step is due. Art. 20: an answer given stops the legal clock, so a rework after its end has only a target. */
function spanOf(step: EscalationStep, appeal: Appeal, city: Rules): Span | undefined {
  const { dueAt, registeredAt } = appeal;
  const { openedAt } = presentTerm(appeal);
  if (step.when === 'sifting_near')
    return near(siftingEndsOn(registeredAt, city), siftingEndsAt(registeredAt, city), step, city);
  if (step.when === 'target_missed') return missed(dueAt);
  if (step.when === 'half_term_untaken') {
    const half = (dueAt.getTime() - openedAt.getTime()) / 2;
    return { fromAt: after(openedAt, half), untilAt: dueAt, termEndsAt: dueAt };
  }
  const legalDueAt = legalTermOf(appeal);
  if (!legalDueAt) return undefined;
  if (step.when === 'legal_term_missed') return missed(legalDueAt);
  return near(localDay(legalDueAt, city.timeZone), legalDueAt, step, city);
}

function isDue({ when }: EscalationStep, appeal: Appeal, { fromAt, untilAt }: Span, now: Instant): boolean {
  if (UNTAKEN[when]?.(appeal) === false) return false;
  return fromAt <= now && (!untilAt || now <= untilAt);
}

const severity = ({ when }: DueStep) => ESCALATION_MOMENTS.indexOf(when);

/** The steps true at a moment, the latest last; none while the office does not have the word. */
export function stepsDue(appeal: Appeal, city: Rules, now: Instant): readonly DueStep[] {
  if (!isOpen(appeal.status)) return [];
  const { eventId } = presentTerm(appeal);
  const due = city.escalation.flatMap((step): DueStep[] => {
    const span = spanOf(step, appeal, city);
    if (!span || !isDue(step, appeal, span, now)) return [];
    const { fromAt: dueSince, termEndsAt } = span;
    const lateMs = Math.max(0, now.getTime() - termEndsAt.getTime());
    const id = step.daysBefore > 0 ? `${step.when}-${step.daysBefore}` : step.when;
    return [{ id, when: step.when, tell: step.tell, eventId, dueSince, termEndsAt, lateMs }];
  });
  return due.sort((a, b) => a.dueSince.getTime() - b.dueSince.getTime() || severity(a) - severity(b));
}

const OWN_TO_JOINERS: readonly EscalationMoment[] = ['legal_term_near', 'legal_term_missed'];

/** The office hears of its own target once, for the lead; the law's term is each appeal's own. */
const isTheLeads = ({ when }: DueStep, side: EscalationSide, appeal: Appeal): boolean =>
  side !== 'citizen' && isCarried(appeal) && !OWN_TO_JOINERS.includes(when);

const isSifting = ({ when }: DueStep) => when === 'sifting_near';

/**
 * The latest step each side is told: after a long silence everyone hears one thing, not all that was missed. The five
 * days of art. 7 are a term of their own beside it. `standing` says who stands there when nobody holds the role.
 */
export function escalationsDue(
  appeal: Appeal,
  city: Rules,
  now: Instant,
  standing: (side: EscalationSide) => Side = (side) => side,
): readonly { readonly side: Side; readonly step: DueStep }[] {
  const due = stepsDue(appeal, city, now);
  const terms = [due.filter((step) => !isSifting(step)), due.filter(isSifting)];
  return terms.flatMap((steps) => {
    const latest = new Map<Side, DueStep>();
    for (const step of steps)
      for (const side of step.tell) if (!isTheLeads(step, side, appeal)) latest.set(standing(side), step);
    return [...latest].map(([side, step]) => ({ side, step }));
  });
}

/** When the appeal is worth a look again: at its next step, within a day in any case, as the pack may change. */
export function nextLookAt(appeal: Appeal, city: Rules, now: Instant): Instant {
  const moments = city.escalation.flatMap((step) => spanOf(step, appeal, city)?.fromAt ?? []);
  const ahead = moments.filter((moment) => moment > now).map((moment) => moment.getTime());
  return new Date(Math.min(...ahead, after(now, DAY_MS).getTime()));
}
