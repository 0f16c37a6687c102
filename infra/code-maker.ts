import { createHash, randomBytes } from 'node:crypto';
import type { CodeMaker } from '../use-cases/staff-ports';

const BYTES = 16;

export const codeMaker: CodeMaker = {
  make: () => randomBytes(BYTES).toString('hex'),
  hash: (code) => createHash('sha256').update(code.trim().toLowerCase()).digest('hex'),
};
