import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** The project's own TypeScript under these folders, by path from the root. */
export const sourcesIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );

export const sourceOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const IMPORT = /^(?:import|export)\s(?!type\s)[^;]*?from '(\.[^']+)'/gm;

/** The files it runs, without those it only takes types from. */
const importsOf = (file: string): string[] =>
  [...sourceOf(file).matchAll(IMPORT)].map(([, path = '']) =>
    relative(ROOT, normalize(join(ROOT, dirname(file), `${path}.ts`))),
  );

/** Everything that runs when these files do. */
export function reachedFrom(files: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const queue = [...files];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...importsOf(file));
  }
  return reached;
}
