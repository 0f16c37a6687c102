import type { NoCopy } from '../domain/files';
import type { Markup, ShownFile } from '../messengers/messenger';
import type { Texts } from './texts';

/** Why colleagues do not get a file; `not_yet` when nobody could look at it in time. */
export type LeftOut = NoCopy | 'not_yet';

export interface FilesForStaff {
  readonly files: readonly ShownFile[];
  readonly leftOut: readonly LeftOut[];
  /** How many a moderator has hidden. */
  readonly hidden?: number;
}

const PICTURES: readonly LeftOut[] = ['too_many_pixels', 'unreadable'];

/** A line for each kind of trouble, with how many files it met. */
export function leftOutLines(t: Texts, leftOut: readonly LeftOut[]): (Markup | false)[] {
  const unsafe = leftOut.filter((why) => why === 'unsafe').length;
  const pictures = leftOut.filter((why) => PICTURES.includes(why)).length;
  const empty = leftOut.filter((why) => why === 'empty').length;
  const unseen = leftOut.length - unsafe - pictures - empty;
  return [
    unsafe > 0 && t('staff-left-out-unsafe', { count: unsafe }),
    pictures > 0 && t('staff-left-out-pictures', { count: pictures }),
    empty > 0 && t('staff-left-out-empty', { count: empty }),
    unseen > 0 && t('staff-left-out-unseen', { count: unseen }),
  ];
}
