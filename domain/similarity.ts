/** Whether two words differ by at most one letter added, lost, changed or swapped with its neighbour. */
export function isOneTypoApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const restOfA = a.slice(start, a.length - end);
  const restOfB = b.slice(start, b.length - end);
  if (restOfA.length <= 1 && restOfB.length <= 1) return true;
  return restOfA.length === 2 && restOfB.length === 2 && restOfA === [...restOfB].reverse().join('');
}

/** Whether two words differ by at most two such typos; both should be long. */
export function isTwoTyposApart(a: string, b: string): boolean {
  if (isOneTypoApart(a, b)) return true;
  if (Math.abs(a.length - b.length) > 2) return false;
  let start = 0;
  while (a[start] === b[start]) start += 1;
  const variants = [
    [a.slice(start + 1), b.slice(start)],
    [a.slice(start), b.slice(start + 1)],
    [a.slice(start + 1), b.slice(start + 1)],
  ] as const;
  return variants.some(([restOfA, restOfB]) => isOneTypoApart(restOfA, restOfB));
}

/** How many letters two words share from the beginning. */
export function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
