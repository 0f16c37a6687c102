import { attachmentsOf, lastAnswer, type Appeal, type Attached, type Attachment } from '../../domain/appeal';
import { isOpen } from '../../domain/moves';
import type { AppealRecord } from './records';
import { searchWords } from './search-words';

type Copies = AppealRecord['copies'];

/** Ids of attachments without a copy of ours that are not among `known` ones. */
export function uncopiedIds(appeal: Attached, known?: Attached): string[] {
  const knownIds = new Set(known ? attachmentsOf(known).map(({ id }) => id) : []);
  const fresh = attachmentsOf(appeal).filter(({ id, copyId }) => !copyId && !knownIds.has(id));
  return fresh.map(({ id }) => id);
}

const AT_ONCE = new Date(0);

/** The appeal's fields as they are stored, with what is asked about it. */
export function toFields(appeal: Appeal) {
  const { id: _id, ...fields } = appeal;
  const answeredAt = lastAnswer(appeal)?.at;
  return {
    ...fields,
    searchWords: searchWords(appeal),
    ...(answeredAt && { lastAnsweredAt: answeredAt }),
    ...(isOpen(appeal.status) && { lookAt: AT_ONCE }),
  };
}

export function toAppeal(record: AppealRecord): Appeal {
  const {
    _id,
    unexpanded: _u,
    uncopied: _n,
    searchWords: _s,
    lastAnsweredAt: _l,
    lookAt: _at,
    copies,
    ...fields
  } = record;
  return withCopies({ id: _id, ...fields }, copies);
}

function withCopies(appeal: Appeal, copies: Copies): Appeal {
  if (copies.length === 0) return appeal;
  const copyIds = new Map(copies.map(({ id, copyId }) => [id, copyId]));
  const merge = (attachments: readonly Attachment[]): Attachment[] =>
    attachments.map((attachment) => {
      const copyId = copyIds.get(attachment.id);
      return copyId ? { ...attachment, copyId } : attachment;
    });
  return {
    ...appeal,
    attachments: merge(appeal.attachments),
    answers: appeal.answers.map((answer) => ({ ...answer, attachments: merge(answer.attachments) })),
    events: appeal.events.map(({ facts, ...event }) => ({
      ...event,
      facts: facts.attachments ? { ...facts, attachments: merge(facts.attachments) } : facts,
    })),
  };
}
