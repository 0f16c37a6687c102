import type { Draft } from '../domain/draft';
import { entryOf } from '../domain/entry';
import type { Choice, Markup } from '../messengers/messenger';
import { button, emergencyLines } from '../screens/menu-screens';
import { paragraphs } from '../screens/texts';
import type { Input } from './dialogue';
import { addWritten, writtenIn } from './dialogues/writing';
import { draftFor, draftIdFor } from './drafting';
import { leave } from './leave-draft';
import type { Reply, Visit } from './visit';

const LEFT_BY = { '!cancel': 'cancel', '!later': 'later' } as const;

const isInGroup = ({ incoming }: Visit): boolean => incoming.chat.kind === 'group';

/** The first button asks the question as soon as the version that knows it is here. */
function waiting(visit: Visit, draft: Draft, text: Markup, ways: readonly Choice[] = []): Reply {
  const { t } = visit;
  const again = button(t, 'choice-resume', `resume.${draft.id}`);
  const others = [button(t, 'menu-new', 'new'), button(t, 'menu-start', 'start')];
  const choices = [...[again, ...ways].map((way) => [way]), ...(isInGroup(visit) ? [] : [others])];
  return { screen: { text, choices }, position: { draftId: draft.id } };
}

/** Only a newer version knows what the draft asks: it waits for that one as it is, and its author may begin another. */
export function newerDraft(visit: Visit, draft: Draft, remark?: Markup): Reply {
  const { t } = visit;
  const onward = !isInGroup(visit) && t('draft-newer-onward');
  return waiting(visit, draft, paragraphs(remark, t('draft-newer'), onward));
}

/** What is said to such a draft is kept aside, for whoever meant an appeal; it can be left as any other. */
export async function besideNewer(visit: Visit, draft: Draft, input: Input): Promise<Reply> {
  const how = input.kind === 'choice' ? entryOf(LEFT_BY, input.value) : undefined;
  const left = how && (await leave(visit, draft, how));
  const lost = input.kind === 'choice' || isInGroup(visit) ? undefined : visit.t('draft-newer-lost');
  return left ?? (await keptBeside(visit, draft, input)) ?? newerDraft(visit, draft, lost);
}

async function keptBeside(visit: Visit, draft: Draft, input: Input): Promise<Reply | undefined> {
  const { deps, t, incoming } = visit;
  const added = addWritten({}, input, incoming.chat.messenger, 'refusal-text-or-photo');
  if ('refusal' in added || isInGroup(visit)) return undefined;
  const begun = { kind: 'appeal', fields: added.set } as const;
  const kept = draftFor(visit, draftIdFor(incoming.id, 'appeal'), begun);
  await deps.drafts.insert({ ...kept, state: 'cancelled' });
  const isDanger = deps.classifier.isDangerous(writtenIn(added.set));
  const text = paragraphs(isDanger && emergencyLines(t, deps.city), t('draft-newer'), t('draft-newer-kept'));
  return waiting(visit, draft, text, [button(t, 'choice-insist', `resume.${kept.id}`)]);
}
