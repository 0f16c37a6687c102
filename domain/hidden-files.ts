import { isByAuthor } from './account-move';
import type { Appeal, Attachment } from './appeal';
import { accept, refuse, type Command, type Decision } from './decision';
import type { Instant } from './instant';

type Filed = Pick<Appeal, 'attachments' | 'events' | 'citizenId' | 'formerCitizenIds' | 'hiddenFiles'>;

const PICTURED: readonly Attachment['kind'][] = ['photo', 'video', 'document'];

/**
 * What the citizen sent and eyes can see, in the order it came: its place in the list is its number for people, and
 * later files never change it.
 */
export function picturesOf({ attachments, events, ...author }: Filed): readonly Attachment[] {
  const later = events
    .filter(({ by }) => isByAuthor(author, by))
    .flatMap(({ facts }) => facts.attachments ?? []);
  const added = new Set(later.map(({ id }) => id));
  const first = attachments.filter(({ id }) => !added.has(id));
  const all = [...first, ...later].filter(({ kind }) => PICTURED.includes(kind));
  return [...new Map(all.map((attachment) => [attachment.id, attachment])).values()];
}

export const isHidden = ({ hiddenFiles = [] }: Pick<Appeal, 'hiddenFiles'>, fileId: string): boolean =>
  hiddenFiles.includes(fileId);

/** What others than the controller and the author may see of these. */
export const withoutHidden = (
  appeal: Pick<Appeal, 'hiddenFiles'>,
  attachments: readonly Attachment[],
): readonly Attachment[] => attachments.filter(({ id }) => !isHidden(appeal, id));

interface Named {
  /** Ids of attachments. */
  readonly files: readonly string[];
  readonly reason: string;
}

const turn =
  (type: 'appeal.files_hidden' | 'appeal.files_shown') =>
  (appeal: Appeal, command: Command & Named, now: Instant): Decision => {
    const known = new Set(picturesOf(appeal).map(({ id }) => id));
    if (command.files.length === 0 || command.files.some((id) => !known.has(id)))
      return refuse('no_such_file');
    const isHiding = type === 'appeal.files_hidden';
    const turned = command.files.filter((id) => isHidden(appeal, id) !== isHiding);
    if (turned.length === 0) return refuse('nothing_changed');
    const { hiddenFiles = [], ...rest } = appeal;
    const left = isHiding ? [...hiddenFiles, ...turned] : hiddenFiles.filter((id) => !turned.includes(id));
    const changed: Appeal = { ...rest, ...(left.length > 0 && { hiddenFiles: left }) };
    return accept(changed, command, { type, at: now, facts: { text: command.reason, fileIds: turned } });
  };

/**
 * A moderator hides pictures with faces, number plates or other private life (art. 10; 2297-VI): from then on only the
 * author and a controller see them. Whatever the status. Refuses with `no_such_file` and `nothing_changed`.
 */
export const hideFiles = turn('appeal.files_hidden');

/** The same pictures are shown again. Refuses as `hideFiles`. */
export const showFiles = turn('appeal.files_shown');
