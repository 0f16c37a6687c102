import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const PACKAGE = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  resolved: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
});
const LOCK = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), PACKAGE) });

export interface Locked extends z.infer<typeof PACKAGE> {
  readonly name: string;
}

const NAME = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)$/;

/** Every package the lock brings, without the project itself. */
export function lockedPackages(): Locked[] {
  const lock = LOCK.parse(JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')));
  const entries = Object.entries(lock.packages).filter(([path]) => path !== '');
  return entries.map(([path, one]) => ({ ...one, name: NAME.exec(path)?.[1] ?? path }));
}
