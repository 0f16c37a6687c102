import { isKnown, type Draft } from '../domain/draft';
import { TRIES } from './drafting';
import type { Visit } from './visit';
import { isBegun } from './ways-out';

/**
 * What the person is writing: as their position knows it, or else the open draft they touched last, when Redis has
 * forgotten or, in the person's own chat, a press of the same moment has overwritten the position.
 */
export async function presentDraft(visit: Visit): Promise<Draft | undefined> {
  const { deps, position, incoming, actor } = visit;
  const known = position.draftId ? await deps.drafts.find(position.draftId) : undefined;
  if (known?.state === 'open' && known.ownerId === actor.id) return known;
  const mayBeElsewhere = position.rev === 0 || incoming.chat.kind === 'private';
  return mayBeElsewhere ? deps.drafts.openOf(actor.id, incoming.chat) : undefined;
}

/**
 * Puts aside what is being written, so that something else can begin: `nextId`, which the same event, delivered twice,
 * may have begun already. True when there was something.
 */
export async function park(visit: Visit, nextId?: string): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const draft = await presentDraft(visit);
    if (!draft || draft.id === nextId) return false;
    const isWorthKeeping = isBegun(draft.fields) || !isKnown(draft);
    const state = isWorthKeeping ? 'saved' : 'cancelled';
    if (await visit.deps.drafts.save({ ...draft, state, rev: draft.rev + 1 })) return isWorthKeeping;
  }
  return false;
}
