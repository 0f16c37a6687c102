import { withoutPlace } from '../domain/film-place';
import { isCleanable, isFilm, isUnsafe, mediaTypeOf, type NoCopy } from '../domain/files';
import type { Pictures } from './ports';

export interface CleanFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** What we keep of a file: a picture or film without what it says about its place, nothing that may run, the rest as it is. */
export async function cleanFile(
  { pictures }: { pictures: Pictures },
  bytes: Uint8Array,
  declared?: string,
): Promise<CleanFile | NoCopy> {
  if (bytes.byteLength === 0) return 'empty';
  const mediaType = mediaTypeOf(bytes);
  if (isUnsafe(mediaType)) return 'unsafe';
  if (isCleanable(mediaType)) {
    const cleaned = await pictures.clean(bytes);
    return typeof cleaned === 'string' ? cleaned : { bytes: cleaned, mediaType: 'image/jpeg' };
  }
  if (isFilm(mediaType)) {
    const cleaned = withoutPlace(bytes);
    return typeof cleaned === 'string' ? cleaned : { bytes: cleaned, mediaType };
  }
  const isSomePicture = [mediaType, declared].some((type) => type?.startsWith('image/'));
  return isSomePicture ? 'unreadable' : { bytes, mediaType };
}
