import { nameOfficial } from '../domain/about-officials';
import { changing } from './change-appeal';

/** A controller records whom a complaint about officials is about, or that nobody is named. */
export const nameOfficialOf = changing<{ officialId?: string; isNamed: boolean }>(
  'nameOfficial',
  nameOfficial,
);
