import type { NonAppealKind } from '../domain/city';
import type { Fields } from '../domain/draft';
import { button } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import { present, proceed, resume } from './conversation';
import type { Input } from './dialogue';
import { draftFor, draftIdFor, keep, talksOf } from './drafting';
import { addPiece } from './dialogues/writing';
import { parseToken } from './tokens';
import type { Reply, Visit } from './visit';

type Words = Input & { kind: 'text' };

const VERB = 'insist';
/** Longer words may be about an open appeal, however politely they begin. */
const BRIEF_WORDS = 3;

const isBrief = (text: string): boolean => text.trim().split(/\s+/).length <= BRIEF_WORDS;

/** Small talk that is answered in kind: what the classifier takes for it, unless it may be about an open appeal. */
export async function talkIn(visit: Visit, { text }: Words): Promise<NonAppealKind | undefined> {
  const kind = visit.deps.classifier.recogniseNonAppeal(text);
  return kind && (isBrief(text) || (await talksOf(visit)).length === 0) ? kind : undefined;
}

/** The polite answer, with the words kept aside and a button for whoever meant an appeal. */
export async function answeredInKind(
  visit: Visit,
  kind: NonAppealKind,
  { text, messageId }: Words,
  { screen, ...reply }: Reply,
): Promise<Reply> {
  const added = addPiece({}, { messageId, text });
  if (!screen || 'refusal' in added) return { ...reply, ...(screen && { screen }) };
  const fields: Fields = { ...added.set, isDoubtful: true };
  const about = (await talksOf(visit)).length > 0 ? 'loose' : 'appeal';
  const id = draftIdFor(visit.incoming.id, about);
  await visit.deps.drafts.insert({ ...draftFor(visit, id, { kind: about, fields }), state: 'cancelled' });
  const row = [button(visit.t, 'choice-insist', `${VERB}.${kind}.${id}`)];
  return { ...reply, screen: { ...screen, choices: [...(screen.choices ?? []), row] } };
}

/** The same kind of talk once more, right after the polite answer: a draft begins with all the words. */
export async function insistedOn(
  visit: Visit,
  kind: NonAppealKind,
  words: Words,
): Promise<Reply | undefined> {
  const tokens = (visit.position.choices ?? []).map(({ token }) => parseToken(token));
  const offered = tokens.find((token) => token?.verb === VERB && token.subjects[0] === kind);
  const draft = await ownDraft(visit, offered?.subjects[1]);
  return draft && heard(visit, await proceed(visit, draft, words));
}

/** `insist.greeting.<draft>`: it is an appeal after all. */
export async function insist(visit: Visit, [, id = '']: readonly string[]): Promise<Reply> {
  const draft = await ownDraft(visit, id);
  if (!draft) return resume(visit, id);
  const opened = await keep(visit, draft, { state: 'open' });
  return heard(visit, await present(visit, opened ?? draft));
}

async function ownDraft({ deps, actor }: Visit, id?: string) {
  const draft = id ? await deps.drafts.find(id) : undefined;
  return draft?.ownerId === actor.id && draft.state !== 'finished' ? draft : undefined;
}

const heard = ({ t }: Visit, reply: Reply): Reply =>
  reply.screen
    ? { ...reply, screen: { ...reply.screen, text: paragraphs(t('insisted'), reply.screen.text) } }
    : reply;
