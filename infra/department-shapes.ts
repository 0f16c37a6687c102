import { z } from 'zod';
import { buttonNames, code, hour, names, signatory, words } from './city-pack-shapes';

const desk = z.strictObject({
  code: code(12),
  names: buttonNames,
  districts: z.array(words).min(1, 'names no district; leave it out to take all').optional(),
  hours: z.strictObject({ fromHour: hour, toHour: hour }).optional(),
  isForEmergencies: z.boolean().optional(),
});

export const departmentsShape = z
  .array(z.strictObject({ code: code(28), names, signatory, desks: z.array(desk).min(1).optional() }))
  .min(1, 'needs at least one department');

export type DepartmentsFile = z.infer<typeof departmentsShape>;
