import type { Appeal, AppealKind, Attachment, Piece } from '../domain/appeal';
import { localYear } from '../domain/calendar';
import { isIdentified, type Citizen } from '../domain/citizen';
import { findCategory, type City } from '../domain/city';
import type { Place } from '../domain/place';
import { appealNumber, register } from '../domain/register';
import { termsFor } from '../domain/term';
import type { AppealDeps } from './change-appeal';
import type { Numbers } from './ports';

export interface Submission {
  readonly draftId: string;
  readonly commandId: string;
  readonly citizen: Citizen;
  readonly kind: Exclude<AppealKind, 'message'>;
  readonly pieces: readonly Piece[];
  readonly category: string;
  readonly place?: Place;
  readonly particulars: Readonly<Record<string, string>>;
  readonly attachments: readonly Attachment[];
  /** The person could not tell the category: a moderator looks first. */
  readonly isUncertain: boolean;
  /** Its words name a danger to life now. */
  readonly isUrgent: boolean;
}

export type Submitted =
  | { readonly ok: true; readonly appeal: Appeal }
  | { readonly ok: false; readonly refusal: 'no_such_category' | 'empty_text' };

/**
 * Registers the appeal of a draft, once: the same draft gives the same appeal and number, whatever came between.
 * Without a name and residence it is a `message` (art. 5). Refuses with `empty_text` or `no_such_category`.
 */
export async function submitAppeal(
  deps: AppealDeps & { numbers: Numbers; city: City },
  submission: Submission,
): Promise<Submitted> {
  const existing = await deps.appeals.find(submission.draftId);
  if (existing) return { ok: true, appeal: existing };
  const category = findCategory(deps.city, submission.category);
  if (!category) return { ok: false, refusal: 'no_such_category' };
  if (submission.pieces.length === 0 && submission.attachments.length === 0)
    return { ok: false, refusal: 'empty_text' };

  const now = deps.clock();
  const { draftId, commandId, citizen, category: _code, kind: wished, isUncertain, ...given } = submission;
  const kind: AppealKind = isIdentified(citizen) ? wished : 'message';
  const terms = termsFor({ ...category, kind }, now, deps.city);
  const year = localYear(now, deps.city.timeZone);
  const number = appealNumber(year, await deps.numbers.next(year));
  const registration = { ...given, id: draftId, number, kind, category, terms, language: citizen.language };
  const appeal = register(
    { ...registration, isVerified: Boolean(citizen.phone), isUncertain },
    { id: commandId, by: citizen.id },
    now,
  );
  if ((await deps.appeals.insert(appeal)) === 'inserted') {
    await deps.jobs.expandAppeal(appeal.id);
    return { ok: true, appeal };
  }
  return { ok: true, appeal: (await deps.appeals.find(draftId)) ?? appeal };
}
