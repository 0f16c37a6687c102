/**
 * What a table has under a name that came from outside. `constructor` and the like, which every object has, are in none.
 */
export const entryOf = <Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
