import { mayWorkByToken, POST_ROLES } from '../domain/colleague';
import { mayAppoint, mayGiveToken } from '../domain/permissions';
import { paragraphs } from '../screens/texts';
import { issuedScreen, tokenScreen, tokensScreen } from '../screens/token-screens';
import { issueToken, revokeToken } from '../use-cases/api-tokens';
import { allColleagues, colleagueOf } from '../use-cases/post-holders';
import { tellPerson } from '../use-cases/tell-person';
import { begin } from './conversation';
import type { StaffCommand } from './decision-commands';
import { textsOf } from './finish-post';
import { forModerators } from './people-commands';
import type { Press } from './on-appeal';
import type { Reply, Visit } from './visit';

const showAll: Press = async ({ deps, t }, [page = '0']) => ({
  screen: tokensScreen(t, await allColleagues(deps), Math.max(Number.parseInt(page, 10) || 0, 0)),
});

/** Somebody without a messenger: role, department and what to call them; then their token. */
const hire: Press = (visit) => {
  const roles = POST_ROLES.filter((role) => mayWorkByToken(role) && mayAppoint(visit.actor, role));
  return begin(visit, { kind: 'post', fields: { isByToken: true, roles } });
};

async function showOne({ deps, t, actor }: Visit, id: string): Promise<Reply> {
  const [colleague, token] = await Promise.all([colleagueOf(deps, id), deps.apiTokens.of(id)]);
  const mayGive = mayGiveToken(actor, colleague.posts.map(({ role }) => role)); // prettier-ignore
  return { screen: tokenScreen(t, { colleague, ...(token && { token }), mayGive, now: deps.clock() }) };
}

/** Whoever's name a token bears hears of it, without the token. */
async function tell(
  { deps, actor, incoming }: Visit,
  id: string,
  key: 'token-told-issued' | 'token-told-revoked',
) {
  if (id === actor.id) return;
  const text = (await textsOf(deps, id))(key);
  await tellPerson(deps, id, { eventId: incoming.id, screen: { text } });
}

const issue: Press = async (visit, [id = '']) => {
  const { deps, actor, t, incoming } = visit;
  const issued = await issueToken(deps, { actor, colleagueId: id, commandId: incoming.id });
  if (!issued.ok) return { note: t.plain('token-not-yours') };
  await tell(visit, id, 'token-told-issued');
  const colleague = await colleagueOf(deps, id);
  return { screen: issuedScreen(t, { colleague, kept: issued.kept, secret: issued.token }), isSecret: true };
};

const revoke: Press = async (visit, [id = '']) => {
  const { deps, actor, t, incoming } = visit;
  const revoked = await revokeToken(deps, { actor, colleagueId: id, commandId: incoming.id });
  if (!revoked.ok && revoked.refusal === 'not_permitted') return { note: t.plain('token-not-yours') };
  if (revoked.ok) await tell(visit, id, 'token-told-revoked');
  const { screen } = await showOne(visit, id);
  const said = t(revoked.ok ? 'token-revoked' : 'refused-no_such_token');
  return screen ? { screen: { ...screen, text: paragraphs(said, screen.text) } } : {};
};

/** `/apitoken`: who may work over HTTP. */
export const TOKEN_COMMANDS: Readonly<Record<string, StaffCommand>> = {
  apitoken: (visit) =>
    forModerators(
      visit.deps.hasStaffApi
        ? showAll
        : () => Promise.resolve({ screen: { text: visit.t('token-api-off') } }),
    )(visit, []),
};

/** `tks.<page>` lists colleagues, `tkn` adds one without a messenger, `tk.<id>` shows one's token, `tki.<id>` issues and `tkr.<id>` revokes it. */
export const TOKEN_PRESSES: Readonly<Record<string, Press>> = {
  tks: forModerators(showAll),
  tkn: forModerators(hire),
  tk: forModerators((visit, [id = '']) => showOne(visit, id)),
  tki: forModerators(issue),
  tkr: forModerators(revoke),
};
