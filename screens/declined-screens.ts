import type { Appeal, AppealEvent } from '../domain/appeal';
import { findDepartment, type City } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import { declinedNow, OTHER_BODY } from '../domain/declining';
import { excerpt, maskContacts } from '../domain/masking';
import type { Choice, Markup, Screen } from '../messengers/messenger';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

const LONGEST_LABEL = 40;

function whose(t: Texts, city: City, { facts }: AppealEvent): Markup {
  const department = findDepartment(city, facts.suggests ?? '');
  if (department) return t('staff-declined-to', { department: nameIn(department.names, t.language) });
  return t(facts.suggests === OTHER_BODY ? 'staff-declined-elsewhere' : 'staff-was-declined');
}

/** On the card while the moderators decide: whose it is said to be, and why. */
export function declinedLines(t: Texts, city: City, appeal: Appeal): Markup | undefined {
  const declined = declinedNow(appeal);
  if (!declined) return undefined;
  const { text } = declined.facts;
  return lines(
    whose(t, city, declined),
    text ? t('staff-declined-why', { text: excerpt(maskContacts(text), 300) }) : undefined,
  );
}

/** One tap to where it is said to belong. */
export function declinedActions(t: Texts, city: City, appeal: Appeal): Choice[] {
  const suggests = declinedNow(appeal)?.facts.suggests;
  if (suggests === OTHER_BODY) return [button(t, 'staff-forward', `fwd.${appeal.id}`)];
  const department = findDepartment(city, suggests ?? '');
  if (!department || department.code === appeal.department) return [];
  const label = t.plain('staff-pass-to', { department: nameIn(department.names, t.language) });
  return [{ label: excerpt(label, LONGEST_LABEL), token: `rr.${appeal.id}.${department.code}` }];
}

/** Under the card, to the moderators; nothing once they decided. */
export function declinedNote(t: Texts, city: City, appeal: Appeal, event: AppealEvent): Screen | undefined {
  if (declinedNow(appeal)?.id !== event.id) return undefined;
  const said = event.facts.text;
  const actions = [...declinedActions(t, city, appeal), button(t, 'staff-release', `rel.${appeal.id}`)];
  return {
    text: paragraphs(
      lines(t('staff-note-declined', { number: appeal.number, day: appeal.dueAt }), whose(t, city, event)),
      said ? t('quoted', { text: excerpt(maskContacts(said), 2500) }) : undefined,
    ),
    choices: [actions],
  };
}
