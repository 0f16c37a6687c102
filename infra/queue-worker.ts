import { Worker, type Job } from 'bullmq';
import { z } from 'zod';
import type { ChatKey, Log } from '../use-cases/ports';
import { NOTICES_QUEUE, PREFIX, TICKS_QUEUE } from './queues';
import { connectRedis } from './redis/connect-redis';

export interface Handlers {
  expand(ids: { appealId: string }): Promise<void>;
  deliver(chat: ChatKey): Promise<void>;
  /** Time to look what is due; `name` is one of the ticks. */
  tick(tick: { name: string }): Promise<void>;
}

export interface QueueWorker {
  /** Takes no more work and waits for what is under way, at most `ms` (8 s). */
  close(ms?: number): Promise<void>;
}

/** More than there are ticks: none waits for another. */
const TICKS_AT_ONCE = 50;

const id = z.string().min(1);
const JOBS = {
  expand: z.object({ appealId: id }),
  deliver: z.object({ messenger: id, chatId: id }),
  tick: z.object({ name: id }),
} as const;

/**
 * Carries out the jobs: `concurrency` at once of what is told, and beside them every tick as soon as it comes, once at
 * a time. A handler that throws is logged: what it did not do a sweep finds again.
 */
export function createWorker(options: {
  redisUrl: string;
  prefix?: string;
  handlers: Handlers;
  concurrency: number;
  log: Log;
}): QueueWorker {
  const { redisUrl, prefix = PREFIX, concurrency, log } = options;
  const handlers = { ...options.handlers, tick: onceAtATime(options.handlers) };
  const link = connectRedis({ url: redisUrl, log, isPatient: true });
  const settings = { connection: link.redis, prefix, maxStalledCount: 3 };
  const open = (queue: string, atOnce: number): Worker => {
    const carry = (job: Job) => carryOut(handlers, job, log);
    const worker = new Worker(queue, carry, { ...settings, concurrency: atOnce });
    worker.on('error', () => undefined);
    worker.on('failed', (job, error) => {
      log.error({ job: job?.name, ids: job?.data as unknown, error }, 'a job failed');
    });
    return worker;
  };
  const workers = [open(NOTICES_QUEUE, concurrency), open(TICKS_QUEUE, TICKS_AT_ONCE)];
  return {
    close: async (ms = 8000) => {
      await Promise.all(workers.map((worker) => closeWithin(worker, ms)));
      link.redis.disconnect();
    },
  };
}

/** One that comes while the last of its name is under way here is let go: the next looks again. */
function onceAtATime(handlers: Handlers): Handlers['tick'] {
  const underWay = new Set<string>();
  return async ({ name }) => {
    if (underWay.has(name)) return;
    underWay.add(name);
    try {
      await handlers.tick({ name });
    } finally {
      underWay.delete(name);
    }
  };
}

async function carryOut(handlers: Handlers, job: Job, log: Log): Promise<void> {
  const { name, data } = job as { name: string; data: unknown };
  if (name === 'expand') return checked(JOBS.expand, data, (ids) => handlers.expand(ids), log);
  if (name === 'deliver') return checked(JOBS.deliver, data, (chat) => handlers.deliver(chat), log);
  if (name === 'tick') return checked(JOBS.tick, data, (tick) => handlers.tick(tick), log);
  log.warn({ job: name }, 'a job nobody knows is dropped');
}

async function checked<T>(
  schema: z.ZodType<T>,
  data: unknown,
  handle: (ids: T) => Promise<void>,
  log: Log,
): Promise<void> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return handle(parsed.data);
  log.warn({ problem: z.prettifyError(parsed.error) }, 'a job with broken ids is dropped');
}

/** `pause` waits for the jobs under way; a worker that is already closing could not be forced any more. */
async function closeWithin(worker: Worker, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const ended = await Promise.race([worker.pause().catch(() => undefined), late]);
  clearTimeout(timer);
  await worker.close(ended === 'late').catch(() => undefined);
}
