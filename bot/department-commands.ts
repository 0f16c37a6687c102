import { findDepartment } from '../domain/city';
import { bindingCodeScreen, boundScreen, departmentScreen, departmentsScreen, unbindScreen } from '../screens/staff-group-screens'; // prettier-ignore
import { paragraphs } from '../screens/texts';
import { bindGroup, makeBindingCode, unbindGroup } from '../use-cases/bind-group';
import { headsOf, officialsOf } from '../use-cases/post-holders';
import { publishGroupMenu } from './publish-commands';
import { forModerators } from './people-commands';
import type { Reply, Visit } from './visit';

type Act = (visit: Visit, subjects: readonly string[]) => Promise<Reply>;

const showDepartments: Act = async ({ deps, t }) => ({
  screen: departmentsScreen(t, deps.city, await deps.staffGroups.bound()),
});

const showDepartment: Act = async (visit, [code = '']) => {
  const { deps, t } = visit;
  const department = findDepartment(deps.city, code);
  if (!department) return showDepartments(visit, []);
  const [groups, heads, officials] = await Promise.all([
    deps.staffGroups.bound(code),
    headsOf(deps, code),
    officialsOf(deps, code),
  ]);
  const people = new Set([...heads, ...officials]).size;
  return { screen: departmentScreen(t, deps.city, department, { groups, people }) };
};

const giveCode: Act = async ({ deps, t, actor, incoming }, [department = '', desk = '']) => {
  const made = await makeBindingCode(deps, { actor, department, desk, commandId: incoming.id });
  return made.ok
    ? { screen: bindingCodeScreen(t, { code: made.code, department }), isSecret: true }
    : { screen: { text: t(`refused-${made.refusal}`) } };
};

const askToUnbind: Act = ({ t }, [department = '', desk = '']) =>
  Promise.resolve({ screen: unbindScreen(t, { department, desk }) });

const unbind: Act = async (visit, [department = '', desk = '']) => {
  const { deps, t, actor, incoming } = visit;
  const unbound = await unbindGroup(deps, { actor, department, desk, commandId: incoming.id });
  const { screen } = await showDepartment(visit, [department]);
  const said = t(unbound === 'unbound' ? 'group-unbound' : `refused-${unbound}`);
  return { screen: { ...screen, text: paragraphs(said, screen?.text) } };
};

/** `/bind CODE` in the group that shall be a department's. */
export async function bind(visit: Visit, argument: string): Promise<Reply> {
  const { deps, t, actor, incoming } = visit;
  const { chat } = incoming;
  const code = argument.trim();
  if (chat.kind !== 'group') return { screen: { text: t('bind-in-group') } };
  if (!code) return { screen: { text: t('bind-how') } };
  const bound = await bindGroup(deps, { personId: actor.id, chat, code, commandId: incoming.id });
  if (!bound.ok) return { screen: { text: t(`refused-${bound.refusal}`) } };
  await publishGroupMenu(deps.menu, deps, chat.chatId);
  const facts = await deps.messenger.describeChat({ messenger: chat.messenger, chatId: chat.chatId });
  const lacksTopics = !('result' in facts) && facts.hasTopics && !facts.mayManageTopics;
  return { screen: boundScreen(t, deps.city, { department: bound.department, lacksTopics }) };
}

export const DEPARTMENT_PRESSES: Readonly<Record<string, Act>> = {
  deps: forModerators(showDepartments),
  dep: forModerators(showDepartment),
  dc: forModerators(giveCode),
  du: forModerators(askToUnbind),
  duy: forModerators(unbind),
};

export const DEPARTMENT_COMMANDS: Readonly<
  Record<string, (visit: Visit, argument: string) => Promise<Reply>>
> = {
  departments: (visit) => forModerators(showDepartments)(visit, []),
  bind,
};
