import { actorAt, type Colleague, type Post, type PostRole } from '../domain/colleague';
import type { Actor } from '../domain/permissions';
import type { People } from './staff-ports';

export interface PeopleDeps {
  readonly people: People;
  /** From the settings: moderators and controllers until they have a record of their own. */
  readonly moderatorIds: ReadonlySet<string>;
}

const FIRST_POSTS: readonly Post[] = [{ role: 'moderator' }, { role: 'controller' }];

/** Somebody's posts now: those of their record, or those the settings begin with. `rev` 0: there is no record. */
export async function colleagueOf({ people, moderatorIds }: PeopleDeps, id: string): Promise<Colleague> {
  const known = await people.find(id);
  return known ?? { id, posts: moderatorIds.has(id) ? FIRST_POSTS : [], rev: 0 };
}

async function namedInSettings(deps: PeopleDeps): Promise<Colleague[]> {
  const named = await Promise.all([...deps.moderatorIds].map((id) => colleagueOf(deps, id)));
  return named.filter(({ rev }) => rev === 0);
}

/** Everybody of the staff, those of the settings first. */
export async function allColleagues(deps: PeopleDeps): Promise<Colleague[]> {
  return [...(await namedInSettings(deps)), ...(await deps.people.list())];
}

/** Ids of those who hold a role, in the department if one is named. */
export async function holdersOf(deps: PeopleDeps, role: PostRole, department?: string): Promise<string[]> {
  const isFirst = FIRST_POSTS.some((post) => post.role === role);
  const first = isFirst ? await namedInSettings(deps) : [];
  const others = await deps.people.withRole(role, department);
  return [...first, ...others].map(({ id }) => id);
}

export const officialsOf = (deps: PeopleDeps, department: string) => holdersOf(deps, 'official', department);
export const headsOf = (deps: PeopleDeps, department: string) => holdersOf(deps, 'head', department);
export const moderators = (deps: PeopleDeps) => holdersOf(deps, 'moderator');
export const controllers = (deps: PeopleDeps) => holdersOf(deps, 'controller');
/** The deputy mayor's list. */
export const deputies = (deps: PeopleDeps) => holdersOf(deps, 'deputy');

/** What somebody may act as in their own chat with us. */
export const actorInPrivate = async (deps: PeopleDeps, id: string): Promise<Actor> =>
  actorAt(await colleagueOf(deps, id), { isAtWork: true });
