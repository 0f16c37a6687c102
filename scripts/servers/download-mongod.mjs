import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { MongoBinary } = createRequire(import.meta.url)('mongodb-memory-server-core/lib/util/MongoBinary');
const [downloadDir, answerFile] = process.argv.slice(2);
writeFileSync(answerFile, await MongoBinary.getPath({ downloadDir }));
