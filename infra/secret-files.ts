import { readFileSync } from 'node:fs';

type Environment = Readonly<Record<string, string | undefined>>;

/** What may lie in a file instead of the environment: `BOT_TOKEN_FILE` names the file that holds `BOT_TOKEN`. */
export const SECRETS = [
  'BOT_TOKEN',
  'WEBHOOK_SECRET',
  'MONGODB_URI',
  'REDIS_URL',
  'BOARD_PASSWORD',
  'ALARM_URL',
] as const;

/** The environment with the secrets read from their files, and what is wrong with those, a line each, without values. */
export function readSecretFiles(environment: Environment): { read: Environment; problems: string[] } {
  const read: Record<string, string | undefined> = { ...environment };
  const problems = SECRETS.flatMap((name) => {
    const path = environment[`${name}_FILE`]?.trim();
    if (!path) return [];
    if (environment[name]?.trim()) return [`${name} and ${name}_FILE are both set: keep one of them`];
    try {
      read[name] = readFileSync(path, 'utf8').trim();
      return [];
    } catch (error) {
      return [`${name}_FILE names a file that cannot be read (${(error as NodeJS.ErrnoException).code})`];
    }
  });
  return { read, problems };
}
