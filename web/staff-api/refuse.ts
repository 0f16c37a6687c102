import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Appeal } from '../../domain/appeal';
import type { City } from '../../domain/city';
import type { Action } from '../../domain/permissions';
import { whyNotKey, whyRefused } from '../../screens/why-refused';
import type { Env } from './env';

interface Field {
  readonly path: string;
  readonly problem: string;
}

interface Refusal {
  readonly refusal: string;
  readonly message: string;
  readonly fields?: Field[];
}

/** Refusals about what was given rather than about how things stand, and the field they are about. */
const GIVEN: Readonly<Record<string, string>> = {
  empty_text: 'text',
  text_too_long: 'text',
  too_many_files: 'files',
  ground_missing: 'ground',
  date_missing: 'plannedOn',
  date_past: 'plannedOn',
  beyond_45_days: 'day',
  not_later: 'day',
};

const codeOf = (refusal: string): 403 | 404 | 409 | 422 => {
  if (refusal === 'not_found') return 404;
  if (refusal === 'not_permitted') return 403;
  return GIVEN[refusal] ? 422 : 409;
};

/** The words of this door itself: `api-unauthorized` … */
export type DoorWord =
  | 'unauthorized'
  | 'too_often'
  | 'too_big'
  | 'wrong_type'
  | 'unreadable'
  | 'invalid'
  | 'no_such_page'
  | 'trouble';

export function refuse<Code extends ContentfulStatusCode>(
  context: Context<Env>,
  code: Code,
  refusal: DoorWord,
  fields?: Field[],
) {
  const message = context.get('t').plain(`api-${refusal}`);
  return context.json<Refusal, Code>({ refusal, message, ...(fields && { fields }) }, code);
}

interface About {
  readonly city: City;
  readonly action: Action;
  readonly appeal?: Appeal;
}

/** A use case's word with the sentence the other doors say, and its code. */
export function refuseAct(context: Context<Env>, refusal: string, { city, action, appeal }: About) {
  const t = context.get('t');
  const number = context.req.param('number') ?? '';
  const why =
    refusal === 'not_permitted' && appeal
      ? { key: whyNotKey(context.get('actor'), appeal, action), args: {} }
      : appeal
        ? whyRefused(city, appeal, refusal)
        : { key: 'staff-no-such-number', args: { number } };
  const message = t.plain(why.key, why.args);
  const path = GIVEN[refusal];
  return context.json<Refusal, 403 | 404 | 409 | 422>(
    { refusal, message, ...(path && { fields: [{ path, problem: message }] }) },
    codeOf(refusal),
  );
}

/** A file that cannot be taken, with the sentence a resident reads about such a file. */
export function refuseFile(context: Context<Env>, refusal: `file_${string}`, index: number) {
  const message = context.get('t').plain(`refusal-file-${refusal.slice('file_'.length)}`);
  const fields = [{ path: `files.${index}`, problem: message }];
  return context.json<Refusal, 422>({ refusal, message, fields }, 422);
}
