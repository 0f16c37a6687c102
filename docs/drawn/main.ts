import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lifeOfAnAppeal, permissions } from './pages';

const DOCS = join(__dirname, '..');

writeFileSync(join(DOCS, 'life-of-an-appeal.md'), lifeOfAnAppeal());
writeFileSync(join(DOCS, 'permissions.md'), permissions());
