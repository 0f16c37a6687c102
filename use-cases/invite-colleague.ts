import type { Post } from '../domain/colleague';
import { oneTimeCode } from '../domain/one-time-code';
import { mayAppoint, type Actor } from '../domain/permissions';
import type { PostDeps } from './change-posts';
import type { CodeMaker, Codes } from './staff-ports';

export type Invited =
  { readonly ok: true; readonly code: string } | { readonly ok: false; readonly refusal: 'not_permitted' };

/**
 * Makes a one-time code that gives a post to whoever opens it first. The code is returned once and kept only as a
 * hash. Refuses with `not_permitted`.
 */
export async function inviteColleague(
  deps: PostDeps & { codes: Codes; codeMaker: CodeMaker },
  input: { actor: Actor; post: Post; name?: string; commandId: string },
): Promise<Invited> {
  const { actor, post, name, commandId } = input;
  if (!mayAppoint(actor, post.role)) return { ok: false, refusal: 'not_permitted' };
  const code = deps.codeMaker.make();
  const now = deps.clock();
  const gives = { what: 'post', post, ...(name && { name }) } as const;
  await deps.codes.insert(oneTimeCode(deps.codeMaker.hash(code), actor.id, gives, now));
  const facts = { role: post.role, ...(post.department && { department: post.department }) };
  await deps.audit.add({ id: commandId, at: now, by: actor.id, what: 'person.invited', facts });
  return { ok: true, code };
}
