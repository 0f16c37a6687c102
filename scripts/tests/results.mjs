import { describeProblem } from '../servers/problem.mjs';

const WIDTH = 16;

/** What was run and how it ended; `print` says it and answers the exit code. */
export class Results {
  #rows = [];

  /** Counts a check as one test; answers what `work` answers, whether it passed. */
  async check(name, work) {
    let isPassed = false;
    await this.count(name, async () => {
      isPassed = await work();
      return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    });
    return isPassed;
  }

  /** Does a piece of work that counts only when it fails. Answers what it answers, or `undefined` when it fails. */
  async prepare(name, work) {
    const from = Date.now();
    try {
      const answer = await work();
      this.#rows.push({ name, passed: 0, failed: 0, seconds: secondsSince(from) });
      return answer;
    } catch (error) {
      console.log(describeProblem(error));
      this.#rows.push({ name, passed: 0, failed: 1, seconds: secondsSince(from) });
      return undefined;
    }
  }

  /** Does a piece of work that answers its own counts, `{ passed, failed }`. */
  async count(name, work) {
    const from = Date.now();
    const counts = await work();
    this.#rows.push({ name, ...counts, seconds: secondsSince(from) });
  }

  print() {
    console.log('\nSummary');
    for (const row of this.#rows) console.log(describeRow(row));
    const passed = this.#sum('passed');
    const failed = this.#sum('failed');
    console.log(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  }

  #sum(field) {
    return this.#rows.reduce((sum, row) => sum + row[field], 0);
  }
}

function describeRow({ name, passed, failed, seconds }) {
  const counts = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  return `  ${name.padEnd(WIDTH)}${failed ? 'FAILED' : 'ok'}${counts}, ${seconds.toFixed(1)} s`;
}

function secondsSince(from) {
  return (Date.now() - from) / 1000;
}
