const { join } = require('node:path');
const base = require('../../jest.config.cjs');

/** The tests of one group of rules: quick enough to be run again for every changed word. */
module.exports = {
  ...base,
  rootDir: join(__dirname, '..', '..'),
  setupFilesAfterEnv: [],
  testMatch: JSON.parse(process.env.MUTATED_TESTS).map((name) => `**/test/${name}.test.ts`),
};
