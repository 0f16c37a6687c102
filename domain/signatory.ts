import type { Appeal } from './appeal';
import { findDepartment, type City, type Signatory } from './city';

/**
 * Who signs an answer (art. 15): the department's signatory, else the city's. A complaint about officials is signed by
 * the city's alone (art. 7): the department's signatory may be the one complained of, or stand above them.
 */
export const signatoryFor = (
  { department, isAboutOfficials }: Pick<Appeal, 'department' | 'isAboutOfficials'>,
  city: City,
): Signatory => (!isAboutOfficials && findDepartment(city, department)?.signatory) || city.signatory;
