import { STATUSES, type Status } from '../../domain/appeal';
import { canMove, isOpen, MOVES } from '../../domain/moves';
import type { NoticeKind } from '../../domain/notice';
import { TOLD } from '../../domain/notices';
import { ROLES, type Action } from '../../domain/permissions';
import { ACTIONS, isForAuthor, leadingTo, LEAVES, mayAboutOfficials, rolesFor, whoMay } from './acts';

const ORIGIN = (sources: string) =>
  `*Drawn from ${sources} by \`npm run docs\`. Change the code, not this page; a test keeps them the same.*`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const MEANINGS: Record<Status, string> = {
  submitted: 'registered, nobody works on it yet',
  in_progress: 'an official works on it',
  needs_details: 'the citizen was asked; the clock does not stop',
  answered: 'the office says how it ended; the citizen is asked whether it is so',
  rework: 'the citizen said «not solved»; executor and controller were told',
  forwarded: 'another body decides (art. 7)',
  returned: 'it lacks something; the citizen can complete it (art. 7)',
  not_considered: 'left unconsidered on a ground of art. 8',
  withdrawn: 'taken back by the citizen',
  closed: 'by the citizen’s own word, or by a controller’s hand after silence and reminders',
};

/** What the citizen reads in each notice. */
const SAYS: Partial<Record<NoticeKind, string>> = {
  taken: 'who works on it and until which day',
  details_asked: 'the question, with a button to reply',
  answered: 'the answer, who signed it, and «Is it solved?»',
  decided: 'what was decided, why, and what they can do',
  joining: 'with which appeal it is now together, and why',
  delay_explained: 'why it is late, as the office says it',
  closed_by_hand: 'who closed it and why, and until when they can send it back',
};

const diagram = (): string => {
  const moves = STATUSES.flatMap((from) => MOVES[from].map((to) => `  ${from} --> ${to}`));
  const ends = STATUSES.filter((status) => MOVES[status].length === 0).map((status) => `  ${status} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> submitted', ...moves, ...ends, '```'].join('\n');
};

const toldTo = (side: string, event: keyof typeof TOLD): NoticeKind[] =>
  TOLD[event].filter(([to]) => to === side).map(([, kind]) => kind);

function actRows(): string[][] {
  return ACTIONS.flatMap((action) => {
    const left = LEAVES[action];
    if (!left) return [];
    const { to } = left;
    const from = left.from ?? STATUSES.filter((status) => to && canMove(status, to));
    const citizen = toldTo('citizen', left.event).map((kind) => SAYS[kind] ?? kind);
    const own = isForAuthor(action) ? ['their own act, answered on the screen'] : [];
    const others = ['executor', 'controllers'].filter((side) => toldTo(side, left.event).length > 0);
    return [[
      ...[`\`${action}\``, from.join(', ') || '–', to ?? 'the same', whoMay(action)],
      ...[[...citizen, ...own].join('; ') || 'nothing', others.join(', ') || '–'],
    ]]; // prettier-ignore
  });
}

/** `docs/life-of-an-appeal.md` */
export const lifeOfAnAppeal = (): string => `# The life of an appeal

${ORIGIN('`domain/moves.ts`, `domain/notices.ts` and `domain/permissions.ts`')}

${diagram()}

The same without a picture:

${table(
  ['status', 'what it means', 'the office has the next word', 'may go to'],
  STATUSES.map((status) => [
    ...[`\`${status}\``, MEANINGS[status], isOpen(status) ? 'yes' : 'no'],
    MOVES[status].join(', ') || 'nowhere',
  ]),
)}

Only people move an appeal. No timer, job or script closes one: \`closed\` is reached by ${leadingTo('closed')
  .map((action) => `\`${action}\` (${whoMay(action)})`)
  .join(' and ')}.

## What people do

${table(['what', 'from', 'to', 'who may', 'the citizen is told', 'also told privately'], actRows())}

The card in the staff chat follows every change.
`;

/** What is about no appeal. */
const GENERAL: readonly Action[] = ['recordBreach', 'readBreaches', 'steer', 'work'];

/** `docs/permissions.md` */
export const permissions = (): string => `# Who may do what

${ORIGIN('`domain/permissions.ts`')}

${table(
  ['what', 'its author', ...ROLES],
  ACTIONS.map((action) => [
    ...[`\`${action}\``, isForAuthor(action) ? 'yes' : '–'],
    ...ROLES.map((role) => (rolesFor(action).includes(role) ? 'yes' : '–')),
  ]),
)}

The columns of roles are about other people’s appeals. Nobody acts as staff on an appeal of their own, and nobody closes
by hand what they answered or had in hand. An official or a head whose role is given in certain departments may act on
the appeals of those, and on what a moderator gave them by name.

## A complaint about officials (art. 7)

One whose category says so, or that a moderator marked. No group ever shows it and nobody acts on it in a group. Its author
does what authors do; of the staff only these act, each in their own chat, and nobody whom a controller recorded as the one
complained of, whatever their roles.

${table(
  ['what', 'a controller', 'whom a controller gave it to'],
  ACTIONS.filter((action) => mayAboutOfficials(action, 'controller') && !GENERAL.includes(action)).map(
    (action) => [...[`\`${action}\``, 'yes', mayAboutOfficials(action, 'executor') ? 'yes' : '–']],
  ),
)}
`;
