import { isLetIn } from '../domain/permissions';
import { foundScreen } from '../screens/staff-screens';
import { lines, paragraphs } from '../screens/texts';
import { findByPerson, type PersonSought } from '../use-cases/find-by-person';
import type { StaffCommand } from './decision-commands';
import { isAmong } from './match-typed';
import { forModerators } from './people-commands';
import type { Reply, Visit } from './visit';

const FOUND_LIMIT = 8;
/** Some of what is found may not be for these eyes. */
const LOOKED_AT = 40;
/** An appeal’s number begins with its year, a phone never does. */
const PHONE = /^(?:\+|\(?0|380)[\d\s().-]+$/;

/** `+380671112233` of a phone as people write it; nothing when it is none. */
function phoneIn(words: string): string | undefined {
  const digits = words.replace(/\D/g, '');
  if (!PHONE.test(words) || digits.length < 10 || digits.length > 15) return undefined;
  return digits.length === 10 && digits.startsWith('0') ? `+38${digits}` : `+${digits}`;
}

const asName = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Somebody by phone, or by name after the word for a person. */
function personIn({ t }: Visit, words: string): PersonSought | undefined {
  const phone = phoneIn(words);
  if (phone) return { by: 'phone', value: phone };
  const [word = '', ...name] = words.split(/\s+/);
  const isPerson = name.length > 0 && isAmong(t.plain('words-find-person'), word);
  return isPerson ? { by: 'name', value: asName(name.join(' ')) } : undefined;
}

const byPerson = (sought: PersonSought, words: string) =>
  forModerators(async (visit: Visit): Promise<Reply> => {
    const { deps, t, actor, incoming } = visit;
    const found = await findByPerson(deps, { actor, commandId: incoming.id, sought });
    if (!found.ok) return { screen: { text: t(`refused-${found.refusal}`) } };
    const screen = foundScreen(t, deps.city, found.appeals.slice(0, FOUND_LIMIT), words);
    const names = found.people.map(({ name, id }) => t('found-person', { name: name ?? id }));
    return { screen: { ...screen, text: paragraphs(lines(...names), screen.text, t('found-recorded')) } };
  });

/** By number, by words in the text or the place; by a person or phone only for a moderator's own eyes, and recorded. */
export const find: StaffCommand = async (visit, argument) => {
  const { deps, t, actor } = visit;
  const words = argument.trim();
  if (!words) return { screen: { text: t('staff-find-how') } };
  const sought = personIn(visit, words);
  if (sought) return byPerson(sought, words)(visit, []);
  const found = await deps.appeals.search(words, LOOKED_AT);
  const shown = found.filter((appeal) => isLetIn(actor, appeal)).slice(0, FOUND_LIMIT);
  return { screen: foundScreen(t, deps.city, shown, words) };
};
