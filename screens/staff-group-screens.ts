import type { City, Department, Desk } from '../domain/city';
import { nameIn } from '../domain/city-languages';
import type { Appeal } from '../domain/appeal';
import { desksOf, type StaffGroup } from '../domain/staff-group';
import type { Choice, Screen } from '../messengers/messenger';
import { categoryName, departmentName } from './citizen-screens';
import { button } from './menu-screens';
import { lines, paragraphs, type Texts } from './texts';

/** What is left of a card whose appeal went to another group; of a complaint about officials nothing but its number. */
export function movedCard(t: Texts, city: City, appeal: Appeal): Screen {
  const { number, needsModerator, isAboutOfficials } = appeal;
  if (isAboutOfficials) return { text: t('card-left', { number }) };
  const title = t('notice-title', { number, category: categoryName(city, appeal, t) });
  const where = needsModerator
    ? t('card-moved-moderators')
    : t('card-moved', { department: departmentName(city, appeal, t) });
  return { text: lines(title, where) };
}

const groupAt = (groups: readonly StaffGroup[], department: string, { code }: Desk) =>
  groups.find((group) => group.department === department && group.desk === code);

const stateOf = (group: StaffGroup | undefined): string =>
  group ? (group.trouble ? 'trouble' : 'bound') : 'unbound';

/** Every department and whether it has its group. */
export function departmentsScreen(t: Texts, city: City, groups: readonly StaffGroup[]): Screen {
  const row = ({ code, names }: Department): Choice[] => {
    const own = groups.filter(({ department }) => department === code);
    const sign = own.some(({ trouble }) => trouble) ? '⚠ ' : own.length > 0 ? '✓ ' : '';
    return [{ label: sign + nameIn(names, t.language), token: `dep.${code}` }];
  };
  return { text: t('departments'), choices: city.departments.map(row) };
}

/** A department's desks: which group each has, and what to do about it. */
export function departmentScreen(
  t: Texts,
  city: City,
  department: Department,
  { groups, people }: { groups: readonly StaffGroup[]; people: number },
): Screen {
  const desks = desksOf(city, department.code);
  const line = (desk: Desk) =>
    t(`desk-${stateOf(groupAt(groups, department.code, desk))}`, { name: nameIn(desk.names, t.language) });
  const rows = desks.flatMap((desk) => {
    const subject = `${department.code}.${desk.code}`;
    const which = { desk: nameIn(desk.names, t.language) };
    const isBound = groupAt(groups, department.code, desk) !== undefined;
    return [
      [{ label: t.plain('choice-binding-code', which), token: `dc.${subject}` }],
      ...(isBound ? [[{ label: t.plain('choice-unbind', which), token: `du.${subject}` }]] : []),
    ];
  });
  return {
    text: paragraphs(
      t('department', { name: nameIn(department.names, t.language) }),
      lines(...desks.map(line)),
      t('department-people', { count: people }),
    ),
    choices: [...rows, [button(t, 'choice-all-departments', 'deps')]],
  };
}

export const bindingCodeScreen = (
  t: Texts,
  { code, department }: { code: string; department: string },
): Screen => ({
  text: paragraphs(t('binding-code', { code }), t('binding-code-how')),
  choices: [[button(t, 'nav-back', `dep.${department}`)]],
});

export const unbindScreen = (
  t: Texts,
  { department, desk }: { department: string; desk: string },
): Screen => ({
  text: t('ask-unbind'),
  choices: [
    [button(t, 'choice-unbind-yes', `duy.${department}.${desk}`)],
    [button(t, 'nav-back', `dep.${department}`)],
  ],
});

const departmentIn = (t: Texts, city: City, code: string): string => {
  const found = city.departments.find((one) => one.code === code);
  return found ? nameIn(found.names, t.language) : code;
};

/** In the group that was bound: what comes here, who may act, and which right is missing. */
export const boundScreen = (
  t: Texts,
  city: City,
  { department, lacksTopics }: { department: string; lacksTopics: boolean },
): Screen => ({
  text: paragraphs(
    t('group-bound', { department: departmentIn(t, city, department) }),
    t('group-bound-people'),
    lacksTopics && t('group-lacks-topics'),
  ),
});

/** To moderators: a group is lost or mended. */
export const troubleScreen = (t: Texts, city: City, group: StaffGroup): Screen => ({
  text: t(group.trouble ? `group-${group.trouble}` : 'group-mended', {
    department: departmentIn(t, city, group.department),
  }),
  choices: [[button(t, 'choice-open-department', `dep.${group.department}`)]],
});

/** To moderators: the bot is in a department's group, or without one in the staff chat, but may not open topics. */
export const lacksTopicsScreen = (t: Texts, city: City, group?: StaffGroup): Screen => ({
  text: paragraphs(
    group
      ? t('group-rights', { department: departmentIn(t, city, group.department) })
      : t('staff-chat-rights'),
    t('group-lacks-topics'),
  ),
});
