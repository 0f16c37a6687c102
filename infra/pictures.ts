import sharp from 'sharp';
import type { Pictures } from '../use-cases/ports';

/** A phone's photo fits; what takes a gigabyte to open does not. */
export const MAX_PIXELS = 40_000_000;
/** A page of small print is still legible. */
export const LONGEST_SIDE = 2048;

const QUALITY = 82;
const PATIENCE_SECONDS = 20;
/** A difference hash: eight rows of eight steps from shade to shade. */
const LOOK_SIDE = 8;
/** A photo of the dark is like every other one. */
const LEAST_CONTRAST_BITS = 8;

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

  async look(bytes: Uint8Array): Promise<string | undefined> {
    const grey = await sharp(bytes)
      .greyscale()
      .resize(LOOK_SIDE + 1, LOOK_SIDE, { fit: 'fill' })
      .raw()
      .toBuffer();
    const bits = [...grey].flatMap((shade, index) =>
      index % (LOOK_SIDE + 1) === LOOK_SIDE ? [] : [shade > (grey[index + 1] ?? 0) ? 1 : 0],
    );
    const lit = bits.filter(Boolean).length;
    if (Math.min(lit, bits.length - lit) < LEAST_CONTRAST_BITS) return undefined;
    return BigInt(`0b${bits.join('')}`)
      .toString(16)
      .padStart(16, '0');
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
