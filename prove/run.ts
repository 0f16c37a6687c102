import { createHash } from 'node:crypto';
import { chanceFrom } from '../sandbox/fake-telegram/chance';
import type { AnyPromise, Figures, Stage } from './promise';
import type { Servers } from './servers';

export interface RunOptions {
  readonly openServers: () => Promise<Servers>;
  readonly seed: number;
  /** 1 is the full figures; never below the short ones. */
  readonly scale: number;
  /** Falsifies the evidence after the check, one way after another, to see whether the check notices. */
  readonly isPlanted?: boolean;
  readonly isPatient?: boolean;
  /** A proof that is not over by then is missed: nobody waits for one that hangs. At 0 it is not begun. */
  readonly longestMs: number;
  /** Nor for one of its endings. */
  readonly endingMs?: number;
  readonly say?: (line: string) => void;
}

export interface Outcome {
  readonly id: string;
  readonly says: string;
  /** The figure this run went for, and the one that is promised. */
  readonly wanted: string;
  readonly promised: string;
  readonly reached: string;
  readonly misses: readonly string[];
  /** What kept the record, if it came to that. */
  readonly engine?: string;
  readonly seconds: number;
  readonly isFull: boolean;
  /** Planted faults the check did not notice, and those it did. */
  readonly unnoticed: readonly string[];
  readonly noticed: readonly string[];
}

const ENDING_MS = 20_000;

/** Plays one promise, checks it, and ends everything it started. A proof that breaks off is a promise missed. */
export async function prove(promise: AnyPromise, options: RunOptions): Promise<Outcome> {
  const from = performance.now();
  const { id, says, wanted } = promise;
  const figures = scaled(promise.figures, options.scale);
  const words = { id, says, wanted: wanted(figures), promised: wanted(promise.figures.full) };
  const found = await playAndCheck(promise, figures, options).catch((trouble: unknown) => ({
    ...{ reached: 'broke off', ...NOTHING_PLANTED },
    misses: [trouble instanceof Error ? trouble.message : String(trouble)],
  }));
  return { ...words, ...found, seconds: (performance.now() - from) / 1000, isFull: options.scale >= 1 };
}

async function playAndCheck(promise: AnyPromise, figures: Figures, options: RunOptions) {
  const endings: (() => Promise<unknown>)[] = [];
  const {
    seed,
    openServers,
    isPatient = false,
    longestMs,
    endingMs = ENDING_MS,
    say = () => undefined,
  } = options;
  if (longestMs <= 0) throw new Error('there was no time left');
  const until = performance.now() + longestMs;
  const within = <T>(work: T | Promise<T>) => inTime(work, until - performance.now());
  const servers = await within(openServers());
  const chanceOf = (part: string) => chanceFrom(seedOf(seed, promise.id, part));
  const stage: Stage = {
    seed,
    chance: chanceOf(''),
    chanceOf,
    servers,
    isPatient,
    say,
    atEnd: (ending) => void endings.push(ending),
  };
  try {
    const evidence = await within(promise.play(stage, figures));
    const { reached, misses } = await within(promise.check(evidence, figures));
    const planted = options.isPlanted ? await within(plant(promise, evidence, figures)) : NOTHING_PLANTED;
    return { reached, misses, engine: servers.engine, ...planted };
  } finally {
    // What broke off may have lost its servers: that is said by the promise, not by its ending.
    for (const end of endings.reverse()) await inTime(end(), endingMs).catch(() => undefined);
  }
}

const seedOf = (...parts: readonly (string | number)[]): number =>
  createHash('sha256').update(parts.join('/')).digest().readUInt32BE();

/** What the work comes to; rejects when that is not there after `ms`. */
export async function inTime<T>(work: T | Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('not over in the time it had')), ms);
  });
  // What becomes of it after that is nobody's trouble: its servers go.
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const NOTHING_PLANTED = { noticed: [], unnoticed: [] };

async function plant(promise: AnyPromise, evidence: unknown, figures: Figures) {
  const noticed: string[] = [];
  const unnoticed: string[] = [];
  let known = (await promise.check(evidence, figures)).misses;
  for (const [fault, falsify] of Object.entries(promise.plants)) {
    await falsify(evidence, figures);
    const { misses } = await promise.check(evidence, figures);
    const isNoticed = misses.some((miss) => !known.includes(miss));
    (isNoticed ? noticed : unnoticed).push(fault);
    known = misses;
  }
  return { noticed, unnoticed };
}

/** Each figure between the short and the full one. */
export function scaled<F extends Figures>({ full, short }: { full: F; short: F }, scale: number): F {
  const between = Object.entries(full).map(([name, most]) => {
    const least = short[name] ?? most;
    return [name, scale >= 1 ? most : Math.max(least, Math.round(most * scale))];
  });
  return Object.fromEntries(between) as F;
}
