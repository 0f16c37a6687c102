import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup holds. It is written last: a folder without it is not a whole backup. */
export const MANIFEST = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  collections: z.array(
    z.object({ name: z.string().regex(/^[A-Za-z][A-Za-z0-9_.]*$/), documents: z.int().min(0), sha256 }),
  ),
  /** Copies of people's files, by their path under FILES_DIR. */
  files: z.array(z.object({ path: z.string().regex(/^[0-9a-f]{2}\/[0-9a-f]{62}$/), sha256 })),
});
export type Manifest = z.infer<typeof MANIFEST>;

export const MANIFEST_NAME = 'manifest.json';
export const collectionFile = (name: string): string => `collections/${name}.jsonl`;
export const copyFileOf = (path: string): string => `files/${path}`;

export async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
