export interface RefusalParameters {
  migrate_to_chat_id?: number;
  retry_after?: number;
}

/** What Telegram answers instead of a result; caught in one place, where calls are answered. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: RefusalParameters,
  ) {
    super(description);
  }
}

export const badRequest = (words: string) => new Refusal(400, `Bad Request: ${words}`);
export const forbidden = (words: string) => new Refusal(403, `Forbidden: ${words}`);
export const conflict = (words: string) => new Refusal(409, `Conflict: ${words}`);
export const tooManyRequests = (seconds: number) =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
