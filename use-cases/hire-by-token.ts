import type { ApiToken } from '../domain/api-token';
import { mayWorkByToken, type Colleague, type Post } from '../domain/colleague';
import { mayAppoint, type Actor } from '../domain/permissions';
import { idWithoutMessenger } from '../domain/person-id';
import { issueToken, type TokenDeps } from './api-tokens';
import { writePosts } from './change-posts';
import type { Audit } from './staff-ports';

export type Hired =
  | { readonly ok: true; readonly colleague: Colleague; readonly token: string; readonly kept: ApiToken }
  | { readonly ok: false; readonly refusal: 'not_permitted' | 'conflict' };

/**
 * A colleague without a messenger gets a post and the token by which they work over HTTP. `name` is what they are called
 * in the list: their post is enough. The same command makes the same colleague, with a new token. Refuses with
 * `not_permitted` (the actor may not give the role, or it needs a messenger) and `conflict`.
 */
export async function hireByToken(
  deps: TokenDeps & { readonly audit: Audit },
  { actor, post, name, commandId }: { actor: Actor; post: Post; name: string; commandId: string },
): Promise<Hired> {
  if (!mayAppoint(actor, post.role) || !mayWorkByToken(post.role))
    return { ok: false, refusal: 'not_permitted' };
  const id = idWithoutMessenger(deps.codeMaker.hash(commandId));
  const written = await writePosts(deps, id, ({ rev }) => ({ id, name, posts: [post], rev: rev + 1 }));
  if (!written.ok) return { ok: false, refusal: 'conflict' };
  const facts = { role: post.role, ...(post.department && { department: post.department }) };
  const at = deps.clock();
  await deps.audit.add({ id: commandId, at, by: actor.id, what: 'person.hired', about: id, facts });
  const issued = await issueToken(deps, { actor, colleagueId: id, commandId: `${commandId}-token` });
  return issued.ok ? { ...issued, colleague: written.colleague } : { ok: false, refusal: 'not_permitted' };
}
