import { withPost, type Colleague, type Post } from '../domain/colleague';
import { CODE_TRIES } from '../domain/one-time-code';
import { mayAppoint } from '../domain/permissions';
import { writePosts, type PostDeps } from './change-posts';
import type { Limits } from './ports';
import { actorInPrivate } from './post-holders';
import type { CodeMaker, Codes } from './staff-ports';

export type Accepted =
  | { readonly ok: true; readonly post: Post; readonly colleague: Colleague; readonly invitedBy: string }
  | { readonly ok: false; readonly refusal: 'no_such_invitation' | 'conflict' };

/**
 * Takes the post an invitation gives. A code that is wrong, used or past, one whose maker could not give the post any
 * more, and too many tries, all look the same: `no_such_invitation`. A command carried out before gives the same outcome.
 */
export async function acceptInvitation(
  deps: PostDeps & { codes: Codes; codeMaker: CodeMaker; limits: Limits },
  { personId, code, commandId }: { personId: string; code: string; commandId: string },
): Promise<Accepted> {
  const mayTry = await deps.limits.allows('code', personId, CODE_TRIES);
  const now = deps.clock();
  const use = { by: personId, with: commandId, at: now };
  const used = mayTry ? await deps.codes.use(deps.codeMaker.hash(code), 'post', use) : undefined;
  if (used?.gives.what !== 'post') return { ok: false, refusal: 'no_such_invitation' };
  const { post, name } = used.gives;
  if (!mayAppoint(await actorInPrivate(deps, used.by), post.role))
    return { ok: false, refusal: 'no_such_invitation' };
  const written = await writePosts(deps, personId, (known) => ({
    ...withPost(known, post),
    ...(name && { name }),
  }));
  if (!written.ok) return { ok: false, refusal: 'conflict' };
  const facts = { role: post.role, ...(post.department && { department: post.department }) };
  await deps.audit.add({
    id: commandId,
    at: now,
    by: personId,
    what: 'person.joined',
    about: used.by,
    facts,
  });
  return { ok: true, post, colleague: written.colleague, invitedBy: used.by };
}
