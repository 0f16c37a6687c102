import { isOfDepartment, type PostRole } from '../../domain/colleague';
import { findDepartment } from '../../domain/city';
import { nameIn } from '../../domain/city-languages';
import type { Context, Dialogue, Step } from '../dialogue';
import { chosen } from './writing';

const offered = ({ draft }: Context): readonly PostRole[] =>
  (draft.fields.roles as PostRole[] | undefined) ?? [];
const isChosenInside = ({ draft }: Context) => isOfDepartment(draft.fields.role as PostRole);

const roleStep: Step = {
  field: 'role',
  ask: ({ t, draft }) =>
    t(draft.fields.colleague || draft.fields.isByToken ? 'ask-post-role' : 'ask-invite-role'),
  choices: (context) =>
    offered(context).map((role) => [{ value: role, label: context.t.plain(`role-${role}`) }]),
  accept: (input, { t }) =>
    input.kind === 'choice'
      ? { set: { role: input.value, department: undefined }, ...chosen(t.plain(`role-${input.value}`)) }
      : { refusal: 'refusal-choose-role' },
};

const departmentStep: Step = {
  field: 'department',
  isNeeded: isChosenInside,
  ask: ({ t }) => t('ask-invite-department'),
  choices: ({ city, t }) =>
    city.departments.map(({ code, names }) => [{ value: code, label: nameIn(names, t.language) }]),
  accept: (input, { city, t }) => {
    const found = input.kind === 'choice' ? findDepartment(city, input.value) : undefined;
    return found
      ? { set: { department: found.code }, ...chosen(nameIn(found.names, t.language)) }
      : { refusal: 'refusal-choose-department' };
  },
};

const LONGEST_NAME = 80;

const naming =
  (refusal: string): Step['accept'] =>
  (input) => {
    const name = input.kind === 'text' ? input.text.trim().replace(/\s+/g, ' ') : '';
    return /\p{L}{2}/u.test(name) && name.length <= LONGEST_NAME ? { set: { name } } : { refusal };
  };

/** For the list moderators see; those who are on it have one already. */
const nameStep: Step = {
  field: 'name',
  maySkip: true,
  isNeeded: ({ draft }) => !draft.fields.colleague,
  ask: ({ t }) => t('ask-invite-name'),
  accept: naming('refusal-invite-name'),
};

/** Who has no messenger has no number to be known by: their post in words is asked for. */
const labelStep: Step = {
  field: 'name',
  ask: ({ t }) => t('ask-hire-name'),
  accept: naming('refusal-hire-name'),
};

/** A post: for whom opens the invitation, for the `colleague` the draft names, or `isByToken` for one without a messenger. */
export const post: Dialogue = {
  steps: ({ draft }) => [roleStep, departmentStep, draft.fields.isByToken ? labelStep : nameStep],
  navigation: ['cancel'],
};
