import type { Connection } from 'mongoose';
import type { Given } from '../loads/filers';
import { PROFILE } from '../loads/pilot';
import { grouped } from './grouped';

interface Writing {
  readonly pieces?: readonly { readonly text: string }[];
}

interface AppealRow extends Writing {
  readonly _id: string;
  readonly kind: string;
  readonly category: string;
  readonly place?: unknown;
  readonly particulars?: unknown;
  readonly citizenId: string;
  readonly attachments: readonly { readonly id: string }[];
}

interface DraftRow {
  readonly ownerId: string;
  readonly state: string;
  readonly fields?: Writing & { readonly files?: readonly { readonly id: string }[] };
}

const texts = ({ pieces = [] }: Writing) => pieces.map(({ text }) => text);
const same = (one: readonly string[], other: readonly string[]) =>
  JSON.stringify(one) === JSON.stringify(other);

function wrongPhotos(files: readonly { readonly id: string }[], wanted: number): string[] {
  const different = new Set(files.map(({ id }) => id)).size;
  return files.length === wanted && different === wanted
    ? []
    : [`${files.length} photos, ${different} different, instead of ${wanted}`];
}

/** What the answers of the shared script came to. */
const answersIn = ({ kind, category, place, particulars }: AppealRow): string =>
  JSON.stringify({ kind, category, place, particulars });

/** Reads the records as they lie in the database and says whose gifts are not all there, or there twice. */
export async function lossesAmong(mongo: Connection, given: readonly Given[]): Promise<string[]> {
  const appeals = await mongo.collection<AppealRow>('appeals').find({}).toArray();
  const drafts = await mongo.collection<DraftRow>('drafts').find({}).toArray();
  const appealsOf = grouped(appeals, ({ citizenId }) => citizenId);
  const draftsOf = grouped(drafts, ({ ownerId }) => ownerId);
  const citizens = await mongo
    .collection<{ _id: string } & Record<string, unknown>>('citizens')
    .find({})
    .toArray();
  const citizenOf = new Map(citizens.map((citizen) => [citizen._id, citizen]));
  const people = new Set(given.map(({ personId }) => `telegram-${personId}`));
  // Whoever typed the script first, looking at each question, is no giver: their appeal is what all must come to.
  const first = appeals.find(({ citizenId }) => !people.has(citizenId));
  return given.flatMap((one) => {
    const id = `telegram-${one.personId}`;
    if (!one.isWhole) return lossOfHalf(one, draftsOf.get(id) ?? [], appealsOf.get(id) ?? []);
    const own = appealsOf.get(id) ?? [];
    const known: Record<string, unknown> = citizenOf.get(id) ?? {};
    const wanted = { ...PROFILE, phone: one.phone };
    const lost = Object.entries(wanted).filter(([field, value]) => known[field] !== value);
    const isOther = own[0] && first && answersIn(own[0]) !== answersIn(first);
    return [
      ...lost.map(([field]) => `person ${one.personId}: the ${field} is lost`),
      ...(isOther ? [`person ${one.personId}: an answer is lost`] : []),
      ...lossOfWhole(one, own),
    ];
  });
}

function lossOfWhole({ personId, pieces, photos }: Given, appeals: readonly AppealRow[]): string[] {
  if (appeals.length === 0) return [`person ${personId}: the appeal is lost`];
  if (appeals.length > 1) return [`person ${personId}: ${appeals.length} appeals instead of one`];
  const [appeal] = appeals as [AppealRow];
  return [
    ...(same(texts(appeal), pieces)
      ? []
      : [`person ${personId}: ${texts(appeal).length} of ${pieces.length} texts`]),
    ...wrongPhotos(appeal.attachments, photos).map((what) => `person ${personId}: ${what}`),
  ];
}

function lossOfHalf(
  { personId, pieces, photos }: Given,
  drafts: readonly DraftRow[],
  appeals: readonly AppealRow[],
) {
  if (appeals.length > 0) return [`person ${personId}: an appeal nobody sent`];
  const open = drafts.filter(({ state }) => state === 'open');
  if (open.length !== 1) return [`person ${personId}: ${open.length} open drafts instead of one`];
  const fields = open[0]?.fields ?? {};
  return [
    ...(same(texts(fields), pieces)
      ? []
      : [`person ${personId}: ${texts(fields).length} of ${pieces.length} texts in the draft`]),
    ...wrongPhotos(fields.files ?? [], photos).map((what) => `person ${personId}: ${what}, in the draft`),
  ];
}
