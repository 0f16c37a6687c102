import { closeDown, killAllHard } from './processes.mjs';
import { describeProblem } from './problem.mjs';

const endings = [];
let ending;

/** Adds a thing to do when this process ends; the last added goes first. */
export function atEnd(finish) {
  endings.push(finish);
}

/** Runs a command's work and ends everything it started, however it ends: done, failed or interrupted. */
export async function runCommand(work) {
  listenForSignals();
  const code = await work().catch(reportFailure);
  if (ending) return;
  await end();
  process.exit(code ?? 0);
}

function reportFailure(error) {
  if (!ending) console.error(describeProblem(error));
  return 1;
}

function end() {
  ending ??= closeDown(async () => {
    while (endings.length) await endings.pop()().catch(reportAtEnd);
  });
  return ending;
}

function reportAtEnd(error) {
  console.error(describeProblem(error));
}

function listenForSignals() {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) process.on(signal, () => stopBySignal(code));
  process.on('uncaughtException', (error) => {
    console.error(describeProblem(error));
    stopBySignal(1);
  });
  watchParent();
}

function stopBySignal(code) {
  if (ending) {
    killAllHard();
    process.exit(code);
  }
  console.error('\nStopping… (once more to stop at once)');
  end().then(() => process.exit(code));
}

// npm that is killed takes nobody with it: notice that it is gone.
function watchParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent && !ending) stopBySignal(143);
  }, 2000).unref();
}
