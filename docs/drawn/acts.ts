import type { EventType, Status } from '../../domain/appeal';
import { may, ROLES, type Action, type Actor, type Role } from '../../domain/permissions';

type Sample = Parameters<typeof may.take>[1];

/** An appeal nobody has touched: rights that depend on its history are told in words. */
const SAMPLE = {
  citizenId: 'author',
  department: 'any',
  status: 'submitted',
  events: [] as const,
} as unknown as Sample;

const ask = (action: Action, actor: Actor): boolean => may[action](actor, SAMPLE);

/** The same, complaining about an official. */
const COMPLAINT: Sample = { ...SAMPLE, isAboutOfficials: true, executorId: 'executor' };

/** Who may do it about a complaint about officials: a controller, and the official a controller gave it to. */
export const mayAboutOfficials = (action: Action, who: 'controller' | 'executor'): boolean =>
  may[action]({ id: who, roles: [who === 'controller' ? 'controller' : 'official'] }, COMPLAINT);

/** Every role that may do it about somebody else’s appeal. */
export const rolesFor = (action: Action): readonly Role[] =>
  ROLES.filter((role) => ask(action, { id: 'somebody', roles: [role] }));

export const isForAuthor = (action: Action): boolean => ask(action, { id: 'author', roles: ['citizen'] });

export const whoMay = (action: Action): string =>
  [...(isForAuthor(action) ? ['its author'] : []), ...rolesFor(action)].join(', ');

interface Left {
  readonly event: EventType;
  /** Where the appeal stands after it; without it, where it stood. */
  readonly to?: Status;
  /** Where it does so, when not wherever the table of moves allows it. */
  readonly from?: readonly Status[];
}

/** What an action leaves in the history. */
export const LEAVES: Readonly<Partial<Record<Action, Left>>> = {
  take: { event: 'appeal.taken', to: 'in_progress', from: ['submitted', 'needs_details', 'rework'] },
  assign: { event: 'appeal.assigned', to: 'in_progress' },
  decline: { event: 'appeal.declined' },
  ask: { event: 'appeal.details_asked', to: 'needs_details' },
  addDetail: { event: 'appeal.detail_added', to: 'in_progress', from: ['needs_details'] },
  amend: { event: 'appeal.amended' },
  answer: { event: 'appeal.answered', to: 'answered' },
  confirm: { event: 'appeal.confirmed', to: 'closed' },
  closeByHand: { event: 'appeal.closed_by_hand', to: 'closed' },
  rate: { event: 'appeal.rated' },
  returnForRework: { event: 'appeal.returned_for_rework', to: 'rework' },
  extend: { event: 'appeal.extended' },
  askForExtension: { event: 'appeal.extension_asked' },
  explainDelay: { event: 'appeal.delay_explained' },
  merge: { event: 'appeal.linked' },
  label: { event: 'appeal.labelled' },
  hide: { event: 'appeal.files_hidden' },
  nameOfficial: { event: 'appeal.official_named' },
  object: { event: 'appeal.objected' },
  reroute: { event: 'appeal.rerouted' },
  recategorise: { event: 'appeal.recategorised' },
  forward: { event: 'appeal.forwarded', to: 'forwarded' },
  returnIncomplete: { event: 'appeal.returned', to: 'returned' },
  tellOfHelp: { event: 'appeal.not_helped', to: 'submitted', from: ['forwarded'] },
  complete: { event: 'appeal.completed', to: 'submitted', from: ['returned'] },
  leaveUnconsidered: { event: 'appeal.not_considered', to: 'not_considered' },
  withdraw: { event: 'appeal.withdrawn', to: 'withdrawn' },
};

export const ACTIONS = Object.keys(may) as Action[];

/** The actions that lead to a status. */
export const leadingTo = (status: Status): readonly Action[] =>
  ACTIONS.filter((action) => LEAVES[action]?.to === status);
