import { deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A secret a photo must not tell: it stands in its EXIF as the camera's maker. */
export const CAMERA = 'SECRETCAM';

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

/** Taken with a phone held upright: says where, and that it must be turned. */
export const photoWithGps = (width = 60, height = 40): Promise<Buffer> =>
  drawn(width, height)
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: CAMERA, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 27/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '30/1 31/1 0/1' },
    })
    .toBuffer(); // prettier-ignore

/** A picture of patches, the same for the same seed; `quality` of the JPEG changes every byte and no look. */
export function scenery(seed: number, quality: number): Promise<Buffer> {
  const side = 24;
  const shades = Array.from({ length: side * side }, (_, index) => {
    const patch = Math.floor(index / side / 3) * 8 + Math.floor((index % side) / 3);
    return ((patch + 1) * (seed * 7919 + 104_729)) % 251;
  });
  const raw = { width: side, height: side, channels: 1 } as const;
  return sharp(Buffer.from(shades), { raw })
    .resize(240, 240, { kernel: 'nearest' })
    .jpeg({ quality })
    .toBuffer();
}

export const png = (): Promise<Buffer> =>
  sharp({ create: { width: 20, height: 10, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
    .png()
    .toBuffer();

export const webp = (): Promise<Buffer> => drawn(20, 10).webp().toBuffer();

export const truncatedJpeg = async (): Promise<Buffer> => {
  const noise = sharp({
    create: { width: 400, height: 400, channels: 3, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  } as never);
  const whole = await noise.jpeg().toBuffer();
  return whole.subarray(0, whole.length / 3);
};

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A few hundred bytes that say they are 41 megapixels. */
export function hugePng(): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(8200, 0);
  header.writeUInt32BE(5000, 4);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const data = deflateSync(Buffer.alloc((8200 / 8 + 1) * 5000));
  return Buffer.concat([
    start,
    pngChunk('IHDR', header),
    pngChunk('IDAT', data),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

export const SVG = Buffer.from(
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
);
export const ELF = Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3e\0', 'latin1');
export const PE = Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0PE\0\0', 'latin1');
export const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');
