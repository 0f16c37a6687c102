import type { Appeal } from '../domain/appeal';
import { contactOf, type Contact } from '../domain/contact';
import { excerpt, maskContacts } from '../domain/masking';
import { may } from '../domain/permissions';
import { hasWords } from '../domain/saying';
import type { About } from './change-appeal';
import type { Appeals, Citizens, Clock } from './ports';
import type { Audit } from './staff-ports';

export type ContactShown =
  | { readonly ok: true; readonly contact: Contact }
  | { readonly ok: false; readonly refusal: 'not_found' | 'not_permitted' | 'empty_text' };

const LONGEST_REASON = 300;

/**
 * Shows who wrote an appeal to whoever holds the case, or to a controller. Nothing is shown that is not in the audit
 * first: who, about which appeal, why, by which door; contacts in the reason are masked. Refuses with `not_found`, `not_permitted` (a hidden
 * name too) and `empty_text`.
 */
export async function showContact(
  deps: { appeals: Appeals; citizens: Citizens; audit: Audit; clock: Clock },
  { actor, appealId, commandId, reason }: About & { reason: string },
): Promise<ContactShown> {
  const appeal = await deps.appeals.find(appealId);
  if (!appeal) return { ok: false, refusal: 'not_found' };
  const citizen = await deps.citizens.find(appeal.citizenId);
  const asked: Appeal = citizen?.hidesName ? { ...appeal, hidesName: true } : appeal;
  if (!may.showContact(actor, asked)) return { ok: false, refusal: 'not_permitted' };
  if (!hasWords(reason)) return { ok: false, refusal: 'empty_text' };
  const entry = { id: `contact-${commandId}`, at: deps.clock(), by: actor.id, what: 'contact.shown' };
  const { channel } = actor;
  const facts = { reason: excerpt(maskContacts(reason), LONGEST_REASON), ...(channel && { channel }) };
  await deps.audit.add({ ...entry, about: appeal.id, facts });
  return { ok: true, contact: contactOf(appeal, citizen) };
}
