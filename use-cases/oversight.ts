import type { Act, ActsWanted, Span } from '../domain/act';
import type { OpenAppeal } from '../domain/queue';
import type { FiledAppeal } from '../domain/statistics';

/** The record looked at as a whole, by those who steer and by what is counted for them. */
export interface Oversight {
  /** Every appeal the office has the next word about, joiners behind their leads left out; the most urgent first. */
  open(): Promise<OpenAppeal[]>;
  /** Those registered in this while, the oldest first. */
  filed(span: Span): Promise<FiledAppeal[]>;
  /** What the staff did, the newest first: what the appeals' histories tell and what the record of acts holds. */
  acts(wanted: ActsWanted, page: { skip: number; limit: number }): Promise<Act[]>;
}
