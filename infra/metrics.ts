import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures } from './mongo/mongo-figures';
import type { SendingBudget } from '../use-cases/ports';

/** What is asked anew for each look, at most once in a while: the record's figures and whether the stores answer. */
export interface Sources {
  readonly readFigures: () => Promise<Figures>;
  readonly storesUp: () => Promise<{ readonly mongodb: boolean; readonly redis: boolean }>;
}

/** The seconds a person waits, from an answer at once to a lost one. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const LONG_SECONDS = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3600];

const LANES = ['reply', 'notice', 'broadcast'];

function countersOf(registers: Registry[]) {
  return {
    acknowledgement: new Histogram({
      name: 'vidhuk_acknowledgement_seconds',
      help: 'From an update that came to its acknowledgement, the turn of its chat included',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    }),
    delivery: new Histogram({
      name: 'vidhuk_delivery_seconds',
      help: 'From the moment a notice was due (anew after each pause) to its delivery',
      buckets: LONG_SECONDS,
      registers,
    }),
    settled: new Counter({
      name: 'vidhuk_notices_settled_total',
      help: 'Notices this process ended: sent, or skipped as no longer true or undeliverable',
      labelNames: ['how'],
      registers,
    }),
    refusals: new Counter({
      name: 'vidhuk_messenger_refusals_total',
      help: 'Calls to the messenger that did not go well, by class',
      labelNames: ['class', 'word'],
      registers,
    }),
    limiterWait: new Histogram({
      name: 'vidhuk_limiter_wait_seconds',
      help: 'Waits the sending budget asked for',
      labelNames: ['lane'],
      buckets: LONG_SECONDS,
      registers,
    }),
  };
}

function gaugesOf(registers: Registry[]) {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `vidhuk_${name}`, help, labelNames, registers });
  return {
    up: gauge('store_up', '1 when MongoDB answers this process and when Redis takes a write of it', [
      'store',
    ]),
    notices: gauge('notices', 'Waiting notices: due, put off after a try, or due later', ['state']),
    oldestNotice: gauge('oldest_notice_seconds', 'Age of the oldest notice that is due and unsent'),
    oldestEvent: gauge('oldest_event_seconds', 'Age of the oldest event without notices'),
    untaken: gauge('untaken_appeals', 'Appeals nobody has taken'),
    oldestUntaken: gauge('oldest_untaken_seconds', 'Age of the oldest appeal nobody has taken'),
    late: gauge('late_appeals', 'Open appeals beyond their term', ['term']),
    quarantine: gauge('quarantine_entries', 'Updates put aside that nobody has settled'),
  };
}

type Gauges = ReturnType<typeof gaugesOf>;

function show(gauges: Gauges, figures: Figures): void {
  for (const [state, count] of Object.entries(figures.notices)) gauges.notices.set({ state }, count);
  for (const [term, count] of Object.entries(figures.late)) gauges.late.set({ term }, count);
  gauges.oldestNotice.set(figures.oldestNoticeSeconds);
  gauges.oldestEvent.set(figures.oldestEventSeconds);
  gauges.untaken.set(figures.untaken);
  gauges.oldestUntaken.set(figures.oldestUntakenSeconds);
  gauges.quarantine.set(figures.quarantine);
}

/** What cannot be read is left out rather than shown as it was. */
function hide({ up: _up, notices, late, ...plain }: Gauges): void {
  for (const gauge of [notices, late]) gauge.reset();
  for (const gauge of Object.values(plain)) gauge.remove();
}

/** Counts the messenger's refusals, each word of these from 0 on: an increase from nothing is seen by nobody. */
const refusalsOf = (counter: Counter) => (classOf: Readonly<Record<string, string>>) => {
  for (const [word, kind] of Object.entries(classOf)) counter.inc({ class: kind, word }, 0);
  return (word: string, kind: string) => counter.inc({ class: kind, word });
};

const REMEMBERED_MS = 10_000;

/** Figures for Prometheus: counts, ages and words of small fixed lists; never an id or anybody's words. */
export function createMetrics({ readFigures, storesUp }: Sources, options: { rememberedMs?: number } = {}) {
  const registry = new Registry();
  const counters = countersOf([registry]);
  const gauges = gaugesOf([registry]);
  const { rememberedMs = REMEMBERED_MS } = options;
  let readAt = -Infinity;
  const refresh = async (): Promise<void> => {
    if (performance.now() - readAt < rememberedMs) return;
    readAt = performance.now();
    const up = await storesUp();
    for (const [store, isUp] of Object.entries(up)) gauges.up.set({ store }, isUp ? 1 : 0);
    await readFigures().then(
      (figures) => show(gauges, figures),
      () => hide(gauges),
    );
  };
  return {
    acknowledged: (outcome: 'done' | 'unavailable', ms: number) =>
      counters.acknowledgement.observe({ outcome }, ms / 1000),
    settled: (how: 'sent' | 'skipped', waitedMs: number) => {
      counters.settled.inc({ how });
      if (how === 'sent') counters.delivery.observe(Math.max(0, waitedMs) / 1000);
    },
    refusing: refusalsOf(counters.refusals),
    /** The same budget; each wait it asks for is counted. */
    counting: (budget: SendingBudget): SendingBudget => ({
      pause: (chat, ms) => budget.pause(chat, ms),
      take: async (call) => {
        const waitMs = await budget.take(call);
        const lane = LANES.includes(call.lane) ? call.lane : 'other';
        if (waitMs > 0) counters.limiterWait.observe({ lane }, waitMs / 1000);
        return waitMs;
      },
    }),
    /** Memory, CPU and the event loop of this process besides. */
    withProcess: () => collectDefaultMetrics({ register: registry }),
    text: async (): Promise<string> => {
      await refresh();
      return registry.metrics();
    },
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
