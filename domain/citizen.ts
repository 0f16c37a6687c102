import type { AuthorSaid } from './author';
import type { Instant } from './instant';

/** What a moderator decided about somebody after an appeal of theirs; `id` is the command's. */
export interface Strike {
  readonly id: string;
  readonly by: string;
  /** The appeal's number. */
  readonly number: string;
  readonly reason: string;
  readonly at: Instant;
  readonly until: Instant;
}

/** A person asked to be forgotten; `id` is the command's. */
export interface Forgetting {
  readonly id: string;
  readonly askedAt: Instant;
  readonly dueAt: Instant;
  /** When to look next whether it may begin: appeals may still run. */
  readonly lookAt: Instant;
  /** It has begun and cannot be taken back any more. */
  readonly isUnderWay?: true;
  /** How often the goodbye could not go. */
  readonly goodbyes?: number;
}

/** A person who writes to the city. Every field but `id` and the chat is theirs to give or to withhold. */
export interface Citizen extends AuthorSaid {
  /** `telegram-123`: the messenger and its id of the person. */
  readonly id: string;
  readonly messenger: string;
  readonly chatId: string;
  readonly language: string;
  readonly consent?: Consent;
  /** Given through the messenger's own contact button, so known to be theirs. */
  readonly phone?: string;
  readonly name?: string;
  readonly residence?: string;
  readonly email?: string;
  /** Only a controller may see who they are, whatever they wrote. */
  readonly hidesName?: boolean;
  readonly strikes?: readonly Strike[];
  /** Slow mode: until then a moderator looks at their new appeals first. */
  readonly slow?: Strike;
  readonly isReachable: boolean;
  /** The account that has this one’s appeals now. */
  readonly movedTo?: string;
  /** A colleague's word about the digest of each working morning. */
  readonly wantsDigest?: boolean;
  /** They asked to be forgotten. */
  readonly forgetting?: Forgetting;
  readonly rev: number;
}

/** Which notice the person saw: its version, the hash of its text and when. */
export interface Consent {
  readonly version: string;
  readonly hash: string;
  readonly at: Instant;
}

/** Art. 5: an appeal needs the name and the residence; without them it is a message. */
export const isIdentified = (citizen: Pick<Citizen, 'name' | 'residence'>): boolean =>
  Boolean(citizen.name && citizen.residence);
