import { localTime } from './calendar';
import type { City, Desk } from './city';
import type { Appeal } from './appeal';
import type { Instant } from './instant';

/** What keeps a group from getting its cards. */
export type GroupTrouble = 'removed' | 'unreachable';

/** A messenger's group that belongs to a department, or did. */
export interface StaffGroup {
  readonly messenger: string;
  readonly chatId: string;
  readonly department: string;
  /** Which of the department's desks it is: `Desk.code`. */
  readonly desk: string;
  readonly isBound: boolean;
  /** Whose cards it still has from before, until they stand where they belong. */
  readonly formerDepartments?: readonly string[];
  readonly trouble?: GroupTrouble;
  /** The cards stand where they belong since the last change. */
  readonly isSettled: boolean;
  readonly rev: number;
}

export const MAIN_DESK = 'main';

/** The desks a department has; one that names none has a single one for everything. */
export const desksOf = (city: Pick<City, 'departments'>, department: string): readonly Desk[] => {
  const found = city.departments.find(({ code }) => code === department);
  return found?.desks?.length
    ? found.desks
    : [{ code: MAIN_DESK, names: found?.names ?? { uk: department } }];
};

type Routed = Pick<Appeal, 'department' | 'complexity' | 'isUrgent' | 'place'>;

const isWithin = ({ fromHour, toHour }: NonNullable<Desk['hours']>, hour: number): boolean =>
  fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;

/** Whether a desk is on duty at this moment in the city. */
export const isDeskOn = ({ hours }: Desk, now: Instant, { timeZone }: Pick<City, 'timeZone'>): boolean =>
  !hours || isWithin(hours, localTime(now, timeZone).hour);

function takes(desk: Desk, appeal: Routed, hour: number): boolean {
  const isEmergency = appeal.isUrgent || appeal.complexity === 'emergency';
  if (desk.isForEmergencies && !isEmergency) return false;
  if (desk.hours && !isWithin(desk.hours, hour)) return false;
  return !desk.districts || desk.districts.includes(appeal.place?.district ?? '');
}

/** How much a desk asks for: the more, the sooner it is chosen. */
const particularity = ({ districts, hours, isForEmergencies }: Desk): number =>
  [isForEmergencies, hours, districts].filter(Boolean).length;

/** The desks of its department that take an appeal at a moment, the most particular first. */
export function desksFor(
  appeal: Routed,
  city: Pick<City, 'departments' | 'timeZone'>,
  now: Instant,
): readonly Desk[] {
  const { hour } = localTime(now, city.timeZone);
  return desksOf(city, appeal.department)
    .filter((desk) => takes(desk, appeal, hour))
    .sort((one, other) => particularity(other) - particularity(one));
}

/** The group that gets an appeal's card now; none when its department has no group at work: the staff chat does. */
export function groupFor(
  appeal: Routed & Pick<Appeal, 'needsModerator' | 'status' | 'isAboutOfficials'>,
  groups: readonly StaffGroup[],
  city: Pick<City, 'departments' | 'timeZone'>,
  now: Instant,
): StaffGroup | undefined {
  if (appeal.isAboutOfficials) return undefined;
  // The moderators look first, but nobody waits for them when life is in danger.
  if (appeal.needsModerator && !appeal.isUrgent) return undefined;
  const working = groups.filter(({ isBound, trouble }) => isBound && !trouble);
  for (const { code } of desksFor(appeal, city, now)) {
    const group = working.find(({ department, desk }) => department === appeal.department && desk === code);
    if (group) return group;
  }
  return undefined;
}

type Change = Partial<Pick<StaffGroup, 'isBound' | 'department' | 'desk' | 'trouble' | 'chatId'>>;

/** One revision on; the cards are looked after again. */
export const changed = (group: StaffGroup, { trouble, ...change }: Change): StaffGroup => {
  const { trouble: _before, formerDepartments: former = [], ...rest } = group;
  const isElsewhere = change.department !== undefined && change.department !== group.department;
  const formerDepartments = isElsewhere ? [...new Set([...former, group.department])] : former;
  return {
    ...rest,
    ...change,
    ...(formerDepartments.length > 0 && { formerDepartments }),
    ...(trouble && { trouble }),
    ...{ isSettled: false, rev: group.rev + 1 },
  };
};
