import type { Appeal, AppealEvent, EventType } from '../domain/appeal';
import { CARRIED_WORDS } from '../domain/carried-words';
import { refuse } from '../domain/decision';
import { isOnItsOwn, isShareable, link, receiveJoiner } from '../domain/joining';
import { linkTo } from '../domain/marks';
import { isOpen } from '../domain/moves';
import { follow, type GroupDeps, type Happened } from './follow-event';
import { goAlone, leaveAll, leaveLead, openJoiners, returnAlone, standOut } from './go-alone';
import { LEAD_DECISIONS, type Decide } from './lead-decisions';

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

const isLeft = (joiner: Appeal, { type }: AppealEvent): boolean =>
  joiner.leadId !== undefined &&
  isOpen(joiner.status) &&
  (isOnItsOwn(joiner) ? TURNS : ENDINGS).includes(type);

async function carryOne(deps: GroupDeps, { appeal: lead, event }: Happened, joinerId: string): Promise<void> {
  const decide = LEAD_DECISIONS[event.type]?.(lead, event, deps.city);
  if (!decide) return;
  // Whose matter is for its author only has nobody else told.
  const isKept = CARRIED_WORDS.includes(event.type) && !isShareable(lead, deps.city);
  const change = isKept ? () => refuse('wrong_status') : toWhoWaits(decide);
  const changed = await follow(deps, { event }, { appealId: joinerId }, change);
  if (!changed.ok && changed.appeal && isLeft(changed.appeal, event))
    await goAlone(deps, { appeal: lead, event }, joinerId);
}

const carry = async (deps: GroupDeps, happened: Happened): Promise<void> => {
  for (const id of await deps.appeals.joinerIdsOf(happened.appeal.id)) await carryOne(deps, happened, id);
};

/**
 * The lead is gone: the oldest open joiner takes its place, the others stand behind it. It leaves the lead last, so
 * that a crash in between finds the same successor.
 */
async function passLead(deps: GroupDeps, { appeal: lead, event }: Happened): Promise<void> {
  const [successor, ...others] = await openJoiners(deps, lead);
  if (!successor) return;
  for (const { id } of others)
    await follow(deps, { event }, { appealId: id }, (joiner, command, now) =>
      link(joiner, { ...command, lead: linkTo(successor) }, now),
    );
  await goAlone(deps, { appeal: lead, event }, successor.id, true);
}

/** The lead counts one more, and shares what it has: its executor, or an answer given meanwhile. Else they go on alone. */
async function joinLead(deps: GroupDeps, { appeal: joiner, event }: Happened): Promise<unknown> {
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

/** Put behind another lead, an appeal brings along whoever stood behind it. */
async function follows(deps: GroupDeps, happened: Happened): Promise<void> {
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

/** A complaint about officials, or what is for its author only, stands behind nobody: no card of another speaks for it. */
async function carryOrLeave(deps: GroupDeps, happened: Happened): Promise<void> {
  await carry(deps, happened);
  const { appeal, event } = happened;
  if (isShareable(appeal, deps.city)) return;
  await leaveAll(deps, happened);
  const lead = appeal.leadId ? await deps.appeals.find(appeal.leadId) : undefined;
  if (lead) await goAlone(deps, { appeal: lead, event }, appeal.id);
}

type Follow = (deps: GroupDeps, happened: Happened) => Promise<unknown>;

const inTurn =
  (...all: readonly Follow[]): Follow =>
  async (deps, happened) => {
    for (const act of all) await act(deps, happened);
  };

const CONSEQUENCES: Partial<Record<EventType, Follow>> = {
  'appeal.submitted': inTurn(joinLead, standOut),
  'appeal.linked': follows,
  'appeal.separated': leaveLead,
  'appeal.taken': carry,
  'appeal.assigned': inTurn(carry, returnAlone),
  'appeal.detail_added': standOut,
  'appeal.amended': standOut,
  'appeal.completed': inTurn(returnAlone, standOut),
  'appeal.not_helped': returnAlone,
  'appeal.answered': carry,
  'appeal.rerouted': carry,
  'appeal.recategorised': carryOrLeave,
  'appeal.labelled': carryOrLeave,
  'appeal.forwarded': carry,
  'appeal.extended': carry,
  'appeal.answer_corrected': carry,
  'appeal.delay_explained': carry,
  'appeal.withdrawn': inTurn(leaveLead, passLead),
  'appeal.returned': passLead,
  'appeal.not_considered': passLead,
};

/**
 * What an event of one appeal means for those joined with it: the lead's answer answers its joiners, each under its own
 * number; a lead that goes leaves its place to the oldest joiner. May be called again after a crash at any point.
 */
export const carryToJoiners = async (deps: GroupDeps, happened: Happened): Promise<void> => {
  await CONSEQUENCES[happened.event.type]?.(deps, happened);
};
