import { Schema } from 'mongoose';

export const { Mixed } = Schema.Types;
const OPTIONS = { versionKey: false, minimize: false, strict: 'throw', strictQuery: 'throw' } as const;

/** Only the outer fields are typed: what lies inside is the domain's own, checked at the edge, stored as it is. */
export const shape = (fields: Record<string, unknown>): Schema => new Schema(fields as never, OPTIONS);
