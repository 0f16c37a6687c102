import { attachmentsOf } from '../domain/appeal';
import type { City } from '../domain/city';
import { keptSince, RETENTION_KINDS, type RetentionKind } from '../domain/retention';
import type { OldRecords, Retained } from './keeping-ports';
import type { Appeals, Clock, Files } from './ports';

interface Deps {
  readonly oldRecords: OldRecords;
  readonly appeals: Appeals;
  readonly files: Files;
  readonly clock: Clock;
  readonly city: City;
}

export type RetentionReport = readonly (Retained & { readonly kind: RetentionKind })[];

const AT_ONCE = 200;
const MOST_ROUNDS = 500;

/** What is older than the city keeps it: how much of each kind and since when. Nobody's data. */
export async function oldRecords({ oldRecords: old, clock, city }: Deps): Promise<RetentionReport> {
  const now = clock();
  return Promise.all(
    RETENTION_KINDS.map(async (kind) => ({
      kind,
      ...(await old.count(kind, keptSince(kind, now, city.retention))),
    })),
  );
}

/** An appeal goes with its files first, itself last. */
async function removeAppeal({ appeals, files, oldRecords: old }: Deps, id: string): Promise<void> {
  const appeal = await appeals.find(id);
  for (const attachment of appeal ? attachmentsOf(appeal) : []) await files.remove(`${id}-${attachment.id}`);
  await old.removeAppeal(id);
}

async function removeKind(deps: Deps, kind: RetentionKind): Promise<number> {
  const before = keptSince(kind, deps.clock(), deps.city.retention);
  let removed = 0;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ids = await deps.oldRecords.ids(kind, before, AT_ONCE);
    if (ids.length === 0) break;
    if (kind === 'appeals') for (const id of ids) await removeAppeal(deps, id);
    else await deps.oldRecords.remove(kind, ids);
    removed += ids.length;
  }
  return removed;
}

/** Erases what is older than the city keeps it; says how much of each kind. Done twice, it erases nothing more. */
export async function eraseOld(deps: Deps): Promise<Readonly<Record<RetentionKind, number>>> {
  await deps.oldRecords.dateProfiles(deps.clock());
  const removed: Partial<Record<RetentionKind, number>> = {};
  for (const kind of RETENTION_KINDS) removed[kind] = await removeKind(deps, kind);
  return removed as Record<RetentionKind, number>;
}
