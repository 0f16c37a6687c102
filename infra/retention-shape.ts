import { z } from 'zod';

const days = (usual: number) =>
  z.number().int('should be whole days').positive('should be a day or more').default(usual);

/** See `Retention`; the law asks for five years of appeals, the city may keep them longer. */
export const retentionShape = z
  .strictObject({
    appealYears: z.number().int().min(5, 'is less than the five years of the law').max(75).default(5),
    draftDays: days(180),
    noticeDays: days(365),
    auditDays: days(1095),
    quarantineDays: days(90),
    codeDays: days(30),
  })
  .prefault({});
