import type { Appeal, AppealEvent } from '../domain/appeal';
import type { City } from '../domain/city';
import { changeAppeal, type AppealDeps, type Changed } from './change-appeal';
import { carriedId, type Decide } from './lead-decisions';

export type GroupDeps = AppealDeps & { readonly city: City };

/** What happened to one appeal of a group, and is to happen to the others. */
export interface Happened {
  readonly appeal: Appeal;
  readonly event: AppealEvent;
}

/**
 * One change of another appeal that follows from an event. Its id comes from the event, so that it is carried out once
 * however often the event is expanded. A rule's refusal is an outcome; a conflict is tried again with the event.
 */
export async function follow(
  deps: GroupDeps,
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
