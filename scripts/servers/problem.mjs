/** A foreseeable failure, told to a person: what is missing and the ways out. */
export class Problem extends Error {
  constructor(missing, waysOut, details = '') {
    super(missing);
    this.waysOut = waysOut;
    this.details = details;
  }
}

/** The text shown for a failure, whether foreseen or not. */
export function describeProblem(error) {
  if (!(error instanceof Problem)) return `Unexpected failure: ${error?.stack ?? error}`;
  const lines = ['', `Cannot go on: ${error.message}`];
  if (error.details) lines.push('', ...error.details.split('\n').map((line) => `  | ${line}`), '');
  lines.push('Ways out:', ...error.waysOut.map((way, index) => `  ${index + 1}. ${way}`), '');
  return lines.join('\n');
}
