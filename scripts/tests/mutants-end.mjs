const LONGEST_MINUTES = 30;

/** What is said at the end of a run of the changed rules, and the code it ends with: 1 for a missed goal or too long a run. */
export function endOf({ isKept, minutes }) {
  const isInTime = minutes <= LONGEST_MINUTES;
  const line = `${isInTime ? '' : 'MISSED '}${minutes.toFixed(1)} minutes, goal ${LONGEST_MINUTES}`;
  return { line, code: isKept && isInTime ? 0 : 1 };
}
