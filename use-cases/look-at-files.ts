import type { Attachment } from '../domain/appeal';
import { isCleanable } from '../domain/files';
import type { Messenger } from '../messengers/messenger';
import { cleanFile } from './clean-file';
import { keepNewest } from './keep-newest';
import type { Pictures } from './ports';

/** The same files, with the looks of their pictures as far as they are known. */
export type Looks = (files: readonly Attachment[]) => Promise<readonly Attachment[]>;

const MOST_LOOKED_AT = 3;
const LOOKS_KEPT = 1_000;
const PATIENCE_MS = 2_000;

interface Eyes {
  readonly messenger: Pick<Messenger, 'download'>;
  readonly pictures: Pictures;
}

/** How a photo looks; nothing when it cannot be read. */
async function look({ messenger, pictures }: Eyes, { fileId }: Attachment): Promise<string | undefined> {
  const bytes = await messenger.download(fileId);
  if (typeof bytes === 'string') return undefined;
  const copy = await cleanFile({ pictures }, bytes);
  return typeof copy !== 'string' && isCleanable(copy.mediaType) ? pictures.look(copy.bytes) : undefined;
}

/**
 * Builds what looks at photos before our own copies of them are made: the first three of a draft, each read once. Nobody
 * waits longer than two seconds; a look that is not known by then is absent.
 */
export function createLooks(eyes: Eyes): Looks {
  const known = new Map<string, Promise<string | undefined>>();
  const lookAt = (photo: Attachment): Promise<string | undefined> => {
    const found = known.get(photo.id) ?? look(eyes, photo).catch(() => undefined);
    keepNewest(known, [photo.id, found], LOOKS_KEPT);
    return found;
  };
  return async (files) => {
    const photos = files
      .filter(({ kind, look: before }) => kind === 'photo' && !before)
      .slice(0, MOST_LOOKED_AT);
    if (photos.length === 0) return files;
    const looks = new Map<string, string>();
    const all = photos.map(async (photo) => {
      const seen = await lookAt(photo);
      if (seen) looks.set(photo.id, seen);
    });
    await inTime(Promise.all(all));
    return files.map((file) => ({ ...file, ...(looks.has(file.id) && { look: looks.get(file.id)! }) }));
  };
}

async function inTime(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
