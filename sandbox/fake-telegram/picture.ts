const BLOCKS_WIDE = 40;
const BLOCKS_HIGH = 30;

/** A small real JPEG (320 × 240, a colour that runs softly), another one for each number. */
export function samplePicture(number: number): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xdb, [0, ...Array<number>(64).fill(8)]),
    segment(0xc0, [8, 0, BLOCKS_HIGH * 8, 0x01, 0x40, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
    segment(0xc4, [
      0x00,
      0,
      0,
      0,
      12,
      ...Array<number>(12).fill(0),
      ...Array.from({ length: 12 }, (_, i) => i),
    ]),
    segment(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    scan(number),
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, content: number[]): Buffer {
  const length = content.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...content]);
}

/** Each block is one flat colour: a DC difference and at once the end of the block. */
function scan(number: number): Buffer {
  const bits: number[] = [];
  const before = [0, 0, 0];
  const hue = (number * 2.399963) % (2 * Math.PI);
  for (let y = 0; y < BLOCKS_HIGH; y += 1) {
    for (let x = 0; x < BLOCKS_WIDE; x += 1) {
      const light = 20 - y + x / 2;
      const colour = [light, 40 * Math.cos(hue + x / 40), 40 * Math.sin(hue + y / 30)].map(Math.round);
      colour.forEach((value, channel) => {
        writeDifference(bits, value - before[channel]!);
        before[channel] = value;
      });
    }
  }
  return toBytes(bits);
}

function writeDifference(bits: number[], difference: number): void {
  const size = difference === 0 ? 0 : 32 - Math.clz32(Math.abs(difference));
  write(bits, size, 4);
  write(bits, difference < 0 ? difference + 2 ** size - 1 : difference, size);
  write(bits, 0, 1);
}

function write(bits: number[], value: number, count: number): void {
  for (let i = count - 1; i >= 0; i -= 1) bits.push((value >> i) & 1);
}

function toBytes(bits: number[]): Buffer {
  while (bits.length % 8) bits.push(1);
  const bytes: number[] = [];
  for (let i = 0; i < bits.length; i += 8) {
    const byte = bits.slice(i, i + 8).reduce((sum, bit) => sum * 2 + bit, 0);
    bytes.push(byte);
    if (byte === 255) bytes.push(0);
  }
  return Buffer.from(bytes);
}
