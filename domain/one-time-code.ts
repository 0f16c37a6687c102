import type { Post } from './colleague';
import { after, DAY_MS, type Instant } from './instant';

/** How long an invitation or a binding code waits to be used. */
export const CODE_LASTS_MS = 2 * DAY_MS;

/** How often somebody may try a code. */
export const CODE_TRIES = { times: 10, seconds: 3600 };

/** A one-time code as it is stored: by its hash only, the code itself is nowhere. */
export interface OneTimeCode {
  /** The hash. */
  readonly id: string;
  readonly by: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedBy?: string;
  /** The command that used it: the same command may come twice. */
  readonly usedWith?: string;
  /** What it gives: a post to a person, or a desk's cards to a group. */
  readonly gives: Gift;
}

export type Gift =
  | { readonly what: 'post'; readonly post: Post; readonly name?: string }
  | { readonly what: 'group'; readonly department: string; readonly desk: string };

export const oneTimeCode = (id: string, by: string, gives: Gift, now: Instant): OneTimeCode => ({
  id,
  by,
  createdAt: now,
  expiresAt: after(now, CODE_LASTS_MS),
  gives,
});
