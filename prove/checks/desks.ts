import type { Town } from '../../sandbox/town';
import { toldOf, type Written } from './orders';

interface KeptDraft {
  readonly _id: string;
  readonly ownerId: string;
  readonly kind: string;
  readonly state: Written['state'];
  readonly fields: Record<string, unknown> & { pieces?: { text: string }[]; files?: { id: string }[] };
}

interface KeptAppeal {
  readonly _id: string;
  readonly citizenId: string;
  readonly status: string;
  readonly category: string;
  readonly pieces: { text: string }[];
  readonly attachments: { id: string }[];
  readonly rating?: { stars: number; reasons: string[] };
}

export const draftsIn = ({ mongo }: Town) => mongo.collection<KeptDraft>('drafts');
export const appealsIn = ({ mongo }: Town) => mongo.collection<KeptAppeal>('appeals');

const ANSWERED: Readonly<Record<string, (value: unknown) => string | undefined>> = {
  proposal: String,
  category: String,
  place: (value) => (value === null ? 'none' : 'given'),
  filesDone: (value) => (value === true ? 'done' : undefined),
};

const chosenIn = (fields: KeptDraft['fields']) =>
  Object.fromEntries(
    Object.entries(ANSWERED).flatMap(([field, read]) =>
      fields[field] === undefined ? [] : [[field, read(fields[field])]],
    ),
  );

/** All of a person’s drafts and of what they sent besides that appeal, in the words of the model. */
export async function deskOf(
  town: Town,
  { personId, appealId }: { personId: number; appealId: string },
): Promise<string> {
  const id = `telegram-${personId}`;
  const whose = { ownerId: id, kind: { $in: ['appeal', 'loose'] }, state: { $in: ['open', 'saved'] } };
  const drafts = await draftsIn(town)
    .find(whose as object)
    .toArray();
  const sent = await appealsIn(town)
    .find({ citizenId: id, _id: { $ne: appealId } })
    .toArray();
  const idsOf = (files: readonly { id: string }[] = []) => files.map((file) => file.id);
  return toldOf([
    ...drafts.map(({ state, fields }) => ({
      ...{ state, pieces: fields.pieces ?? [], files: idsOf(fields.files), chosen: chosenIn(fields) },
    })),
    ...sent.map(({ pieces, attachments, category }) => ({
      ...{ state: 'sent' as const, pieces, files: idsOf(attachments), chosen: { category } },
    })),
  ]);
}
