import { isInForce, type ApiToken } from '../domain/api-token';
import type { Colleague } from '../domain/colleague';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { colleagueLabel, PEOPLE_ON_A_PAGE } from './people-screens';
import { paragraphs, type Texts } from './texts';

/** Whose token to look at, a page of colleagues; for a moderator's own eyes. */
export function tokensScreen(t: Texts, people: readonly Colleague[], page: number): Screen {
  const first = page * PEOPLE_ON_A_PAGE;
  const shown = people.slice(first, first + PEOPLE_ON_A_PAGE);
  const turns = [
    ...(page > 0 ? [button(t, 'nav-before', `tks.${page - 1}`)] : []),
    ...(first + PEOPLE_ON_A_PAGE < people.length ? [button(t, 'nav-after', `tks.${page + 1}`)] : []),
  ];
  const rows = [
    ...shown.map((one): Choice[] => [{ label: colleagueLabel(one), token: `tk.${one.id}` }]),
    turns,
    [button(t, 'choice-hire', 'tkn')],
  ];
  return {
    text: t(people.length > 0 ? 'token-whose' : 'token-nobody'),
    choices: rows.filter((row) => row.length > 0),
  };
}

function stateLine(t: Texts, name: string, token: ApiToken | undefined, now: Date): Markup {
  if (!token) return t('token-none', { name });
  return t(isInForce(token, now) ? 'token-until' : 'token-past', { name, day: token.expiresAt });
}

export interface TokenShown {
  readonly colleague: Colleague;
  readonly token?: ApiToken;
  readonly mayGive: boolean;
  readonly now: Date;
}

/** One colleague's token: whether there is one, and what may be done. */
export function tokenScreen(t: Texts, { colleague, token, mayGive, now }: TokenShown): Screen {
  const { id } = colleague;
  const issue = button(t, token ? 'choice-token-issue-anew' : 'choice-token-issue', `tki.${id}`);
  const acts = [...(mayGive && colleague.posts.length > 0 ? [issue] : []), ...(mayGive && token ? [button(t, 'choice-token-revoke', `tkr.${id}`)] : [])]; // prettier-ignore
  return {
    text: paragraphs(stateLine(t, colleagueLabel(colleague), token, now), !mayGive && t('token-not-yours')),
    choices: [acts, [button(t, 'choice-all-tokens', 'tks.0')]].filter((row) => row.length > 0),
  };
}

/** The token itself, for this moment only. */
export const issuedScreen = (
  t: Texts,
  { colleague, kept, secret }: { colleague: Colleague; kept: ApiToken; secret: string },
): Screen => ({
  text: paragraphs(
    t('token-issued', { name: colleagueLabel(colleague), day: kept.expiresAt }),
    t('token-shown', { token: secret }),
    t('token-rules'),
  ),
  choices: [[button(t, 'choice-all-tokens', 'tks.0')]],
});
