import { apiToken, isInForce, type ApiToken } from '../domain/api-token';
import { actorAt } from '../domain/colleague';
import { may, mayGiveToken, type Actor, type Role } from '../domain/permissions';
import type { Clock } from './ports';
import { colleagueOf, type PeopleDeps } from './post-holders';
import type { ApiTokens, Audit, CodeMaker } from './staff-ports';

export interface TokenDeps extends PeopleDeps {
  readonly apiTokens: ApiTokens;
  readonly codeMaker: CodeMaker;
  readonly clock: Clock;
}

interface AboutToken {
  readonly actor: Actor;
  readonly colleagueId: string;
  readonly commandId: string;
}

type Deps = TokenDeps & { readonly audit: Audit };
type Refused = { readonly ok: false; readonly refusal: 'not_permitted' | 'no_such_token' };

const rolesOf = async (deps: PeopleDeps, { colleagueId }: AboutToken): Promise<readonly Role[]> =>
  (await colleagueOf(deps, colleagueId)).posts.map(({ role }) => role);

const record = (deps: Deps, { actor, colleagueId, commandId }: AboutToken, what: string) =>
  deps.audit.add({ id: commandId, at: deps.clock(), by: actor.id, what, about: colleagueId });

/**
 * Makes the token by which a colleague works over HTTP; the one they had is void at once. It is returned once and kept
 * only as a hash. Refuses with `not_permitted`: no post, or one the actor could not give.
 */
export async function issueToken(
  deps: Deps,
  about: AboutToken,
): Promise<{ ok: true; token: string; kept: ApiToken } | Refused> {
  const roles = await rolesOf(deps, about);
  if (roles.length === 0 || !mayGiveToken(about.actor, roles)) return { ok: false, refusal: 'not_permitted' };
  const token = deps.codeMaker.make();
  const { colleagueId: ownerId, actor } = about;
  const kept = apiToken({ ownerId, hash: deps.codeMaker.hash(token), issuedBy: actor.id }, deps.clock());
  await record(deps, about, 'token.issued');
  await deps.apiTokens.put(kept);
  return { ok: true, token, kept };
}

/** Voids a colleague's token. Refuses with `not_permitted` or `no_such_token`. */
export async function revokeToken(deps: Deps, about: AboutToken): Promise<{ ok: true } | Refused> {
  if (!mayGiveToken(about.actor, await rolesOf(deps, about))) return { ok: false, refusal: 'not_permitted' };
  const none = { ok: false, refusal: 'no_such_token' } as const;
  if (!(await deps.apiTokens.of(about.colleagueId))) return none;
  // On record first: after a crash the same command finds no token any more and stops above.
  await record(deps, about, 'token.revoked');
  return (await deps.apiTokens.revoke(about.colleagueId)) ? { ok: true } : none;
}

/** Whoever gave a token has seen it: it counts as long as they could give it for what its holder is now. */
async function isStillGiven(deps: PeopleDeps, { ownerId, issuedBy }: ApiToken, roles: readonly Role[]) {
  if (issuedBy === ownerId) return true;
  const issuer = await colleagueOf(deps, issuedBy);
  return mayGiveToken(actorAt(issuer, { isAtWork: true }), roles);
}

/**
 * Who asks: the holder of the token as what they are now, asked anew each time. Nothing for a token that is unknown,
 * past or void, whose holder has no post any more, or whose giver could no longer give it.
 */
export async function actorByToken(
  deps: TokenDeps,
  token: string,
): Promise<{ actor: Actor; token: ApiToken } | undefined> {
  const found = await deps.apiTokens.find(deps.codeMaker.hash(token));
  if (!found || !isInForce(found, deps.clock())) return undefined;
  const colleague = await colleagueOf(deps, found.ownerId);
  const roles = colleague.posts.map(({ role }) => role);
  if (!(await isStillGiven(deps, found, roles))) return undefined;
  const actor: Actor = { ...actorAt(colleague, { isAtWork: true }), channel: 'http' };
  return may.work(actor) ? { actor, token: found } : undefined;
}
