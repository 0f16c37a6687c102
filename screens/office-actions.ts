import type { Appeal } from '../domain/appeal';
import type { City } from '../domain/city';
import { isLate } from '../domain/delay';
import { isExtendable } from '../domain/extension';
import { picturesOf } from '../domain/hidden-files';
import { isOpen } from '../domain/moves';
import { isAnswerable, isTakeable } from '../domain/staff-decisions';
import type { Choice } from '../messengers/messenger';
import { declinedActions } from './declined-screens';
import { button } from './menu-screens';
import { nameAction } from './officials-screens';
import type { Texts } from './texts';

/** What the appeal waits for from the office, one tap each. */
export const officeActions = (t: Texts, appeal: Appeal): Choice[] => [
  ...(isTakeable(appeal) ? [button(t, 'staff-take', `take.${appeal.id}`)] : []),
  ...(isAnswerable(appeal) ? [button(t, 'staff-answer-button', `ans.${appeal.id}`)] : []),
  ...(isOpen(appeal.status) && appeal.needsModerator ? [button(t, 'staff-release', `rel.${appeal.id}`)] : []),
];

/** What can be done about its term: more time while the law lets, a word about why it is late. */
export const termActions = (t: Texts, city: City, appeal: Appeal, now: Date): Choice[] => [
  ...(isExtendable(appeal, now, city) ? [button(t, 'staff-extend', `ext.${appeal.id}`)] : []),
  ...(isLate(appeal, now) ? [button(t, 'staff-explain-delay', `late.${appeal.id}`)] : []),
];

/** All that may be done from an appeal's card now, the likeliest first. */
export function cardActions(t: Texts, city: City, appeal: Appeal, now: Date): Choice[][] {
  const { id, status } = appeal;
  const open = isOpen(status)
    ? [
        button(t, 'staff-ask', `ask.${id}`),
        button(t, 'staff-decline', `dec.${id}`),
        ...(appeal.needsModerator || appeal.isAboutOfficials
          ? [button(t, 'staff-recategorise', `rc.${id}`)]
          : []),
      ]
    : [];
  const pass = isOpen(status) ? [button(t, 'staff-give', `gv.${id}`)] : [];
  const sent = status === 'answered' ? [button(t, 'staff-fix', `fix.${id}`)] : [];
  const pictures = picturesOf(appeal).length > 0 ? [button(t, 'staff-hide', `hp.${id}`)] : [];
  const always = [
    button(t, 'staff-note', `note.${id}`),
    button(t, 'staff-contact', `contact.${id}`),
    button(t, 'staff-history', `sh.${id}`),
  ];
  const toOffice = [
    officeActions(t, appeal),
    declinedActions(t, city, appeal),
    open,
    pass,
    nameAction(t, appeal),
  ];
  return [...toOffice, termActions(t, city, appeal, now), sent, pictures, always].filter(
    (row) => row.length > 0,
  );
}

/** For a colleague who has no card before their eyes. */
export const privateActions = (t: Texts, appeal: Appeal, more: Choice[] = []): Choice[][] =>
  [[button(t, 'choice-open-appeal', `sc.${appeal.id}`)], officeActions(t, appeal), more].filter(
    (row) => row.length > 0,
  );
