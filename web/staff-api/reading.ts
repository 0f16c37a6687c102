import type { OpenAPIHono } from '@hono/zod-openapi';
import { mediaTypeOf } from '../../domain/files';
import type { City } from '../../domain/city';
import { workCard, workLine } from '../../screens/office-view';
import type { Appeals, Clock, Files } from '../../use-cases/ports';
import { listWork, seeAppeal, seeFile } from '../../use-cases/see-work';
import type { Env } from './env';
import { refuseAct } from './refuse';
import { cardRoute, fileRoute, listRoute } from './routes';

export interface ReadingDeps {
  readonly appeals: Appeals;
  readonly files: Files;
  readonly city: City;
  readonly clock: Clock;
}

function addLists(app: OpenAPIHono<Env>, deps: ReadingDeps): void {
  const { city } = deps;
  app.openapi(listRoute, async (context) => {
    const { t, actor } = context.var;
    const { of, department, status: statuses, page, limit } = context.req.valid('query');
    const sought = { actor, of, statuses, ...(department && { department }) };
    const seen = await listWork(deps, { ...sought, page: { skip: (page - 1) * limit, limit } });
    if (!seen.ok) {
      const message = t.plain('staff-other-department');
      return context.json({ refusal: seen.refusal, message }, 403);
    }
    const reader = { t, city, actor, now: deps.clock() };
    const appeals = seen.appeals.map((appeal) => workLine(reader, appeal));
    return context.json({ appeals, total: seen.total, page, pages: Math.ceil(seen.total / limit) }, 200);
  });

  app.openapi(cardRoute, async (context) => {
    const { t, actor } = context.var;
    const { number } = context.req.valid('param');
    const appeal = await seeAppeal(deps, { actor, number });
    if (!appeal)
      return context.json(
        { refusal: 'not_found', message: t.plain('staff-no-such-number', { number }) },
        404,
      );
    return context.json({ appeal: workCard({ t, city, actor, now: deps.clock() }, appeal) }, 200);
  });
}

function addFiles(app: OpenAPIHono<Env>, deps: ReadingDeps): void {
  const { city } = deps;
  app.openapi(fileRoute, async (context) => {
    const { t, actor } = context.var;
    const { number, file: fileId } = context.req.valid('param');
    const appeal = await seeAppeal(deps, { actor, number });
    if (!appeal)
      return context.json(
        { refusal: 'not_found', message: t.plain('staff-no-such-number', { number }) },
        404,
      );
    const seen = await seeFile(deps, { actor, appeal, fileId });
    if (!seen.ok && seen.refusal === 'no_such_file')
      return context.json({ refusal: seen.refusal, message: t.plain('api-no_such_file') }, 404);
    if (!seen.ok) return refuseAct(context, seen.refusal, { city, action: 'answer', appeal });
    context.header('content-type', mediaTypeOf(seen.bytes));
    context.header('content-disposition', 'attachment');
    context.header('content-security-policy', "default-src 'none'; sandbox");
    return context.body(Buffer.from(seen.bytes));
  });
}

/** What may be read: lists, cards and files. */
export function addReading(app: OpenAPIHono<Env>, deps: ReadingDeps): void {
  addLists(app, deps);
  addFiles(app, deps);
}
