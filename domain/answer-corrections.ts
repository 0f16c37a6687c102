import { lastAnswer, type Answer, type Appeal, type Attachment } from './appeal';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';

export interface Correction {
  /** Which answer: its ordinal stays, so «not solved» about it stays valid. */
  readonly ordinal: number;
  readonly text: string;
  /** Files that come to those it has, such as photos of the fix. */
  readonly attachments: readonly Attachment[];
}

/** The answer with the new words and files, each file once. */
function corrected(answer: Answer, { text, attachments }: Correction, now: Instant): Answer {
  const known = new Set(answer.attachments.map(({ id }) => id));
  const added = attachments.filter(({ id }) => !known.has(id));
  return {
    ...answer,
    text,
    attachments: [...answer.attachments, ...added],
    ...(text !== answer.text && { correctedAt: now }),
  };
}

/**
 * The office mends an answer the citizen has not judged yet, or adds files to it. The words before stay in the history.
 * Refuses with `already_decided` (the citizen has had their say), `old_answer`, `empty_text` or `not_changed`.
 */
export function correctAnswer(appeal: Appeal, command: Command & Correction, now: Instant): Decision {
  if (appeal.status !== 'answered') return refuse('already_decided');
  const last = lastAnswer(appeal);
  if (last?.ordinal !== command.ordinal) return refuse('old_answer');
  if (!command.text.trim()) return refuse('empty_text');
  const answer = corrected(last, command, now);
  const attachments = answer.attachments.slice(last.attachments.length);
  const isReworded = answer.text !== last.text;
  if (!isReworded && attachments.length === 0) return refuse('not_changed');
  const facts = {
    ordinal: last.ordinal,
    ...(isReworded && { before: last.text, text: answer.text }),
    ...(attachments.length > 0 && { attachments }),
  };
  const answers = [...appeal.answers.slice(0, -1), answer];
  return accept({ ...appeal, answers }, command, { type: 'appeal.answer_corrected', at: now, facts });
}

/** What colleagues should know: never shown to the citizen. Refuses with `empty_text`. */
export function note(appeal: Appeal, command: Command & { text: string }, now: Instant): Decision {
  if (!command.text.trim()) return refuse('empty_text');
  return accept(appeal, command, { type: 'appeal.noted', at: now, facts: { text: command.text } });
}
