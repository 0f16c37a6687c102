/** Where something is: what the person said, and what we made of it. Private: never shown whole in a group if it is a home. */
export interface Place {
  readonly kind: 'address' | 'landmark' | 'location' | 'as_written';
  /** What a person reads: «вул. Миру, 18», a landmark's name, or their own words. */
  readonly label: string;
  readonly district?: string;
  readonly latitude?: number;
  readonly longitude?: number;
}
