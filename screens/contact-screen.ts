import type { Contact } from '../domain/contact';
import type { Screen } from '../messengers/messenger';
import { namesOfOthers } from './joined-lines';
import { CONTACT_FIELDS } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

/** Who wrote an appeal, for one colleague's eyes. */
export function contactScreen(t: Texts, contact: Contact): Screen {
  const known = CONTACT_FIELDS.flatMap((field) => {
    const value = contact.citizen[field];
    return value ? [t('me-line', { what: t.plain(`change-${field}`), value })] : [];
  });
  return {
    text: paragraphs(
      t('contact', { number: contact.number }),
      known.length > 0 ? lines(...known) : t('contact-none'),
      namesOfOthers(t, contact),
      t('contact-logged'),
    ),
  };
}
