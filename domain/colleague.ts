import { ROLES, type Actor, type Role } from './permissions';

export type PostRole = Exclude<Role, 'citizen'>;
export const POST_ROLES = ROLES.filter((role): role is PostRole => role !== 'citizen');

/** A role as somebody holds it: `official` and `head` in one department, the others in the whole city. */
export interface Post {
  readonly role: PostRole;
  readonly department?: string;
}

/** Somebody of the staff. */
export interface Colleague {
  /** `telegram-123`: the messenger and its id of the person. */
  readonly id: string;
  /** How colleagues know them: shown in private lists only, never in groups. */
  readonly name?: string;
  readonly posts: readonly Post[];
  readonly rev: number;
}

const OF_A_DEPARTMENT: readonly PostRole[] = ['official', 'head'];
/** A controller and a deputy must be reached; an operator works at the machine. */
const BY_TOKEN: readonly PostRole[] = ['official', 'head', 'moderator'];
/** Whether the post can be held without a messenger, over HTTP alone. */
export const mayWorkByToken = (role: PostRole): boolean => BY_TOKEN.includes(role);
export const isOfDepartment = (role: PostRole): boolean => OF_A_DEPARTMENT.includes(role);

const isSame = (one: Post, other: Post) => one.role === other.role && one.department === other.department;

export const holdsPost = ({ posts }: Pick<Colleague, 'posts'>, post: Post): boolean =>
  posts.some((held) => isSame(held, post));

/** One revision on, with this post too. */
export const withPost = (colleague: Colleague, post: Post): Colleague => ({
  ...colleague,
  posts: holdsPost(colleague, post) ? colleague.posts : [...colleague.posts, post],
  rev: colleague.rev + 1,
});

/** One revision on, without this post. */
export const withoutPost = (colleague: Colleague, post: Post): Colleague => ({
  ...colleague,
  posts: colleague.posts.filter((held) => !isSame(held, post)),
  rev: colleague.rev + 1,
});

export interface Workplace {
  readonly isGroup?: boolean;
  /** The staff chat, a department's group or the person's own chat with us: elsewhere nobody has a role. */
  readonly isAtWork: boolean;
  /** Departments whose appeals any human member of this chat may answer. */
  readonly openDepartments?: readonly string[];
}

/** Whoever has a record and no post in it was let go; being in the staff chat does not bring a role back. */
export const isLetGo = ({ posts, rev }: Pick<Colleague, 'posts' | 'rev'>): boolean =>
  rev > 0 && posts.length === 0;

/** What somebody may act as where they are now. */
export function actorAt(colleague: Pick<Colleague, 'id' | 'posts' | 'rev'>, place: Workplace): Actor {
  const { id, posts } = colleague;
  const held = place.isAtWork ? posts : [];
  const openTo = isLetGo(colleague) ? [] : (place.openDepartments ?? []);
  const open = openTo.map((department): Post => ({ role: 'official', department }));
  const all = [...held, ...open];
  const inside = (role: PostRole) =>
    all.flatMap((post) => (post.role === role && post.department ? [post.department] : []));
  const roles: Role[] = ['citizen', ...new Set(all.map(({ role }) => role))];
  const within = { official: inside('official'), head: inside('head') };
  return { id, roles, within, ...(place.isGroup && { isInGroup: true }) };
}
