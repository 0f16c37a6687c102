import { PROFILE_FIELDS, profileScreen } from '../screens/menu-screens';
import { saveProfile } from '../use-cases/save-profile';
import { aside } from './aside';
import { askForMyData } from './ask-for-my-data';
import { begin } from './conversation';
import { FORGET_PRESSES } from './forget';
import type { Press } from './on-appeal';
import type { Visit } from './visit';

export const showProfile = (visit: Visit) => aside(visit, profileScreen(visit.t, visit.citizen));

/** `hide.yes`: only a controller sees who they are; `hide.no`: whoever has the case does too. */
const hideName: Press = async (visit, [answer]) => {
  const hidesName = answer === 'yes';
  const saved = await saveProfile(visit.deps, { citizen: visit.citizen, change: { hidesName } });
  if (saved === 'conflict') return aside(visit, { text: visit.t('refused-conflict') });
  return aside(visit, profileScreen(visit.t, saved));
};

/** `me` shows, `me.name` corrects. */
const editProfile: Press = (visit, [what = '']) =>
  (PROFILE_FIELDS as readonly string[]).includes(what)
    ? begin(visit, { kind: 'profile', fields: { what } })
    : showProfile(visit);

/** What a person does with their own data. */
export const PROFILE_PRESSES: Readonly<Record<string, Press>> = {
  me: editProfile,
  hide: hideName,
  mydata: askForMyData,
  ...FORGET_PRESSES,
};
