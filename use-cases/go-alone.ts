import type { Appeal } from '../domain/appeal';
import { cameBack, isShareable, releaseJoiner, separate, wasJoined } from '../domain/joining';
import { linkTo } from '../domain/marks';
import { isOpen } from '../domain/moves';
import { follow, type GroupDeps, type Happened } from './follow-event';

/** The joiner has a card of its own from now on; what its lead had goes on there when it `isSuccessor`. */
export const goAlone = (
  deps: GroupDeps,
  { appeal: from, event }: Happened,
  joinerId: string,
  isSuccessor = false,
) =>
  follow(deps, { event }, { appealId: joinerId, step: '-alone' }, (joiner, command, now) =>
    separate(joiner, { ...command, from, isSuccessor }, now),
  );

export async function openJoiners({ appeals }: GroupDeps, lead: Appeal): Promise<readonly Appeal[]> {
  const joiners = await Promise.all((await appeals.joinerIdsOf(lead.id)).map((id) => appeals.find(id)));
  return joiners.filter((joiner) => joiner !== undefined).filter(({ status }) => isOpen(status));
}

/** The lead counts one less. */
export async function leaveLead(
  deps: GroupDeps,
  { appeal: joiner, event }: Happened,
  leadId = event.facts.other?.id ?? joiner.leadId,
): Promise<void> {
  if (leadId)
    await follow(deps, { event }, { appealId: leadId }, (lead, command, now) =>
      releaseJoiner(lead, { ...command, joiner: linkTo(joiner) }, now),
    );
}

/** A joiner that is before the office again has nobody to wait with, unless its lead is there too. */
export async function returnAlone(deps: GroupDeps, { appeal, event }: Happened): Promise<void> {
  const lead = appeal.leadId && cameBack(appeal, event) ? await deps.appeals.find(appeal.leadId) : undefined;
  if (lead && !(isOpen(lead.status) && isShareable(lead, deps.city)))
    await goAlone(deps, { appeal: lead, event }, appeal.id);
}

/** The lead became a matter for its author only: those who waited with it are each alone now. */
export async function leaveAll(deps: GroupDeps, happened: Happened): Promise<void> {
  for (const joiner of await openJoiners(deps, happened.appeal)) await goAlone(deps, happened, joiner.id);
}

/** A danger that a joiner names is heard under a card of its own, unless the lead is urgent too. */
export async function standOut(deps: GroupDeps, { appeal, event }: Happened): Promise<void> {
  const isFiled = event.type === 'appeal.submitted' && wasJoined(appeal);
  const namesDanger = event.facts.isUrgent ?? (isFiled && appeal.isUrgent);
  const lead = appeal.leadId && namesDanger ? await deps.appeals.find(appeal.leadId) : undefined;
  if (lead && !lead.isUrgent) await goAlone(deps, { appeal: lead, event }, appeal.id);
}
