import { Document, Schema } from 'mongoose';

export const { Mixed } = Schema.Types;
const OPTIONS = { versionKey: false, minimize: false, strict: 'throw', strictQuery: 'throw' } as const;

type Fields = Record<string, unknown>;

/** What a newer version keeps beside it stays where it is: this one neither sees it nor writes it. */
function forgetUnknown(fields: Fields, record: unknown): void {
  if (typeof record !== 'object' || record === null || record instanceof Document) return;
  for (const name of Object.keys(record)) if (!(name in fields)) delete (record as Fields)[name];
}

/** Only the outer fields are typed: what lies inside is the domain's own, checked at the edge, stored as it is. */
export function shape(fields: Fields): Schema {
  const schema = new Schema(fields as never, OPTIONS);
  schema.post(/^find/, (found: unknown) => [found].flat().forEach((record) => forgetUnknown(fields, record)));
  return schema;
}
