import type { Appeal, AppealEvent, EventFacts, EventType } from './appeal';
import type { Mask } from './name-forms';
import { answerWithout } from './without-person';

/** These tell words of a lead's to those that stand behind it. */
export const CARRIED_WORDS: readonly EventType[] = [
  'appeal.answered',
  'appeal.forwarded',
  'appeal.answer_corrected',
  'appeal.delay_explained',
  'appeal.extended',
];

const factsWithout = ({ text, before, ...rest }: EventFacts, mask: Mask): EventFacts => ({
  ...rest,
  ...(text && { text: mask(text) }),
  ...(before && { before: mask(before) }),
});

/**
 * An appeal’s answers and history with the words masked that it got from another one, whose events have the ids
 * `origins`; so are those of the office that mended such an answer here. What else was said in it stays.
 */
export function withoutCarried(
  { id, answers, events }: Pick<Appeal, 'id' | 'answers' | 'events'>,
  origins: readonly string[],
  mask: Mask,
): Pick<Appeal, 'answers' | 'events'> {
  const isFrom = (event: AppealEvent, origin: string) =>
    event.id.startsWith(`${origin}-`) && event.id.slice(origin.length).includes(`-${id}`);
  const isCarried = (event: AppealEvent) =>
    CARRIED_WORDS.includes(event.type) && origins.some((origin) => isFrom(event, origin));
  const ordinals = new Set(events.filter(isCarried).flatMap(({ facts }) => facts.ordinal ?? []));
  const mends = ({ type, facts }: AppealEvent) =>
    type === 'appeal.answer_corrected' && facts.ordinal !== undefined && ordinals.has(facts.ordinal);
  return {
    answers: answers.map((answer) => (ordinals.has(answer.ordinal) ? answerWithout(answer, mask) : answer)),
    events: events.map((event) =>
      isCarried(event) || mends(event) ? { ...event, facts: factsWithout(event.facts, mask) } : event,
    ),
  };
}
