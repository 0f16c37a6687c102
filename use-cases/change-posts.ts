import {
  holdsPost,
  mayWorkByToken,
  withoutPost,
  withPost,
  type Colleague,
  type Post,
} from '../domain/colleague';
import { mayAppoint, type Actor } from '../domain/permissions';
import { hasMessenger } from '../domain/person-id';
import type { Clock } from './ports';
import { colleagueOf, holdersOf, type PeopleDeps } from './post-holders';
import type { Audit } from './staff-ports';

export interface PostDeps extends PeopleDeps {
  readonly audit: Audit;
  readonly clock: Clock;
}

export const POST_REFUSALS = ['not_permitted', 'no_such_post', 'last_one', 'conflict'] as const;
export type PostRefusal = (typeof POST_REFUSALS)[number];
export type PostsChanged =
  | { readonly ok: true; readonly colleague: Colleague }
  | { readonly ok: false; readonly refusal: PostRefusal };

const TRIES = 3;

/** Writes the change over the newest record, making one for whom only the settings knew. */
export async function writePosts(
  deps: PeopleDeps,
  id: string,
  change: (colleague: Colleague) => Colleague,
): Promise<PostsChanged> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const known = await colleagueOf(deps, id);
    const colleague = change(known);
    const isWritten =
      known.rev === 0
        ? (await deps.people.insert(colleague)) === 'inserted'
        : await deps.people.save(colleague);
    if (isWritten) return { ok: true, colleague };
  }
  return { ok: false, refusal: 'conflict' };
}

export interface ChangeOfPost {
  readonly actor: Actor;
  readonly colleagueId: string;
  readonly post: Post;
  readonly commandId: string;
}

const record = (deps: PostDeps, what: string, { actor, colleagueId, post, commandId }: ChangeOfPost) =>
  deps.audit.add({
    ...{ id: commandId, at: deps.clock(), by: actor.id, what, about: colleagueId },
    facts: { role: post.role, ...(post.department && { department: post.department }) },
  });

const needsMessenger = ({ colleagueId, post }: ChangeOfPost) =>
  !hasMessenger(colleagueId) && !mayWorkByToken(post.role);

/** Gives a colleague one more post. Refuses with `not_permitted` or `conflict`. */
export async function givePost(deps: PostDeps, input: ChangeOfPost): Promise<PostsChanged> {
  if (!mayAppoint(input.actor, input.post.role) || needsMessenger(input))
    return { ok: false, refusal: 'not_permitted' };
  const changed = await writePosts(deps, input.colleagueId, (one) => withPost(one, input.post));
  if (changed.ok) await record(deps, 'person.post_given', input);
  return changed;
}

/** The city is never left without a moderator or a controller who can be written to. */
async function isLastOne(deps: PeopleDeps, { colleagueId, post: { role } }: ChangeOfPost): Promise<boolean> {
  if (role !== 'moderator' && role !== 'controller') return false;
  const others = (await holdersOf(deps, role)).filter((id) => id !== colleagueId);
  return hasMessenger(colleagueId) && !others.some(hasMessenger);
}

/**
 * Takes a post away; it has no effect from the next message on. Refuses with `not_permitted`, `no_such_post`,
 * `last_one` (nobody else could steer) or `conflict`.
 */
export async function takePost(deps: PostDeps, input: ChangeOfPost): Promise<PostsChanged> {
  if (!mayAppoint(input.actor, input.post.role)) return { ok: false, refusal: 'not_permitted' };
  if (!holdsPost(await colleagueOf(deps, input.colleagueId), input.post))
    return { ok: false, refusal: 'no_such_post' };
  if (await isLastOne(deps, input)) return { ok: false, refusal: 'last_one' };
  // On record first: after a crash the same command finds no post any more and stops above.
  await record(deps, 'person.post_taken', input);
  return writePosts(deps, input.colleagueId, (one) => withoutPost(one, input.post));
}
