import sharp from 'sharp';
import type { Pictures } from '../use-cases/ports';

/** A phone's photo fits; what takes a gigabyte to open does not. */
export const MAX_PIXELS = 40_000_000;
/** A page of small print is still legible. */
export const LONGEST_SIDE = 2048;

const QUALITY = 82;
const PATIENCE_SECONDS = 20;

sharp.cache(false);
sharp.concurrency(1);

/** Writes pictures anew as JPEG: upright, no larger than needed, with nothing in them but pixels. */
export class SharpPictures implements Pictures {
  async clean(bytes: Uint8Array): Promise<Uint8Array | 'too_many_pixels' | 'unreadable'> {
    try {
      const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
      if (width * height > MAX_PIXELS) return 'too_many_pixels';
      return await written(bytes);
    } catch {
      return 'unreadable';
    }
  }
}

const written = (bytes: Uint8Array): Promise<Uint8Array> =>
  sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: QUALITY })
    .toBuffer();
