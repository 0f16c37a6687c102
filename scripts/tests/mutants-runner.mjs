import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect } from 'expect';
import { describe, getState, it, resetState } from 'jest-circus';
import { register } from 'tsx/cjs/api';

/**
 * Runs jest's tests in this process for Stryker, each file loaded once: a changed rule costs milliseconds where jest
 * itself needs a second to load everything anew. Only for tests without hooks, mocks and timers: those of pure rules.
 */
const SUCCESS = 0;
const FAILED = 1;

let load = createRequire(import.meta.url);
const context = (globalThis.__stryker__ ??= {});

/** A failing property says so at once, without looking for its smallest case, and every run sees the same cases. */
const PROPERTIES = { seed: 1, endOnFailure: true };

/** Stryker lets a change be reached 100 times as often as without it, over all tests; here each test twice as often. */
const LOOSE = 50;

/** The files of tests, each with its tests and the modules it needs. */
const loaded = new Map();

class MutantsRunner {
  capabilities() {
    return { reloadEnvironment: true };
  }

  /** Stryker goes to its copy of the project before. */
  async init() {
    load = createRequire(join(process.cwd(), 'test', 'any.cjs'));
    register();
    Object.assign(globalThis, { describe, it, expect });
    load('fast-check').configureGlobal(PROPERTIES);
  }

  async dryRun() {
    const tests = [];
    for (const file of testFiles()) {
      for (const test of testsOf(file)) {
        context.currentTestId = test.id;
        const from = performance.now();
        const problem = await problemOf(test);
        const timeSpentMs = performance.now() - from;
        const { id } = test;
        tests.push({ id, name: id, fileName: file, timeSpentMs, ...verdict(problem) });
      }
      context.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: context.mutantCoverage };
  }

  async mutantRun({ activeMutant, hitLimit, mutantActivation, sandboxFileName, testFilter }) {
    context.hitLimit = hitLimit && hitLimit / LOOSE;
    if (mutantActivation === 'runtime') return noticing(activeMutant, named(testFilter));
    testFiles().forEach(testsOf);
    const concerned = forget(sandboxFileName).sort(nearest(sandboxFileName));
    const result = await noticing(activeMutant, freshTestsOf(concerned));
    forget(sandboxFileName);
    return result;
  }
}

const verdict = (problem) =>
  problem === undefined ? { status: SUCCESS } : { status: FAILED, failureMessage: problem };

function testFiles() {
  return JSON.parse(process.env.MUTATED_TESTS).map((name) => join(process.cwd(), 'test', `${name}.test.ts`));
}

/** The tests one by one until one notices the change; a change that breaks the loading is noticed too. */
async function noticing({ id: mutant }, tests) {
  let nrOfTests = 0;
  context.activeMutant = mutant;
  try {
    for (const test of tests) {
      nrOfTests += 1;
      context.hitCount = 0;
      const problem = await problemOf(test);
      if (isEndless()) return endless;
      if (problem !== undefined)
        return { status: 'killed', killedBy: [test.id], failureMessage: problem, nrOfTests };
    }
  } catch (error) {
    if (isEndless()) return endless;
    return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests };
  } finally {
    context.activeMutant = undefined;
  }
  return { status: 'survived', nrOfTests };
}

const endless = { status: 'timeout', reason: 'it never ends' };
const isEndless = () => context.hitCount > context.hitLimit;

async function problemOf({ run }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** Loads only the files that have them. */
function named(ids) {
  const names = new Set(ids);
  const files = testFiles().filter((file) => ids.some((id) => id.startsWith(`${nameOf(file)} › `)));
  return files.flatMap(testsOf).filter(({ id }) => names.has(id));
}

const nameOf = (file) => basename(file, '.test.ts');

function* freshTestsOf(files) {
  for (const file of files) {
    context.hitCount = 0;
    yield* testsOf(file);
  }
}

function testsOf(file) {
  if (!loaded.has(file)) loaded.set(file, read(file));
  return loaded.get(file);
}

/** Loads the file and answers the tests it names. */
function read(file) {
  resetState();
  load(file);
  return flat(getState().rootDescribeBlock, nameOf(file)).map((test, index) => ({
    ...{ id: `${test.id} #${index}`, run: test.run },
  }));
}

function flat({ children, hooks }, name) {
  if (hooks.length > 0) throw new Error(`${name}: hooks are not run here`);
  return children.flatMap((child) => {
    const id = `${name} › ${child.name}`;
    return child.type === 'describeBlock' ? flat(child, id) : [{ id, run: child.fn }];
  });
}

/** Everything that was loaded because of it goes, and with it the tests; answers their files. */
function forget(changed) {
  const gone = dependents(changed);
  for (const file of gone) delete load.cache[file];
  const files = [...loaded.keys()].filter((file) => gone.has(file));
  for (const file of files) loaded.delete(file);
  return files;
}

/** The modules that load it, through whatever others. */
function dependents(changed) {
  const found = new Set([changed]);
  const modules = Object.values(load.cache).filter(({ id }) => !id.includes('node_modules'));
  for (let size = 0; size < found.size;) {
    size = found.size;
    for (const { id, children } of modules) if (children.some((child) => found.has(child.id))) found.add(id);
  }
  return found;
}

/** The tests named as the changed file first. */
const nearest = (changed) => {
  const own = basename(changed, '.ts');
  return (one, other) => Number(nameOf(other) === own) - Number(nameOf(one) === own);
};

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'here', injectableClass: Object.assign(MutantsRunner, { inject: [] }) },
];
