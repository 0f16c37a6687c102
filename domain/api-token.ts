import { after, DAY_MS, type Instant } from './instant';

/** A token of the staff API lives this long; then a new one is given. */
export const TOKEN_LASTS_MS = 90 * DAY_MS;

/** How often one token may ask. */
export const TOKEN_PACE = { times: 120, seconds: 60 };

/** The token of one colleague as it is stored: by its hash only. A new one takes the place of the old. */
export interface ApiToken {
  /** Whose it is. */
  readonly ownerId: string;
  readonly hash: string;
  readonly issuedBy: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

export const apiToken = (
  { ownerId, hash, issuedBy }: Pick<ApiToken, 'ownerId' | 'hash' | 'issuedBy'>,
  now: Instant,
): ApiToken => ({ ownerId, hash, issuedBy, issuedAt: now, expiresAt: after(now, TOKEN_LASTS_MS) });

export const isInForce = ({ expiresAt }: ApiToken, now: Instant): boolean => now < expiresAt;
