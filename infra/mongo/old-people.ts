import { trusted, type Connection } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { modelOf } from './models';

/** Something past its time, and since when where that is known. */
export interface Old {
  readonly id: string;
  readonly since?: Instant;
}

const older = (before: Instant) => trusted({ $lt: before });
const any = () => trusted({ $ne: null });

async function firstOf<T extends { _id: string }>(
  found: readonly T[],
  limit: number,
  isOver: (one: T) => Promise<boolean>,
): Promise<T[]> {
  const over: T[] = [];
  for (const one of found) {
    if (over.length >= limit) break;
    if (await isOver(one)) over.push(one);
  }
  return over;
}

/** Nothing of theirs is left that a profile would serve: no appeal, no draft, no post. */
async function isIdle(connection: Connection, personId: string): Promise<boolean> {
  const own = await Promise.all([
    modelOf(connection, 'appeals').exists({ citizenId: personId }),
    modelOf(connection, 'drafts').exists({ ownerId: personId }),
    modelOf(connection, 'people').exists({ _id: personId, 'posts.role': trusted({ $gt: '' }) }),
  ]);
  return own.every((one) => !one);
}

/** Profiles that serve nothing, with a consent given before then or without one since before then. */
export async function idleProfiles(connection: Connection, before: Instant, limit: number): Promise<Old[]> {
  const unused = {
    forgetting: null,
    $or: [{ 'consent.at': older(before) }, { consent: null, noConsentSince: older(before) }],
  };
  const found = await modelOf(connection, 'citizens').find(unused, { consent: 1, noConsentSince: 1 }).lean();
  const idle = await firstOf(found, limit, ({ _id }) => isIdle(connection, _id));
  return idle.map(({ _id, consent, noConsentSince }) => {
    const since = consent?.at ?? noConsentSince;
    return { id: _id, ...(since && { since }) };
  });
}

/** A profile counts from when it is found to be without consent; with one it counts from that. */
export async function dateProfiles(connection: Connection, now: Instant): Promise<void> {
  const profiles = modelOf(connection, 'citizens');
  await profiles.updateMany({ consent: null, noConsentSince: null }, { $set: { noConsentSince: now } });
  await profiles.updateMany({ consent: any(), noConsentSince: any() }, { $unset: { noConsentSince: 1 } });
}

/** Those without a post whom no act names any more: of the record of acts since then none is by or about them. */
export async function namesOfLetGo(connection: Connection, before: Instant, limit: number): Promise<Old[]> {
  const audit = modelOf(connection, 'audit');
  const named = { name: any(), posts: trusted({ $size: 0 }) };
  const found = await modelOf(connection, 'people').find(named, { _id: 1 }).lean();
  const recent = { at: trusted({ $gte: before }) };
  const old = await firstOf(
    found,
    limit,
    async ({ _id }) => !(await audit.exists({ ...recent, $or: [{ by: _id }, { about: _id }] })),
  );
  return old.map(({ _id }) => ({ id: _id }));
}
