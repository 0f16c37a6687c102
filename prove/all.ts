import type { AnyPromise } from './promise';
import { acknowledged } from './promises/r1-acknowledged';
import { concurrency } from './promises/r2-concurrency';
import { crashes } from './promises/r3-crashes';
import { redisRebuilt } from './promises/r4-redis';
import { duplicates } from './promises/r5-duplicates';
import { databaseKilled } from './promises/r6-database';
import { limits } from './promises/r7-limits';
import { errors } from './promises/r8-errors';
import { restarts } from './promises/r9-restarts';
import { deploys } from './promises/r10-deploys';
import { reminders } from './promises/r11-reminders';
import { poison } from './promises/r12-poison';
import { rot } from './promises/r13-rot';
import { network } from './promises/r14-network';

export const PROMISES: readonly AnyPromise[] = [
  acknowledged,
  concurrency,
  crashes,
  redisRebuilt,
  duplicates,
  databaseKilled,
  limits,
  errors,
  restarts,
  deploys,
  reminders,
  poison,
  rot,
  network,
];
