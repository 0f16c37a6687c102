import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from './servers/places.mjs';

for (const folder of ['locales', 'cities']) {
  const copy = join(projectDir, 'dist', folder);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(projectDir, folder), copy, { recursive: true });
}
