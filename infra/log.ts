import pino, { type DestinationStream } from 'pino';
import type { Log } from '../use-cases/ports';
import type { LogLevel } from './config';
import { maskFacts, maskWords } from './masking';

/** One JSON line a fact. Everything is masked before pino sees it: its own redaction does not reach inside strings. */
export function createLog(options: {
  level: LogLevel;
  process: string;
  destination?: DestinationStream;
}): Log {
  const { level, process, destination } = options;
  const settings = { level, base: { process }, redact: ['token', '*.token', 'secret', '*.secret'] };
  const logger = destination ? pino(settings, destination) : pino(settings);
  const mask = (facts: Record<string, unknown>) => maskFacts(facts) as Record<string, unknown>;
  return {
    info: (facts, message) => logger.info(mask(facts), maskWords(message)),
    warn: (facts, message) => logger.warn(mask(facts), maskWords(message)),
    error: (facts, message) => logger.error(mask(facts), maskWords(message)),
  };
}
