import type { AnyPromise } from './promise';
import { acknowledged } from './promises/r1-acknowledged';
import { crashes } from './promises/r3-crashes';
import { redisRebuilt } from './promises/r4-redis';
import { duplicates } from './promises/r5-duplicates';
import { databaseKilled } from './promises/r6-database';
import { limits } from './promises/r7-limits';

export const PROMISES: readonly AnyPromise[] = [
  acknowledged,
  crashes,
  redisRebuilt,
  duplicates,
  databaseKilled,
  limits,
];
