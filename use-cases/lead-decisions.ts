import { correctAnswer } from '../domain/answer-corrections';
import { lastAnswer, type Appeal, type AppealEvent, type EventType } from '../domain/appeal';
import { localDay } from '../domain/calendar';
import type { City } from '../domain/city';
import { explainDelay } from '../domain/delay';
import { refuse, type Command, type Decision } from '../domain/decision';
import type { Instant } from '../domain/instant';
import { reroute } from '../domain/hand-over';
import { recategorise } from '../domain/recategorise';
import { label } from '../domain/marks';
import { extend, forward } from '../domain/moderator-decisions';
import { isOpen } from '../domain/moves';
import { answer, assign } from '../domain/staff-decisions';

export type Decide = (appeal: Appeal, command: Command, now: Instant) => Decision;

/** The id of what follows for another appeal from an event. */
export const carriedId = ({ id }: AppealEvent, appealId: string): string => `${id}-${appealId}`;

const isOfOfficials = (text = ''): boolean => text.endsWith('officials');

/** What the office did with the lead, done with a joiner. */
export const LEAD_DECISIONS: Partial<
  Record<EventType, (lead: Appeal, event: AppealEvent, city: City) => Decide>
> = {
  'appeal.taken': taken,
  'appeal.assigned': taken,
  'appeal.answered':
    (lead, { facts }, city) =>
    (joiner, command, now) => {
      const given = lead.answers.find(({ ordinal }) => ordinal === facts.ordinal);
      if (!given) return refuse('wrong_status');
      // The promised day was checked when the lead was answered.
      const today = given.plannedOn ?? localDay(now, city.timeZone).toString();
      return answer({ ...joiner, ...executorOf(lead) }, { ...command, given, today }, now);
    },
  'appeal.rerouted':
    ({ department }) =>
    (joiner, command, now) =>
      reroute(joiner, { ...command, department }, now),
  'appeal.recategorised':
    ({ category }, _event, city) =>
    (joiner, command, now) =>
      recategorise(joiner, { ...command, category }, now, city),
  'appeal.labelled': (_lead, { facts }, city) => {
    const isSet = facts.text?.startsWith('+') ?? false;
    return (joiner, command, now) =>
      isOfOfficials(facts.text)
        ? label(joiner, { ...command, mark: 'officials', isSet, of: [] }, now, city)
        : refuse('nothing_changed');
  },
  'appeal.forwarded':
    (_lead, { facts }) =>
    (joiner, command, now) =>
      forward(joiner, { ...command, text: facts.text ?? '' }, now),
  'appeal.answer_corrected':
    (lead, { facts }) =>
    (joiner, command, now) => {
      const last = lastAnswer(joiner);
      const ordinal = carriedOrdinal(lead, joiner, facts.ordinal);
      if (!last || !ordinal) return refuse('wrong_status');
      const { text = last.text, attachments = [] } = facts;
      return correctAnswer(joiner, { ...command, ordinal, text, attachments }, now);
    },
  'appeal.delay_explained':
    (_lead, { facts }) =>
    (joiner, command, now) =>
      explainDelay(joiner, { ...command, reason: facts.text ?? '' }, now),
  'appeal.extended':
    (lead, { facts }, city) =>
    (joiner, command, now) => {
      const day = localDay(lead.legalDueAt ?? lead.dueAt, city.timeZone);
      return extend(joiner, { ...command, day, reason: facts.text ?? '' }, now, city);
    },
};

/** Under which ordinal the joiner has this answer of the lead. */
function carriedOrdinal(lead: Appeal, joiner: Appeal, ordinal?: number): number | undefined {
  const given = lead.events.find(
    ({ type, facts }) => type === 'appeal.answered' && facts.ordinal === ordinal,
  );
  return given && joiner.events.find(({ id }) => id === carriedId(given, joiner.id))?.facts.ordinal;
}

const executorOf = ({ executorId }: Appeal) => ({ ...(executorId && { executorId }) });

function taken(lead: Appeal): Decide {
  return (joiner, command, now) =>
    lead.executorId && isOpen(joiner.status)
      ? assign(joiner, { ...command, executorId: lead.executorId }, now)
      : refuse('wrong_status');
}
