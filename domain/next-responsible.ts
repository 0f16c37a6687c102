import type { Appeal, Status } from './appeal';

/** Whose move it is: the moderators, the controllers when it is about officials, the official who has it, whoever of a department takes it, or its author. */
export type Responsible =
  | { readonly side: 'moderators' }
  | { readonly side: 'controllers' }
  | { readonly side: 'executor'; readonly id: string }
  | { readonly side: 'department'; readonly code: string }
  | { readonly side: 'citizen'; readonly id: string };

type Next = (appeal: Appeal) => Responsible | undefined;

const moderators: Next = ({ isAboutOfficials }) => ({
  side: isAboutOfficials ? 'controllers' : 'moderators',
});
const citizen: Next = ({ citizenId }) => ({ side: 'citizen', id: citizenId });
const nobody: Next = () => undefined;
/** Whoever has it answers for it; nobody’s is the moderators’ until they pass it, then its department’s. */
const office: Next = (appeal) => {
  const { executorId, needsModerator, isAboutOfficials, department } = appeal;
  if (executorId) return { side: 'executor', id: executorId };
  return needsModerator || isAboutOfficials ? moderators(appeal) : { side: 'department', code: department };
};

const NEXT = {
  submitted: office,
  in_progress: office,
  needs_details: office,
  rework: office,
  answered: citizen,
  returned: citizen,
  forwarded: moderators,
  not_considered: moderators,
  withdrawn: nobody,
  closed: nobody,
} as const satisfies Record<Status, Next>;

/** Who must act next so that the appeal moves on; nobody once it is withdrawn or closed. */
export const nextResponsible: Next = (appeal) => NEXT[appeal.status](appeal);
