import { lastAnswer, type Appeal } from '../domain/appeal';
import { forwardingOf } from '../domain/follow-up';
import { roadOf, type Road } from '../domain/open-talk';
import { may } from '../domain/permissions';
import { button, emergencyLines } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { asNew } from './as-new';
import { aside } from './aside';
import { CITIZEN_PRESSES } from './citizen-presses';
import { begin, proceed, withRemark } from './conversation';
import type { Input } from './dialogue';
import { inputOf } from './dialogue-press';
import { addWritten, writtenIn } from './dialogues/writing';
import { draftFor, draftIdFor } from './drafting';
import { isAmong, matchMarked, wordMark } from './match-typed';
import { presentDraft } from './present-draft';
import { toAppeal } from './staff-replies';
import type { Reply, Visit } from './visit';

const SAID: readonly Input['kind'][] = ['text', 'file', 'location'];

/** An answer to one of our notices belongs to its appeal, whatever else is being written. */
export async function onReply(visit: Visit): Promise<Reply | undefined> {
  const { incoming, deps } = visit;
  const { replyToMessageId, content } = incoming;
  if (!replyToMessageId) return undefined;
  const notice = await deps.notices.findByMessage(incoming.chat, replyToMessageId);
  const appeal = notice?.appealId ? await deps.appeals.find(notice.appealId) : undefined;
  if (!notice || !appeal) return undefined;
  const open = await presentDraft(visit);
  if (open && open.id === notice.draftId) return undefined;
  const input = inputOf(content, incoming.messageId ?? incoming.id);
  if (!input || !SAID.includes(input.kind)) return undefined;
  if (!may.addDetail(visit.actor, appeal)) return asColleague(visit, appeal, input);
  return ROADS[roadOf(appeal, deps.city, deps.clock())](visit, appeal, input);
}

/** A colleague who answers an alert writes to the citizen, not as one; anybody else sees nothing of the appeal. */
const asColleague = (visit: Visit, { id }: Appeal, input: Input): Promise<Reply> | undefined =>
  may.work(visit.actor) ? toAppeal(visit, id, input) : undefined;

type Way = (visit: Visit, appeal: Appeal, input: Input) => Promise<Reply>;

/** The same matter is being written about already. */
async function openAbout(visit: Visit, kind: 'detail' | 'rework', { id }: Appeal) {
  const open = await presentDraft(visit);
  return open?.kind === kind && open.subjectId === id ? open : undefined;
}

const asDetail: Way = async (visit, appeal, input) => {
  const open = await openAbout(visit, 'detail', appeal);
  return open ? proceed(visit, open, input) : begin(visit, { kind: 'detail', subjectId: appeal.id }, input);
};

/** A bare yes or no is the button; other words are judged by their author before they go. */
const aboutAnswer: Way = async (visit, appeal, input) => {
  if (input.kind === 'location') return CITIZEN_PRESSES.a!(visit, [appeal.id]);
  const ordinal = lastAnswer(appeal)?.ordinal;
  const verdict = input.kind === 'text' ? verdictOf(visit, input.text) : undefined;
  if (verdict) return CITIZEN_PRESSES[verdict]!(visit, [appeal.id, String(ordinal)]);
  const open = await openAbout(visit, 'rework', appeal);
  return open
    ? proceed(visit, open, input)
    : begin(visit, { kind: 'rework', subjectId: appeal.id, fields: { ordinal } }, input);
};

/** Another body has it: the words wait aside until their author says that it did not help. */
const afterForwarding: Way = async (visit, appeal, input) => {
  const { deps, t, incoming } = visit;
  const added = addWritten({}, input, incoming.chat.messenger, 'refusal-text-or-photo');
  if ('refusal' in added) return aside(visit, { text: t(added.refusal, added.args) });
  const begun = { kind: 'detail', subjectId: appeal.id, fields: added.set } as const;
  const draft = draftFor(visit, draftIdFor(incoming.id, 'detail'), begun);
  await deps.drafts.insert({ ...draft, state: 'saved' });
  const choices = [
    [button(t, 'choice-not-helped', `help.${appeal.id}.${forwardingOf(appeal)}.no`)],
    [button(t, 'choice-open-appeal', `a.${appeal.id}`)],
  ];
  const isDanger = deps.classifier.isDangerous(writtenIn(added.set));
  const text = paragraphs(
    isDanger && emergencyLines(t, deps.city),
    t('reply-forwarded', { number: appeal.number }),
  );
  return aside(visit, { text, choices });
};

/** It takes nothing more: the words begin a new appeal, and that is said. */
const asNewOne: Way = async (visit, { id, number }, input) => {
  const reply = await asNew(visit, input);
  return reply ? withRemark(reply, visit.t('onward-appeal', { number })) : CITIZEN_PRESSES.a!(visit, [id]);
};

const ROADS: Record<Road, Way> = {
  detail: asDetail,
  rework: aboutAnswer,
  help: afterForwarding,
  new: asNewOne,
};

/** The button whose words, number, or a bare yes or no was written. */
function verdictOf({ t }: Visit, text: string): string | undefined {
  if (isAmong(t.plain('words-solved'), text)) return 'ok';
  if (isAmong(t.plain('words-not-solved'), text)) return 'no';
  const choices = [
    { token: 'ok', word: wordMark(t.plain('choice-solved')) },
    { token: 'no', word: wordMark(t.plain('choice-not-solved')) },
  ];
  return matchMarked(choices, text);
}
