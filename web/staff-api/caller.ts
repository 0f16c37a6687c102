import type { Context, MiddlewareHandler } from 'hono';
import { TOKEN_PACE } from '../../domain/api-token';
import type { City } from '../../domain/city';
import { languageFor } from '../../domain/city-languages';
import type { Texts } from '../../screens/texts';
import { actorByToken, type TokenDeps } from '../../use-cases/api-tokens';
import type { Limits } from '../../use-cases/ports';
import type { Env } from './env';
import { refuse } from './refuse';

export interface CallerDeps extends TokenDeps {
  readonly limits: Limits;
  readonly city: City;
  readonly textsFor: (language: string) => Texts;
}

const TOKEN = /^Bearer +([0-9a-f]{32})$/i;

/** The first language of the request that the city speaks, else the city's own. */
const languageOf = ({ req }: Context, city: Pick<City, 'languages'>): string =>
  languageFor(city, (req.header('accept-language') ?? '').split(','));

export const speaking =
  ({ city, textsFor }: Pick<CallerDeps, 'city' | 'textsFor'>): MiddlewareHandler<Env> =>
  async (context, next) => {
    context.set('t', textsFor(languageOf(context, city)));
    await next();
  };

/** Lets in whoever holds a token in force, at the pace of one token. All other tokens look the same. */
export const known =
  (deps: CallerDeps): MiddlewareHandler<Env> =>
  async (context, next) => {
    const [, token] = TOKEN.exec(context.req.header('authorization') ?? '') ?? [];
    const caller = token ? await actorByToken(deps, token) : undefined;
    if (!caller) {
      context.header('www-authenticate', 'Bearer');
      return refuse(context, 401, 'unauthorized');
    }
    if (!(await deps.limits.allows('staff-api', caller.token.hash, TOKEN_PACE))) {
      context.header('retry-after', String(TOKEN_PACE.seconds));
      return refuse(context, 429, 'too_often');
    }
    context.set('actor', caller.actor);
    return next();
  };
