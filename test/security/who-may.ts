import type { Appeal, EventType, Status } from '../../domain/appeal';
import type { DraftKind } from '../../domain/draft';
import { APPEALS, appealOf, idOf, PEOPLE, type ChatName, type Name } from './city-of-presses';

/**
 * Who may do what by a button, written by hand from docs/permissions.md and docs/life-of-an-appeal.md, without a look
 * at the code: nothing here comes from domain/permissions.ts or domain/moves.ts.
 */
export interface Presser {
  readonly name: Name;
  readonly chat: ChatName;
}

interface Held {
  readonly role: string;
  readonly department?: string;
}

/** Nobody has a role in a group that is nobody's; in the staff chat all but those let go serve departments without a group. */
function heldBy({ name, chat }: Presser, department: string): readonly Held[] {
  if (chat === 'nobodys') return [];
  const isOpen = chat === 'staff' && name !== 'demoted' && !['light', 'roads'].includes(department);
  return [...PEOPLE[name].posts, ...(isOpen ? [{ role: 'official', department }] : [])];
}

const holds = (presser: Presser, { department }: Pick<Appeal, 'department'>, ...roles: string[]): boolean =>
  heldBy(presser, department).some(
    (held) => roles.includes(held.role) && (!held.department || held.department === department),
  );

type Rule = (presser: Presser, appeal: Appeal) => boolean;

const isAuthor: Rule = ({ name, chat }, { citizenId }) => citizenId === idOf(name) && chat !== 'nobodys';
/** Never those it complains of, never in a group; else the controllers and the one they gave it to. */
const isLetIn: Rule = (presser, appeal) => {
  const me = idOf(presser.name);
  if (!appeal.isAboutOfficials) return true;
  if (presser.chat !== 'home' || appeal.complainedOf?.includes(me)) return false;
  return isController(presser) || (appeal.executorId === me && isStaff(presser));
};
const postsOf = ({ name }: Presser): readonly string[] => PEOPLE[name].posts.map(({ role }) => role);
const isController = (presser: Presser): boolean => postsOf(presser).includes('controller');
const isStaff = (presser: Presser): boolean =>
  postsOf(presser).some((role) => ['official', 'head', 'moderator', 'controller'].includes(role));

/** Nobody works on what they wrote themselves, from this account or from one before it. */
const ofOthers =
  (rule: Rule): Rule =>
  (presser, appeal) =>
    appeal.citizenId !== idOf(presser.name) &&
    !appeal.formerCitizenIds?.includes(idOf(presser.name)) &&
    isLetIn(presser, appeal) &&
    rule(presser, appeal);
/** Where a complaint about officials goes is for the controllers alone. */
const turns =
  (rule: Rule): Rule =>
  (presser, appeal) =>
    rule(presser, appeal) && (!appeal.isAboutOfficials || isController(presser));
/** The official who has it keeps it while they hold any such post, wherever. */
const hasIt: Rule = ({ name, chat }, { executorId }) =>
  executorId === idOf(name) &&
  chat !== 'nobodys' &&
  ((chat === 'staff' && name !== 'demoted') || isStaff({ name, chat }));
const steers = turns(ofOthers((presser, appeal) => holds(presser, appeal, 'moderator', 'controller')));
const namesOfficials = ofOthers((presser, appeal) => holds(presser, appeal, 'controller'));
const serves: Rule = ofOthers(
  (presser, appeal) =>
    holds(presser, appeal, 'official', 'head', 'moderator', 'controller') || hasIt(presser, appeal),
);
const deputises: Rule = ofOthers((presser, appeal) => holds(presser, appeal, 'deputy'));
const serveOrDeputise: Rule = (presser, appeal) => serves(presser, appeal) || deputises(presser, appeal);
const extend = turns(ofOthers((presser, appeal) => holds(presser, appeal, 'head', 'controller', 'deputy')));
const giveOn = turns(
  ofOthers(
    (presser, appeal) => holds(presser, appeal, 'head', 'moderator', 'controller') || hasIt(presser, appeal),
  ),
);
/** Somebody may be told to do what they wrote themselves; they then cannot. */
const assigns: Rule = (presser, appeal) =>
  isLetIn(presser, appeal) &&
  holds(presser, appeal, 'head', 'moderator', 'controller') &&
  (!appeal.isAboutOfficials || isController(presser));
const knowsAuthor: Rule = ofOthers(
  (presser, appeal) =>
    holds(presser, appeal, 'controller') ||
    (!appeal.hidesName &&
      !['closed', 'withdrawn', 'forwarded', 'returned', 'not_considered'].includes(appeal.status) &&
      (holds(presser, appeal, 'head') || hasIt(presser, appeal))),
);

/** Anybody of the office, whatever their department, and the author. */
export const maySee: Rule = (presser, appeal) =>
  isAuthor(presser, appeal) ||
  (presser.chat !== 'nobodys' &&
    isLetIn(presser, appeal) &&
    (presser.chat === 'staff' || PEOPLE[presser.name].posts.some(({ role }) => role !== 'operator')));

const OPEN: readonly Status[] = ['submitted', 'in_progress', 'needs_details', 'rework'];
const ANY = undefined;

/** The owner says yes for the old account; the joiner's cannot, so those who steer do. */
const movesAuthor: Rule = (presser, { citizenId }) => mayMove(presser, citizenId);

/** What a button may make happen to an appeal: who may, and from which statuses. All else no button does. */
export const EVENTS: Partial<Record<EventType, readonly [Rule, readonly Status[] | undefined]>> = {
  'appeal.taken': [serves, ['submitted', 'needs_details', 'rework']],
  'appeal.assigned': [giveOn, OPEN],
  'appeal.handed_over': [giveOn, ANY],
  'appeal.rerouted': [steers, OPEN],
  'appeal.recategorised': [steers, ANY],
  'appeal.extended': [extend, OPEN],
  'appeal.extension_declined': [extend, OPEN],
  'appeal.answered': [serves, [...OPEN, 'answered']],
  'appeal.official_named': [namesOfficials, ANY],
  'appeal.author_moved': [movesAuthor, ANY],
  'appeal.files_hidden': [steers, ANY],
  'appeal.files_shown': [steers, ANY],
  'appeal.confirmed': [isAuthor, ['answered']],
  'appeal.returned_for_rework': [isAuthor, ['answered', 'closed']],
  'appeal.rated': [isAuthor, ['closed']],
  'appeal.withdrawn': [isAuthor, [...OPEN, 'forwarded', 'returned']],
  'appeal.helped': [isAuthor, ['forwarded']],
  'appeal.help_awaited': [isAuthor, ['forwarded']],
  'appeal.not_helped': [isAuthor, ['forwarded']],
};

const closesByHand: Rule = (presser, appeal) => {
  const me = idOf(presser.name);
  const hasHandled = appeal.events.some(({ type, by }) => type === 'appeal.answered' && by === me);
  return namesOfficials(presser, appeal) && appeal.executorId !== me && !hasHandled;
};

/** What a command may do besides: most of it is said with words, so no button does it at once. */
export const BY_COMMAND: typeof EVENTS = {
  'appeal.assigned': [assigns, [...OPEN, 'forwarded', 'not_considered']],
  'appeal.forwarded': [steers, OPEN],
  'appeal.returned': [steers, ['submitted', 'in_progress', 'needs_details']],
  'appeal.not_considered': [steers, ['submitted', 'in_progress', 'needs_details']],
  'appeal.linked': [steers, ANY],
  'appeal.separated': [steers, ANY],
  'appeal.joined': [steers, ANY],
  'appeal.left': [steers, ANY],
  'appeal.labelled': [steers, ANY],
  'appeal.incoming_recorded': [serves, ANY],
  'appeal.closed_by_hand': [closesByHand, ['answered']],
};

/** What a button may begin to be written about an appeal. */
export const WRITINGS: Partial<Record<DraftKind, Rule>> = {
  ...{ answer: serves, question: serves, note: serves, decline: serves, correction: serves },
  ...{ delay: serveOrDeputise, extension: serveOrDeputise },
  ...{ forward: steers, return: steers, contact: knowsAuthor },
  ...{ detail: isAuthor, fix: isAuthor, identify: isAuthor, objection: isAuthor },
  ...{ rework: isAuthor, rating: isAuthor },
};

const postsHeld = (presser: Presser): readonly string[] =>
  presser.chat === 'nobodys' ? [] : postsOf(presser);

/** Posts, tokens, codes and groups: by those who steer, in their own chat. */
export const mayRunTheOffice = (presser: Presser): boolean =>
  presser.chat === 'home' && postsHeld(presser).some((role) => ['moderator', 'controller'].includes(role));

/** A moderator touches nobody who watches over moderators. */
export const mayTouch = (presser: Presser, roles: readonly string[]): boolean =>
  mayRunTheOffice(presser) &&
  (postsHeld(presser).includes('controller') ||
    roles.every((role) => ['official', 'head', 'moderator'].includes(role)));

/** Whose record a change of account may write: those of a request this presser may answer. */
export function mayMove(presser: Presser, personId: string): boolean {
  if (presser.chat !== 'home') return false;
  if ([idOf('owner'), idOf('stranger')].includes(personId)) return presser.name === 'owner';
  return [idOf('joiner'), idOf('operator')].includes(personId) && mayRunTheOffice(presser);
}

export const maySettleQuarantine = (presser: Presser): boolean =>
  postsHeld(presser).some((role) => ['moderator', 'controller'].includes(role));

/** `rights`: EVENTS for a button, BY_COMMAND too for words. */
export const isRightEvent = (
  presser: Presser,
  appealId: string,
  type: EventType,
  rights = EVENTS,
): boolean => {
  const [rule, from] = rights[type] ?? [];
  const appeal = appealOf(appealId);
  return Boolean(rule && appeal && rule(presser, appeal) && (from?.includes(appeal.status) ?? true));
};

/** Restrictions are written into the author's own record, by those who steer. */
export const maySift = (presser: Presser, personId: string): boolean =>
  APPEALS.some((appeal) => appeal.citizenId === personId && steers(presser, appeal));

export const isRightWriting = (presser: Presser, kind: DraftKind, subjectId: string | undefined): boolean => {
  if (kind === 'post' || kind === 'judgement') return mayRunTheOffice(presser);
  if (subjectId === undefined) return presser.chat === 'home';
  const appeal = appealOf(subjectId);
  return Boolean(appeal && WRITINGS[kind]?.(presser, appeal));
};
