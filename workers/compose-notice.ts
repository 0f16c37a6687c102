import { lastAnswer, type Appeal, type AppealEvent, type EventType } from '../domain/appeal';
import { delayExplained } from '../domain/delay';
import type { DueStep } from '../domain/escalation';
import { isOpen } from '../domain/moves';
import type { NoticeKind } from '../domain/notice';
import type { Actor } from '../domain/permissions';
import type { Screen } from '../messengers/messenger';
import { closedByHandNotice, decidedNotice } from '../screens/decided-screens';
import { declinedNote } from '../screens/declined-screens';
import { extensionAskedAlert, extensionSettledNote } from '../screens/extension-screens';
import {
  helpQuestion,
  notHelpedAlert,
  plannedDayAlert,
  plannedDayNotice,
} from '../screens/follow-up-screens';
import { givenAlert, givenNote } from '../screens/give-screens';
import { hidingNotice } from '../screens/hiding-screens';
import { joiningNotice } from '../screens/joining-notice';
import { delayNotice, escalationAlert, escalationNote, lateNotice } from '../screens/late-screens';
import { answeredNotice, detailsAskedNotice, rateReminder, reworkAlert, takenNotice } from '../screens/notice-screens'; // prettier-ignore
import { unattendedAlert } from '../screens/officials-screens';
import { termChangedNotice } from '../screens/recategorise-screens';
import { topicSummary, undeliveredNote } from '../screens/staff-screens';
import type { Texts } from '../screens/texts';
import type { WorkerDeps } from './worker-deps';

/** What a notice is about, as things stand now. */
export interface Subject {
  readonly deps: WorkerDeps;
  readonly t: Texts;
  readonly appeal: Appeal;
  readonly event: AppealEvent;
  /** The citizen has not blocked us. */
  readonly isReachable: boolean;
  /** As what somebody whose own chat it is may act there. */
  readonly reader: Actor;
  /** The step of an escalation, as long as it is true. */
  readonly step?: DueStep;
}

type Compose = (subject: Subject) => Screen | undefined;

const isAboutLastAnswer = ({ appeal, event }: Subject) => event.facts.ordinal === lastAnswer(appeal)?.ordinal;

const TAKINGS: readonly EventType[] = ['appeal.taken', 'appeal.assigned'];
/** After these it is taken anew. */
const BREAKS: readonly EventType[] = [
  'appeal.returned_for_rework',
  'appeal.forwarded',
  'appeal.returned',
  'appeal.not_considered',
  'appeal.not_helped',
];

/** Passed from hand to hand inside the office is no news to the citizen; taken again after a rework is. */
function isNews({ events }: Appeal, event: AppealEvent): boolean {
  const earlier = events.slice(0, events.indexOf(event));
  const last = earlier.findLast(({ type }) => TAKINGS.includes(type) || BREAKS.includes(type));
  return !last || !TAKINGS.includes(last.type);
}

const COMPOSE: Partial<Record<NoticeKind, Compose>> = {
  taken: ({ t, deps, appeal, event }) =>
    appeal.status === 'in_progress' && isNews(appeal, event) ? takenNotice(t, deps.city, appeal) : undefined,
  term_changed: ({ t, deps, appeal, event }) =>
    termChangedNotice(t, deps.city, appeal, { event, now: deps.clock() }),
  details_asked: ({ t, deps, appeal, event }) =>
    appeal.status === 'needs_details' ? detailsAskedNotice(t, deps.city, appeal, event) : undefined,
  answered: (subject) => {
    const { t, deps, appeal, event } = subject;
    return isAboutLastAnswer(subject) ? answeredNotice(t, deps.city, appeal, event) : undefined;
  },
  hiding: ({ t, deps, appeal, event }) => hidingNotice(t, deps.city, appeal, event),
  joining: ({ t, deps, appeal, event }) => joiningNotice(t, deps.city, appeal, { event, now: deps.clock() }),
  decided: ({ t, deps, appeal, event }) => decidedNotice(t, deps.city, appeal, event),
  closed_by_hand: ({ t, deps, appeal, event }) => closedByHandNotice(t, deps.city, appeal, event),
  rate_reminder: (subject) =>
    subject.appeal.status === 'answered' && isAboutLastAnswer(subject)
      ? rateReminder(subject.t, subject.deps.city, subject.appeal)
      : undefined,
  rework_alert: ({ t, deps, appeal, event }) => reworkAlert(t, deps.city, appeal, event),
  escalation_note: ({ t, deps, appeal, step }) => step && escalationNote(t, deps.city, appeal, step),
  escalation: ({ t, deps, appeal, step }) => step && escalationAlert(t, deps.city, appeal, step),
  late: ({ t, deps, appeal, step }) => step && lateNotice(t, deps.city, appeal, step),
  delay_explained: ({ t, deps, appeal, event }) =>
    delayExplained(appeal)?.id === event.id ? delayNotice(t, deps.city, appeal, event) : undefined,
  extension_asked: ({ t, deps, appeal, event }) => extensionAskedAlert(t, deps.city, appeal, event),
  extension_asked_note: ({ t, deps, appeal, event }) => extensionAskedAlert(t, deps.city, appeal, event),
  extension_settled: ({ t, deps, appeal, event }) => extensionSettledNote(t, deps.city, appeal, event),
  extension_settled_note: ({ t, deps, appeal, event }) => extensionSettledNote(t, deps.city, appeal, event),
  planned_day: ({ t, deps, appeal, event }) => plannedDayNotice(t, deps.city, appeal, event),
  planned_alert: ({ t, deps, appeal, event }) => plannedDayAlert(t, deps.city, appeal, event),
  planned_note: ({ t, deps, appeal, event }) => plannedDayAlert(t, deps.city, appeal, event),
  help_question: ({ t, deps, appeal, event }) => helpQuestion(t, deps.city, appeal, event),
  not_helped: ({ t, deps, appeal }) =>
    isOpen(appeal.status) ? notHelpedAlert(t, deps.city, appeal) : undefined,
  given: ({ t, deps, appeal, event }) => givenAlert(t, deps.city, appeal, event),
  given_note: ({ t, appeal, event }) => givenNote(t, appeal, event),
  declined_note: ({ t, deps, appeal, event }) => declinedNote(t, deps.city, appeal, event),
  unattended: ({ t, appeal }) => (isOpen(appeal.status) ? unattendedAlert(t, appeal) : undefined),
  undelivered: ({ t, appeal, isReachable }) => undeliveredNote(t, appeal, !isReachable),
  topic_summary: ({ t, appeal }) => topicSummary(t, appeal),
};

/** What a notice says now, or nothing when it stopped being true. */
export const composeNotice = (kind: NoticeKind, subject: Subject): Screen | undefined =>
  COMPOSE[kind]?.(subject);
