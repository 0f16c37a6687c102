/** Makes a key the newest of a map that holds at most `most`: the one set longest ago is forgotten. */
export function keepNewest<K, V>(known: Map<K, V>, [key, value]: readonly [K, V], most: number): void {
  known.delete(key);
  known.set(key, value);
  if (known.size <= most) return;
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}
