import type { Appeal, AppealEvent, EventType } from '../domain/appeal';
import type { City } from '../domain/city';
import { refuse } from '../domain/decision';
import {
  cameBack,
  isOnItsOwn,
  isShareable,
  link,
  receiveJoiner,
  releaseJoiner,
  separate,
} from '../domain/joining';
import { linkTo } from '../domain/marks';
import { isOpen } from '../domain/moves';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';
import { carriedId, LEAD_DECISIONS, type Decide } from './lead-decisions';

type Deps = AppealDeps & { readonly city: City };

/** What happened to one appeal of a group, and is to happen to the others. */
interface Happened {
  readonly appeal: Appeal;
  readonly event: AppealEvent;
}

/**
 * One change of another appeal that follows from an event. Its id comes from the event, so that it is carried out once
 * however often the event is expanded. A rule's refusal is an outcome; a conflict is tried again with the event.
 */
async function follow(
  deps: Deps,
  { event }: Pick<Happened, 'event'>,
  { appealId, step = '' }: { appealId: string; step?: string },
  decide: Decide,
): Promise<Changed> {
  const command = { id: `${carriedId(event, appealId)}${step}`, by: event.by };
  const changed = await changeAppeal(deps, {
    appealId,
    commandId: command.id,
    isPermitted: () => true,
    decide: (appeal, now) => decide(appeal, command, now),
  });
  if (!changed.ok && changed.refusal === 'conflict') throw new Error('a joined appeal is changed too often');
  return changed;
}

/** Nobody decides on their own appeal, not even by way of another's; who said «not solved» hears of their own. */
const toWhoWaits =
  (decide: Decide): Decide =>
  (appeal, command, now) =>
    appeal.citizenId === command.by || isOnItsOwn(appeal)
      ? refuse('wrong_status')
      : decide(appeal, command, now);

const TAKINGS: readonly EventType[] = ['appeal.taken', 'appeal.assigned'];
/** After these the office is done with the lead: a joiner it could not carry along goes on alone. */
const ENDINGS: readonly EventType[] = ['appeal.answered', 'appeal.forwarded'];
/** After these the lead's card is elsewhere, and may not speak for a joiner that did not go along. */
const TURNS: readonly EventType[] = ['appeal.forwarded', 'appeal.rerouted', 'appeal.recategorised'];

/** These tell words of the lead's: whose matter is for its author only has nobody else told. */
const WORDS: readonly EventType[] = [
  ...ENDINGS,
  'appeal.answer_corrected',
  'appeal.delay_explained',
  'appeal.extended',
];

const isLeft = (joiner: Appeal, { type }: AppealEvent): boolean =>
  joiner.leadId !== undefined &&
  isOpen(joiner.status) &&
  (isOnItsOwn(joiner) ? TURNS : ENDINGS).includes(type);

async function carryOne(deps: Deps, { appeal: lead, event }: Happened, joinerId: string): Promise<void> {
  const decide = LEAD_DECISIONS[event.type]?.(lead, event, deps.city);
  if (!decide) return;
  const isKept = WORDS.includes(event.type) && !isShareable(lead, deps.city);
  const change = isKept ? () => refuse('wrong_status') : toWhoWaits(decide);
  const changed = await follow(deps, { event }, { appealId: joinerId }, change);
  if (!changed.ok && changed.appeal && isLeft(changed.appeal, event))
    await goAlone(deps, { appeal: lead, event }, joinerId);
}

const goAlone = (deps: Deps, { appeal: from, event }: Happened, joinerId: string, isSuccessor = false) =>
  follow(deps, { event }, { appealId: joinerId, step: '-alone' }, (joiner, command, now) =>
    separate(joiner, { ...command, from, isSuccessor }, now),
  );

const carry = async (deps: Deps, happened: Happened): Promise<void> => {
  for (const id of await deps.appeals.joinerIdsOf(happened.appeal.id)) await carryOne(deps, happened, id);
};

async function openJoiners({ appeals }: Deps, lead: Appeal): Promise<readonly Appeal[]> {
  const joiners = await Promise.all((await appeals.joinerIdsOf(lead.id)).map((id) => appeals.find(id)));
  return joiners.filter((joiner) => joiner !== undefined).filter(({ status }) => isOpen(status));
}

/**
 * The lead is gone: the oldest open joiner takes its place, the others stand behind it. It leaves the lead last, so
 * that a crash in between finds the same successor.
 */
async function passLead(deps: Deps, { appeal: lead, event }: Happened): Promise<void> {
  const [successor, ...others] = await openJoiners(deps, lead);
  if (!successor) return;
  for (const { id } of others)
    await follow(deps, { event }, { appealId: id }, (joiner, command, now) =>
      link(joiner, { ...command, lead: linkTo(successor) }, now),
    );
  await goAlone(deps, { appeal: lead, event }, successor.id, true);
}

/** The lead counts one more, and shares what it has: its executor, or an answer given meanwhile. Else they go on alone. */
async function joinLead(deps: Deps, { appeal: joiner, event }: Happened): Promise<unknown> {
  if (!joiner.leadId) return undefined;
  const counted = await follow(deps, { event }, { appealId: joiner.leadId }, (lead, command, now) =>
    receiveJoiner(
      lead,
      { ...command, joiner: linkTo(joiner), ...(joiner.isPreferred && { isPreferred: true }) },
      now,
    ),
  );
  const lead = counted.appeal ?? (await deps.appeals.find(joiner.leadId));
  if (!lead) return undefined;
  const isAnswered = lead.status === 'answered' || lead.status === 'closed';
  if (!isShareable(lead, deps.city) || (!isOpen(lead.status) && !isAnswered))
    return goAlone(deps, { appeal: lead, event }, joiner.id);
  const missed = lead.events.findLast(({ type }) => (isAnswered ? ENDINGS : TAKINGS).includes(type));
  return missed && carryOne(deps, { appeal: lead, event: missed }, joiner.id);
}

async function leaveLead(
  deps: Deps,
  { appeal: joiner, event }: Happened,
  leadId = event.facts.other?.id ?? joiner.leadId,
): Promise<void> {
  if (leadId)
    await follow(deps, { event }, { appealId: leadId }, (lead, command, now) =>
      releaseJoiner(lead, { ...command, joiner: linkTo(joiner) }, now),
    );
}

/** Put behind another lead, an appeal brings along whoever stood behind it. */
async function follows(deps: Deps, happened: Happened): Promise<void> {
  const { appeal, event } = happened;
  const lead = event.facts.other;
  if (!lead) return;
  for (const id of await deps.appeals.joinerIdsOf(appeal.id))
    await follow(deps, { event }, { appealId: id }, (joiner, command, now) =>
      link(joiner, { ...command, lead }, now),
    );
  if (event.facts.before) await leaveLead(deps, { appeal, event }, event.facts.before);
  await joinLead(deps, happened);
}

/** A joiner that is before the office again has nobody to wait with, unless its lead is there too. */
async function returnAlone(deps: Deps, { appeal, event }: Happened): Promise<void> {
  const lead = appeal.leadId && cameBack(appeal, event) ? await deps.appeals.find(appeal.leadId) : undefined;
  if (lead && !(isOpen(lead.status) && isShareable(lead, deps.city)))
    await goAlone(deps, { appeal: lead, event }, appeal.id);
}

async function carryOrReturn(deps: Deps, happened: Happened): Promise<void> {
  await carry(deps, happened);
  await returnAlone(deps, happened);
}

/** The lead became a matter for its author only: those who waited with it are each alone now. */
async function leaveAll(deps: Deps, happened: Happened): Promise<void> {
  for (const joiner of await openJoiners(deps, happened.appeal)) await goAlone(deps, happened, joiner.id);
}

/** A complaint about officials, or what is for its author only, stands behind nobody: no card of another speaks for it. */
async function carryOrLeave(deps: Deps, happened: Happened): Promise<void> {
  await carry(deps, happened);
  const { appeal, event } = happened;
  if (isShareable(appeal, deps.city)) return;
  await leaveAll(deps, happened);
  const lead = appeal.leadId ? await deps.appeals.find(appeal.leadId) : undefined;
  if (lead) await goAlone(deps, { appeal: lead, event }, appeal.id);
}

const CONSEQUENCES: Partial<Record<EventType, (deps: Deps, happened: Happened) => Promise<unknown>>> = {
  'appeal.submitted': joinLead,
  'appeal.linked': follows,
  'appeal.separated': (deps, happened) => leaveLead(deps, happened),
  'appeal.taken': carry,
  'appeal.assigned': carryOrReturn,
  'appeal.completed': returnAlone,
  'appeal.not_helped': returnAlone,
  'appeal.answered': carry,
  'appeal.rerouted': carry,
  'appeal.recategorised': carryOrLeave,
  'appeal.labelled': carryOrLeave,
  'appeal.forwarded': carry,
  'appeal.extended': carry,
  'appeal.answer_corrected': carry,
  'appeal.delay_explained': carry,
  'appeal.withdrawn': async (deps, happened) => {
    await leaveLead(deps, happened);
    await passLead(deps, happened);
  },
  'appeal.returned': passLead,
  'appeal.not_considered': passLead,
};

/**
 * What an event of one appeal means for those joined with it: the lead's answer answers its joiners, each under its own
 * number; a lead that goes leaves its place to the oldest joiner. May be called again after a crash at any point.
 */
export const carryToJoiners = async (deps: Deps, happened: Happened): Promise<void> => {
  await CONSEQUENCES[happened.event.type]?.(deps, happened);
};
