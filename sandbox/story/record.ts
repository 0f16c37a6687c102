import type { Town } from '../town';

/** What the story looks at in the record of an appeal. */
interface Stored {
  readonly number: string;
  readonly status: string;
  readonly dueAt: Date;
  readonly registeredAt: Date;
  readonly legalDueAt?: Date;
  readonly leadId?: string;
  readonly events: readonly { readonly type: string }[];
  readonly attachments?: readonly unknown[];
  readonly rating?: { readonly stars: number };
}

export async function appealOf({ mongo }: Town, number: string): Promise<Stored> {
  const found = await mongo.collection<Stored>('appeals').findOne({ number });
  if (!found) throw new Error(`there is no appeal ${number}`);
  return found;
}

export interface Expected {
  readonly number: string;
  readonly status: string;
  /** In this order; others may stand between them. */
  readonly events: readonly string[];
  readonly stars?: number;
  readonly files?: number;
}

function isInOrder(types: readonly string[], expected: readonly string[]): boolean {
  let at = -1;
  return expected.every((type) => (at = types.indexOf(`appeal.${type}`, at + 1)) >= 0);
}

/** What the record of an appeal lacks, in words. */
export async function missing(town: Town, expected: Expected): Promise<string[]> {
  const { number, status, stars, files = 0 } = expected;
  const appeal = await appealOf(town, number);
  const types = appeal.events.map(({ type }) => type);
  const lacks = [
    !isInOrder(types, expected.events) && `the events are ${types.join(', ')}`,
    appeal.status !== status && `the status is ${appeal.status}`,
    appeal.rating?.stars !== stars && `the stars are ${appeal.rating?.stars ?? 'none'}`,
    (appeal.attachments?.length ?? 0) !== files && `${appeal.attachments?.length ?? 0} files`,
  ];
  return lacks.filter((what) => what !== false).map((what) => `${number}: ${what}`);
}
