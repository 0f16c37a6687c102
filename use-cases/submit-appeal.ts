import {
  textOf,
  type Appeal,
  type AppealKind,
  type Attachment,
  type Beneficiary,
  type Piece,
} from '../domain/appeal';
import { authorFacts } from '../domain/author';
import { localYear } from '../domain/calendar';
import { isIdentified, type Citizen } from '../domain/citizen';
import { findCategory, type Category, type City, type NonAppealKind } from '../domain/city';
import { whyNotJoin } from '../domain/joining';
import { linkTo, marksFor } from '../domain/marks';
import { recentSince } from '../domain/near-duplicates';
import { OPEN_STATUSES } from '../domain/moves';
import type { Place } from '../domain/place';
import { appealNumber, register } from '../domain/register';
import { siftingsFor } from '../domain/sifting';
import { termsFor } from '../domain/term';
import type { AppealDeps } from './change-appeal';
import { findNear } from './find-near';
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
  /** The appeal its author wants to join. */
  readonly joins?: string;
  readonly onBehalfOf?: Beneficiary;
  readonly coAuthors?: readonly string[];
  readonly hidesName?: true;
  /** The small talk its words look like. */
  readonly looksLike?: NonAppealKind;
}

export type Submitted =
  | { readonly ok: true; readonly appeal: Appeal }
  | { readonly ok: false; readonly refusal: 'no_such_category' | 'empty_text' };

type Deps = AppealDeps & { readonly numbers: Numbers; readonly city: City };

async function openLead(
  { appeals, city }: Pick<Deps, 'appeals' | 'city'>,
  leadId: string,
  citizenId: string,
) {
  const lead = await appeals.find(leadId);
  return lead && !whyNotJoin(lead, citizenId, city) ? linkTo(lead) : undefined;
}

/** What it keeps of who sent it: their benefits are not those of another whose matter it is. */
const senderFacts = (citizen: Citizen, { onBehalfOf }: Pick<Submission, 'onBehalfOf'>) => ({
  language: citizen.language,
  isVerified: Boolean(citizen.phone),
  ...(citizen.hidesName && { hidesName: true as const }),
  ...(!onBehalfOf && authorFacts(citizen)),
});

const OWN_SEEN = 20;
const SAME_SEEN = 20;

/** The appeal with its marks: what it repeats is looked up by indexes and never delays it. */
async function marked(deps: AppealDeps & { city: City }, appeal: Appeal): Promise<Appeal> {
  const { appeals } = deps;
  const since = recentSince(appeal.registeredAt);
  const [own, sameText, near] = await Promise.all([
    appeals.listOf(appeal.citizenId, { skip: 0, limit: OWN_SEEN }),
    appeals.withSameText(textOf(appeal), since, SAME_SEEN),
    appeal.isUrgent && appeal.place
      ? findNear(deps, { ...appeal, text: textOf(appeal), place: appeal.place })
      : [],
  ]);
  const marks = marksFor(appeal, { own: own.appeals, sameText, near }, deps.city);
  return marks.length > 0 ? { ...appeal, marks } : appeal;
}

/** What is registered now: kind, terms and number are given at this moment. */
async function registered(deps: Deps, submission: Submission, category: Category): Promise<Appeal> {
  const {
    draftId,
    commandId,
    citizen,
    category: _code,
    kind: wished,
    joins,
    looksLike,
    ...given
  } = submission;
  const now = deps.clock();
  const kind: AppealKind = isIdentified(citizen) ? wished : 'message';
  const year = localYear(now, deps.city.timeZone);
  const number = appealNumber(year, await deps.numbers.next(year));
  const lead = joins && !category.isAboutOfficials ? await openLead(deps, joins, citizen.id) : undefined;
  const open = await deps.appeals.countOf(citizen.id, OPEN_STATUSES);
  const about = { open, ...(looksLike && { looksLike }) };
  const registration = {
    ...{ ...given, id: draftId, number, kind, category },
    terms: termsFor({ ...category, kind }, now, deps.city),
    ...senderFacts(citizen, given),
    sifted: siftingsFor(citizen, about, deps.city.sifting, now),
    ...(lead && { lead }),
  };
  return register(registration, { id: commandId, by: citizen.id }, now);
}

/**
 * Registers the appeal of a draft, once: the same draft gives the same appeal and number, whatever came between.
 * Without a name and residence it is a `message` (art. 5). It stands behind the appeal it joins while that one is open,
 * else alone. Refuses with `empty_text` or `no_such_category`.
 */
export async function submitAppeal(deps: Deps, submission: Submission): Promise<Submitted> {
  const existing = await deps.appeals.find(submission.draftId);
  if (existing) return { ok: true, appeal: existing };
  const category = findCategory(deps.city, submission.category);
  if (!category) return { ok: false, refusal: 'no_such_category' };
  if (submission.pieces.length === 0 && submission.attachments.length === 0)
    return { ok: false, refusal: 'empty_text' };

  const appeal = await marked(deps, await registered(deps, submission, category));
  if ((await deps.appeals.insert(appeal)) === 'inserted') {
    await deps.jobs.expandAppeal(appeal.id);
    return { ok: true, appeal };
  }
  return { ok: true, appeal: (await deps.appeals.find(appeal.id)) ?? appeal };
}
