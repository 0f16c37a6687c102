import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { City } from '../domain/city';
import { languageFor } from '../domain/city-languages';
import { checkText } from '../screens/check-screen';
import type { Texts } from '../screens/texts';
import { checkPaper } from '../use-cases/check-paper';
import type { Limits, Papers } from '../use-cases/ports';
import { askedBy, proxiesOf } from './asked-by';
import { noteTrouble, type TroubleDeps } from './trouble';

export interface CheckDeps extends TroubleDeps {
  readonly papers: Papers;
  readonly limits: Limits;
  readonly city: Pick<City, 'languages'>;
  readonly textsFor: (language: string) => Texts;
  /** Addresses and networks whose word about whence a request comes is believed. */
  readonly trustedProxies: readonly string[];
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

const STYLE =
  'body{font:1.125rem/1.6 sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem;color:#111;background:#fff}';

/** Whatever the texts mark with tags is HTML already; lines and paragraphs become so here. */
function pageOf(t: Texts, said: string): string {
  const paragraphs = said.split('\n\n').map((part) => `<p>${part.replaceAll('\n', '<br>')}</p>`);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('check-title')}</title><style>${STYLE}</style>`;
  return `<!doctype html><html lang="${t.language}"><head>${head}</head><body><main><h1>${t('check-title')}</h1>${paragraphs.join('')}</main></body></html>`;
}

/** The language asked for by `?lang=`, else the browser's first that the city speaks, else the city's. */
const languageOf = ({ req }: Context, city: CheckDeps['city']): string =>
  languageFor(city, [req.query('lang') ?? '', ...(req.header('accept-language') ?? '').split(',')]);

const STATUS = { no_such_paper: 404, too_often: 429 } as const;

/** `/check/CODE`: whether a printed paper is genuine, and nothing about anybody. */
export function createCheck(deps: CheckDeps): Hono {
  const app = new Hono();
  const proxies = proxiesOf(deps.trustedProxies);
  const who = (context: Context) =>
    askedBy(
      {
        address: getConnInfo(context).remote.address,
        forwardedFor: context.req.header('x-forwarded-for'),
      },
      proxies,
    );
  app.get('/check/:code', async (context) => {
    const t = deps.textsFor(languageOf(context, deps.city));
    const found = await checkPaper(deps, {
      code: context.req.param('code'),
      askedBy: `web ${who(context)}`,
    });
    const status = typeof found === 'string' ? STATUS[found] : 200;
    return context.html(pageOf(t, checkText(t, found)), status, HEADERS);
  });
  app.onError((error, context) => {
    const t = deps.textsFor(languageOf(context, deps.city));
    return context.html(pageOf(t, t('check-trouble')), noteTrouble(deps, error), HEADERS);
  });
  return app;
}
