import { isComplainedOf, type Circled } from './about-officials';
import type { Appeal } from './appeal';
import type { Channel } from './channel';
import { isByAuthor } from './account-move';
import { isOpen } from './moves';

export const ROLES = [
  'citizen',
  'official',
  'head',
  'moderator',
  'controller',
  'deputy',
  'operator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: `id` is the messenger's name and id of the person, roles are those they hold where they act. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
  /** The departments a role holds in; a role without a list holds in all of them. */
  readonly within?: { readonly official?: readonly string[]; readonly head?: readonly string[] };
  readonly channel?: Channel;
  /** They act where others look on. */
  readonly isInGroup?: boolean;
}

const STAFF: readonly Role[] = ['official', 'head', 'moderator', 'controller'];
const STEERING: readonly Role[] = ['moderator', 'controller'];
const COLLEAGUES: readonly Role[] = [...STAFF, 'deputy'];

/** Art. 20 names the head and the deputy; a controller acts for them. */
const EXTENDING: readonly Role[] = ['deputy', 'controller'];

const owns = (actor: Actor, appeal: Appeal) => appeal.citizenId === actor.id;
/** From this account or from one before it: nobody works on their own appeal. */
const wrote = (actor: Actor, appeal: Appeal) => isByAuthor(appeal, actor.id);
const holds = (roles: readonly Role[]) => (actor: Actor) => actor.roles.some((role) => roles.includes(role));
const holdsIn = (role: 'official' | 'head', { roles, within }: Actor, { department }: Appeal) =>
  roles.includes(role) && (within?.[role]?.includes(department) ?? true);

/**
 * Art. 7: a complaint about officials is never shown to whom it is about. It is the controllers', and of whom one of
 * them gave it to; privately, for nobody knows who else sits in a group. Every other appeal lets everybody in.
 */
export const isLetIn = (actor: Actor, appeal: Circled): boolean =>
  !appeal.isAboutOfficials ||
  (!actor.isInGroup &&
    !isComplainedOf(appeal, actor.id) &&
    (holds(['controller'])(actor) || (appeal.executorId === actor.id && holds(STAFF)(actor))));

/** Who takes part in a complaint about officials without being its executor. */
const steersIt = (actor: Actor, { isAboutOfficials }: Appeal): boolean =>
  !isAboutOfficials || holds(['controller'])(actor);

const hasInHand = (actor: Actor, { executorId }: Appeal) => executorId === actor.id && holds(STAFF)(actor);

/** Those of the department, those who steer, and the official whom a moderator gave it. */
const serves = (actor: Actor, appeal: Appeal) =>
  isLetIn(actor, appeal) &&
  (holdsIn('official', actor, appeal) ||
    holdsIn('head', actor, appeal) ||
    holds(STEERING)(actor) ||
    hasInHand(actor, appeal));
/** An appeal about which somebody complains is never answered by its own author. */
const asStaff = (actor: Actor, appeal: Appeal) => serves(actor, appeal) && !wrote(actor, appeal);
/** Those who work on it, and the deputy mayor above them. */
const asOffice = (actor: Actor, appeal: Appeal) =>
  (serves(actor, appeal) || (holds(['deputy'])(actor) && isLetIn(actor, appeal))) && !wrote(actor, appeal);
/** In a complaint about officials only the controllers steer, whoever else has it in hand. */
const mayTurn = (actor: Actor, appeal: Appeal) => isLetIn(actor, appeal) && steersIt(actor, appeal);
const asSteering = (actor: Actor, appeal: Appeal) =>
  holds(STEERING)(actor) && mayTurn(actor, appeal) && !wrote(actor, appeal);

/** Whose it is to do is said by those who steer and by the head. */
const routes = (actor: Actor, appeal: Appeal) =>
  mayTurn(actor, appeal) && (holds(STEERING)(actor) || holdsIn('head', actor, appeal));

/** The claim is judged by others: nobody closes by hand what they answered or had in hand. */
const hasHandled = (actor: Actor, { executorId, events }: Appeal) =>
  executorId === actor.id || events.some(({ type, by }) => type === 'appeal.answered' && by === actor.id);

/** A name that its owner hides is a controller's to know; said by a person of all their appeals, or of one. */
export const isNameOpenTo = (actor: Actor, { hidesName }: { readonly hidesName?: boolean }): boolean =>
  !hidesName || holds(['controller'])(actor);

/** Whose case it is now: the official who has it and the head above them; a hidden name stays hidden from both. */
const hasCase = (actor: Actor, appeal: Appeal) =>
  isLetIn(actor, appeal) &&
  isNameOpenTo(actor, appeal) &&
  (isOpen(appeal.status) || appeal.status === 'answered') &&
  (holdsIn('head', actor, appeal) || (appeal.executorId === actor.id && holds(STAFF)(actor)));

/** The only place that says who may do what. */
export const may = {
  see: (actor: Actor, appeal: Appeal) =>
    owns(actor, appeal) || (holds(COLLEAGUES)(actor) && isLetIn(actor, appeal)),
  take: asStaff,
  assign: routes,
  give: (actor: Actor, appeal: Appeal) =>
    (routes(actor, appeal) || (hasInHand(actor, appeal) && mayTurn(actor, appeal))) && !wrote(actor, appeal),
  decline: asStaff,
  ask: asStaff,
  answer: asStaff,
  correct: asStaff,
  note: asStaff,
  confirm: owns,
  rate: owns,
  returnForRework: owns,
  withdraw: owns,
  addDetail: owns,
  amend: owns,
  reroute: asSteering,
  recategorise: asSteering,
  forward: asSteering,
  returnIncomplete: asSteering,
  leaveUnconsidered: asSteering,
  complete: owns,
  merge: asSteering,
  label: asSteering,
  strike: asSteering,
  slow: asSteering,
  pardon: asSteering,
  /** Faces and number plates: hidden from all but the author and a controller. */
  hide: asSteering,
  viewHidden: (actor: Actor, appeal: Appeal) =>
    holds(['controller'])(actor) && isLetIn(actor, appeal) && !wrote(actor, appeal),
  object: owns,
  recordIncoming: asStaff,
  extend: (actor: Actor, appeal: Appeal) =>
    (holds(EXTENDING)(actor) || holdsIn('head', actor, appeal)) &&
    mayTurn(actor, appeal) &&
    !wrote(actor, appeal),
  /** Names, phones and addresses: for the case in hand only, and the controller. */
  showContact: (actor: Actor, appeal: Appeal) =>
    (hasCase(actor, appeal) || (holds(['controller'])(actor) && isLetIn(actor, appeal))) &&
    !wrote(actor, appeal),
  askForExtension: asOffice,
  explainDelay: asOffice,
  tellOfHelp: owns,
  closeByHand: (actor: Actor, appeal: Appeal) =>
    holds(['controller'])(actor) &&
    isLetIn(actor, appeal) &&
    !wrote(actor, appeal) &&
    !hasHandled(actor, appeal),
  /** Who says whom a complaint about officials is about. */
  nameOfficial: (actor: Actor, appeal: Appeal) =>
    holds(['controller'])(actor) && isLetIn(actor, appeal) && !wrote(actor, appeal),
  /** The log of breaches of personal data: the operator keeps it, the controller reads it too. */
  recordBreach: (actor: Actor) => holds(['operator'])(actor),
  readBreaches: (actor: Actor) => holds(['operator', 'controller'])(actor),
  steer: (actor: Actor) => holds(STEERING)(actor),
  /** Commands of the staff, without an appeal in hand. */
  work: (actor: Actor) => holds(COLLEAGUES)(actor),
} as const;

export type Action = keyof typeof may;

const AN_APPEAL = { citizenId: 'nobody', status: 'in_progress', events: [] } as unknown as Appeal;

/** Whether there can be an appeal, not about officials, with which this person may do so. */
export function mayEver(actor: Actor, action: Action): boolean {
  const { official = [], head = [] } = actor.within ?? {};
  return ['', ...official, ...head].some((department) => may[action](actor, { ...AN_APPEAL, department }));
}

/** Controllers give and take every role; moderators those that do not watch over them. */
export const mayAppoint = (actor: Actor, role: Role): boolean =>
  holds(['controller'])(actor) ||
  (holds(['moderator'])(actor) && ['official', 'head', 'moderator'].includes(role));

/** Whoever gives somebody a key to all they may do could give them each of their roles. */
export const mayGiveToken = (actor: Actor, roles: readonly Role[]): boolean =>
  holds(STEERING)(actor) && roles.every((role) => mayAppoint(actor, role));

/** The departments whose appeals somebody works with; all of them for those above the departments. */
export function departmentsOf({ roles, within }: Actor): readonly string[] | 'all' {
  const isInside = (role: Role): role is 'official' | 'head' => role === 'official' || role === 'head';
  const isAbove = roles.some((role) => COLLEAGUES.includes(role) && !isInside(role));
  const isEverywhere = roles.some((role) => isInside(role) && !within?.[role]);
  if (isAbove || isEverywhere) return 'all';
  return [...new Set([...(within?.official ?? []), ...(within?.head ?? [])])];
}
