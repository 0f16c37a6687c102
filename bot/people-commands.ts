import { holdsPost, mayWorkByToken, POST_ROLES, type Post, type PostRole } from '../domain/colleague';
import { hasMessenger } from '../domain/person-id';
import { may, mayAppoint } from '../domain/permissions';
import {
  invitationAccepted,
  peopleScreen,
  takePostScreen,
  welcomeColleague,
} from '../screens/people-screens';
import { paragraphs } from '../screens/texts';
import { acceptInvitation } from '../use-cases/accept-invitation';
import { takePost } from '../use-cases/change-posts';
import { allColleagues, colleagueOf } from '../use-cases/post-holders';
import { tellPerson } from '../use-cases/tell-person';
import { begin } from './conversation';
import { colleagueShown, heldBy, tellChanged, textsOf } from './finish-post';
import { publishMenuOf } from './publish-commands';
import type { Reply, Visit } from './visit';

type Subjects = readonly string[];
type Act = (visit: Visit, subjects: Subjects) => Promise<Reply>;

/** What is about people is said to a moderator's own eyes: never in a group, never to others. */
export const forModerators =
  (act: Act): Act =>
  (visit, subjects) => {
    const { t, incoming, actor } = visit;
    const why = !may.steer(actor)
      ? 'staff-moderators-only'
      : incoming.chat.kind === 'group' && 'staff-privately';
    if (!why) return act(visit, subjects);
    const isPress = incoming.content.kind === 'press';
    return Promise.resolve(isPress ? { note: t.plain(why) } : { screen: { text: t(why) } });
  };

const showPeople: Act = async ({ deps, t }, [page = '0']) => {
  const people = await allColleagues(deps);
  return {
    screen: peopleScreen(t, deps.city, { people, page: Math.max(Number.parseInt(page, 10) || 0, 0) }),
  };
};

const showColleague: Act = async (visit, [id = '']) => ({
  screen: await colleagueShown(visit, await colleagueOf(visit.deps, id)),
});

const postIn = ([, role = '', department]: Subjects): Post => ({
  role: role as PostRole,
  ...(department && { department }),
});

const askToTake: Act = async (visit, subjects) => {
  const { deps, t } = visit;
  const colleague = await colleagueOf(deps, subjects[0] ?? '');
  const post = postIn(subjects);
  if (!holdsPost(colleague, post)) return { screen: await colleagueShown(visit, colleague) };
  const held = await heldBy(visit, colleague.id);
  return { screen: takePostScreen(t, deps.city, colleague, { post, held }) };
};

const take: Act = async (visit, subjects) => {
  const { deps, actor, t, incoming } = visit;
  const [colleagueId = ''] = subjects;
  const post = postIn(subjects);
  const taken = await takePost(deps, { actor, colleagueId, post, commandId: incoming.id });
  const colleague = taken.ok ? taken.colleague : await colleagueOf(deps, colleagueId);
  if (taken.ok && colleagueId !== actor.id) await tellChanged(visit, colleagueId, { post, isGiven: false });
  const screen = await colleagueShown(visit, colleague);
  const said = t(taken.ok ? 'post-is-taken' : `refused-${taken.refusal}`);
  return { screen: { ...screen, text: paragraphs(said, screen.text) } };
};

const rolesOffered = ({ actor }: Visit) => POST_ROLES.filter((role) => mayAppoint(actor, role));

const invite: Act = (visit) => begin(visit, { kind: 'post', fields: { roles: rolesOffered(visit) } });
const give: Act = (visit, [colleague = '']) => {
  const roles = rolesOffered(visit).filter((role) => hasMessenger(colleague) || mayWorkByToken(role));
  return begin(visit, { kind: 'post', fields: { colleague, roles } });
};

/** `/start join-…`: whoever opens an invitation first takes the post. */
export const join: Act = async (visit, [code = '']) => {
  const { deps, actor, t, incoming } = visit;
  const accepted = await acceptInvitation(deps, { personId: actor.id, code, commandId: incoming.id });
  if (!accepted.ok) return { screen: { text: t(`refused-${accepted.refusal}`) } };
  const { post, colleague, invitedBy } = accepted;
  await publishMenuOf(deps.menu, deps, actor.id);
  const screen = invitationAccepted(await textsOf(deps, invitedBy), deps.city, colleague, post);
  await tellPerson(deps, invitedBy, { eventId: incoming.id, screen });
  return { screen: welcomeColleague(t, deps.city, post) };
};

export const PEOPLE_PRESSES: Readonly<Record<string, Act>> = {
  people: forModerators(showPeople),
  invite: forModerators(invite),
  who: forModerators(showColleague),
  give: forModerators(give),
  o: forModerators(askToTake),
  oy: forModerators(take),
};

export const PEOPLE_COMMANDS: Readonly<Record<string, (visit: Visit, argument: string) => Promise<Reply>>> = {
  people: (visit) => forModerators(showPeople)(visit, []),
  invite: (visit) => forModerators(invite)(visit, []),
};
