import type { Consent } from '../domain/citizen';
import type { Fields } from '../domain/draft';
import { PROFILE_FIELDS } from '../screens/menu-screens';
import type { ProfileChange } from '../use-cases/save-profile';

/** Nothing is kept about a person who declined. */
export function profileChange(fields: Fields): ProfileChange {
  if (fields.consent === 'declined') return {};
  const given = PROFILE_FIELDS.flatMap((field) =>
    typeof fields[field] === 'string' ? [[field, fields[field]]] : [],
  );
  return {
    ...Object.fromEntries(given),
    ...(fields.consent ? { consent: fields.consent as Consent } : {}),
  } as ProfileChange;
}
