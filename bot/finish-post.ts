import type { Colleague, Post, PostRole } from '../domain/colleague';
import { findDepartment } from '../domain/city';
import { mainLanguage } from '../domain/city-languages';
import type { Draft } from '../domain/draft';
import { mayAppoint } from '../domain/permissions';
import { HELD_STATUSES } from '../domain/staff-decisions';
import type { Screen } from '../messengers/messenger';
import { colleagueScreen, invitationScreen, postChanged } from '../screens/people-screens';
import { issuedScreen } from '../screens/token-screens';
import { paragraphs, type Texts } from '../screens/texts';
import { givePost } from '../use-cases/change-posts';
import { hireByToken } from '../use-cases/hire-by-token';
import { inviteColleague } from '../use-cases/invite-colleague';
import { tellPerson } from '../use-cases/tell-person';
import type { Finished } from './drafting';
import { publishMenuOf } from './publish-commands';
import type { Visit } from './visit';

export const heldBy = ({ deps }: Visit, id: string) => deps.appeals.countHeld(id, HELD_STATUSES);

export async function colleagueShown(visit: Visit, colleague: Colleague): Promise<Screen> {
  const mayTake = colleague.posts.filter(({ role }) => mayAppoint(visit.actor, role));
  const held = await heldBy(visit, colleague.id);
  return colleagueScreen(visit.t, visit.deps.city, colleague, { mayTake, held });
}

/** The texts in a colleague's own language. */
export async function textsOf({ citizens, city, textsFor }: Visit['deps'], id: string): Promise<Texts> {
  return textsFor((await citizens.find(id))?.language ?? mainLanguage(city));
}

/** What changed for a colleague, told to them in their language. */
export async function tellChanged(
  { deps, incoming }: Visit,
  id: string,
  change: { post: Post; isGiven: boolean },
): Promise<void> {
  await publishMenuOf(deps.menu, deps, id);
  const screen = postChanged(await textsOf(deps, id), deps.city, change);
  await tellPerson(deps, id, { eventId: incoming.id, screen });
}

function draftedPost({ deps }: Visit, { fields }: Draft): Post {
  const department = typeof fields.department === 'string' && findDepartment(deps.city, fields.department);
  return { role: fields.role as PostRole, ...(department && { department: department.code }) };
}

async function finishGiving(visit: Visit, draft: Draft, colleagueId: string): Promise<Finished> {
  const { deps, actor, t } = visit;
  const post = draftedPost(visit, draft);
  const given = await givePost(deps, { actor, colleagueId, post, commandId: draft.id });
  if (!given.ok) return { isDone: false, screen: { text: t(`refused-${given.refusal}`) } };
  await tellChanged(visit, colleagueId, { post, isGiven: true });
  const screen = await colleagueShown(visit, given.colleague);
  return { isDone: true, screen: { ...screen, text: paragraphs(t('post-is-given'), screen.text) } };
}

async function finishHiring(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, actor, t } = visit;
  const [post, name] = [draftedPost(visit, draft), String(draft.fields.name)];
  const hired = await hireByToken(deps, { actor, post, name, commandId: draft.id });
  if (!hired.ok) return { isDone: false, screen: { text: t(`refused-${hired.refusal}`) } };
  const { colleague, kept, token: secret } = hired;
  return { isDone: true, isSecret: true, screen: issuedScreen(t, { colleague, kept, secret }) };
}

/** A post for a colleague; an invitation or a token that is shown now or not at all. */
export async function finishPost(visit: Visit, draft: Draft): Promise<Finished> {
  const { deps, actor, t } = visit;
  const { colleague, name: written } = draft.fields;
  if (typeof colleague === 'string') return finishGiving(visit, draft, colleague);
  if (draft.fields.isByToken) return finishHiring(visit, draft);
  const post = draftedPost(visit, draft);
  const name = typeof written === 'string' ? { name: written } : {};
  const invited = await inviteColleague(deps, { actor, post, ...name, commandId: draft.id });
  if (!invited.ok) return { isDone: false, screen: { text: t(`refused-${invited.refusal}`) } };
  const link = deps.startLink(`join-${invited.code}`);
  return { isDone: true, isSecret: true, screen: invitationScreen(t, deps.city, { post, ...name, link }) };
}
