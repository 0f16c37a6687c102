import type { Appeal } from './appeal';

export const ROLES = ['citizen', 'official', 'head', 'moderator', 'controller', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** Who acts: `id` is the messenger's name and id of the person, roles are those they hold where they act. */
export interface Actor {
  readonly id: string;
  readonly roles: readonly Role[];
}

const STAFF: readonly Role[] = ['official', 'head', 'moderator', 'controller'];
const STEERING: readonly Role[] = ['moderator', 'controller'];

/** Art. 20 names the head and the deputy; until they have roles of their own, those who steer act for them. */
const EXTENDING: readonly Role[] = ['head', ...STEERING];

const owns = (actor: Actor, appeal: Appeal) => appeal.citizenId === actor.id;
const holds = (roles: readonly Role[]) => (actor: Actor) => actor.roles.some((role) => roles.includes(role));
/** An appeal about which somebody complains is never answered by its own author. */
const asStaff = (actor: Actor, appeal: Appeal) => holds(STAFF)(actor) && !owns(actor, appeal);
const asSteering = (actor: Actor, appeal: Appeal) => holds(STEERING)(actor) && !owns(actor, appeal);

/** The only place that says who may do what. */
export const may = {
  see: (actor: Actor, appeal: Appeal) => owns(actor, appeal) || holds(STAFF)(actor),
  take: asStaff,
  assign: (actor: Actor, _appeal: Appeal) => holds(STEERING)(actor),
  decline: asStaff,
  ask: asStaff,
  answer: asStaff,
  confirm: owns,
  rate: owns,
  returnForRework: owns,
  withdraw: owns,
  addDetail: owns,
  amend: owns,
  forward: asSteering,
  returnIncomplete: asSteering,
  leaveUnconsidered: asSteering,
  complete: owns,
  extend: (actor: Actor, appeal: Appeal) => holds(EXTENDING)(actor) && !owns(actor, appeal),
  steer: (actor: Actor) => holds(STEERING)(actor),
} as const;

export type Action = keyof typeof may;
