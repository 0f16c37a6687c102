import { isDeskOn } from '../domain/staff-group';
import type { WorkerDeps } from './worker-deps';

/** The cards of a department are looked at anew; kept before the change of hands is, so that a crash forgets nothing. */
async function unsettle({ staffGroups }: WorkerDeps, department: string): Promise<void> {
  for (const group of await staffGroups.bound(department))
    await staffGroups.save({ ...group, isSettled: false, rev: group.rev + 1 });
}

/** When a desk goes on or off duty by the hours of the pack, open cards go to whoever is on duty now. */
export async function changeDesks(deps: WorkerDeps): Promise<void> {
  const { city, clock, watches } = deps;
  const now = clock();
  for (const { code, desks = [] } of city.departments)
    for (const desk of desks.filter(({ hours }) => hours)) {
      const name = `desk-${code}-${desk.code}`;
      const isOn = isDeskOn(desk, now, city);
      if (((await watches.since(name)) !== undefined) === isOn) continue;
      await unsettle(deps, code);
      await watches.turn(name, isOn, now);
    }
}
