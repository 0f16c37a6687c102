import { trusted } from 'mongoose';
import type { Actor } from '../../domain/permissions';

/**
 * `isLetIn` of the domain as a filter of appeals: of complaints about officials a controller finds those not about
 * them, whoever a controller gave one to finds that one, a group and everybody without an actor none.
 */
export function circleFor(reader?: Actor): object {
  const isOrdinary = { isAboutOfficials: trusted({ $ne: true }) };
  if (!reader || reader.isInGroup) return isOrdinary;
  const isNotAboutThem = { complainedOf: trusted({ $ne: reader.id }) };
  const own = reader.roles.includes('controller') ? {} : { executorId: reader.id };
  return { $or: [isOrdinary, { ...own, ...isNotAboutThem }] };
}
