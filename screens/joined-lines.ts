import type { Appeal, AppealLink } from '../domain/appeal';
import type { Choice, Markup } from '../messengers/messenger';
import { lines, type Texts } from './texts';

/** The lead a joiner stands behind, by what happened last. */
const leadOf = ({ leadId, events }: Appeal): AppealLink | undefined =>
  leadId ? events.findLast(({ facts }) => facts.other?.id === leadId)?.facts.other : undefined;

const numbersOf = (links: readonly AppealLink[]): string => links.map(({ number }) => number).join(', ');

/** On a staff card: who stands behind it, what it repeats, for whom it was filed. Counts and numbers only, no names. */
export function joinedLines(t: Texts, appeal: Appeal): Markup {
  const lead = leadOf(appeal);
  const { joinerIds = [], marks = [], coAuthors = [], onBehalfOf } = appeal;
  return lines(
    lead && t('staff-joined', { number: lead.number }),
    joinerIds.length > 0 && t('staff-joiners', { count: joinerIds.length }),
    ...marks.map(({ kind, of }) => t(`staff-mark-${kind}`, { numbers: numbersOf(of) || '—' })),
    coAuthors.length > 0 && t('staff-collective', { count: coAuthors.length + 1 }),
    onBehalfOf && t('staff-on-behalf'),
    appeal.hidesName && t('staff-name-hidden'),
  );
}

const MOST_BUTTONS = 4;

/** The appeals a card speaks of, a button each. */
export function joinedRow(appeal: Appeal): Choice[] {
  const lead = leadOf(appeal);
  const links = [...(lead ? [lead] : []), ...(appeal.marks ?? []).flatMap(({ of }) => of)];
  const each = [...new Map(links.map((link) => [link.id, link])).values()];
  return each.slice(0, MOST_BUTTONS).map(({ id, number }) => ({ label: number, token: `sc.${id}` }));
}

/** In private only, for those who hold the case: for whom and with whom it was filed. */
export const namesOfOthers = (t: Texts, { onBehalfOf, coAuthors }: Together): Markup =>
  togetherLines(t, { ...(onBehalfOf && { onBehalfOf }), ...(coAuthors && { coAuthors }) });

export type Together = Pick<Appeal, 'leadId' | 'joinerIds' | 'onBehalfOf' | 'coAuthors'>;

/** On a citizen’s card: that others wait with them, for whom and with whom they filed. */
export function togetherLines(t: Texts, appeal: Together): Markup {
  const { leadId, joinerIds = [], coAuthors = [], onBehalfOf } = appeal;
  return lines(
    leadId !== undefined && t('card-joined'),
    joinerIds.length > 0 && t('card-joiners', { count: joinerIds.length }),
    onBehalfOf && t('preview-on-behalf', { name: onBehalfOf.name, residence: onBehalfOf.residence }),
    coAuthors.length > 0 && t('preview-co-authors', { count: coAuthors.length, names: coAuthors.join(', ') }),
  );
}
