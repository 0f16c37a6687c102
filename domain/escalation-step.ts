/**
 * What may go wrong with a term, the gentlest first. `sifting_near`: the five days of art. 7 end and nobody has taken or
 * passed it on. Half a term without being taken counts on the target term.
 */
export const ESCALATION_MOMENTS = [
  'sifting_near',
  'half_term_untaken',
  'target_missed',
  'legal_term_near',
  'legal_term_missed',
] as const;
export type EscalationMoment = (typeof ESCALATION_MOMENTS)[number];

/** Whom a step is told to: under the card, privately, or honestly to the one who waits. */
export const ESCALATION_SIDES = ['staff', 'executor', 'heads', 'controllers', 'deputies', 'citizen'] as const;
export type EscalationSide = (typeof ESCALATION_SIDES)[number];

export interface EscalationStep {
  readonly when: EscalationMoment;
  /** Calendar days left of the term; 0 for every moment that is not near one's end. */
  readonly daysBefore: number;
  readonly tell: readonly EscalationSide[];
}
