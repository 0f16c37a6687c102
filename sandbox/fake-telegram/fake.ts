import type { Faults } from './faults';
import type { Files } from './files';
import type { Ledger } from './ledger';
import type { Limits } from './limits';
import type { Polling } from './polling';
import type { Updates } from './updates';
import type { Webhook } from './webhook';
import type { World } from './world';
import type { BotCommand } from '@grammyjs/types';

export interface Press {
  id: string;
  /** Real time, milliseconds: the right to answer runs out. */
  at: number;
  chatId: number;
  personId: number;
  answer?: { text: string; isAlert: boolean; url?: string };
}

/** All the parts a method may need. */
export interface Fake {
  token: string;
  world: World;
  files: Files;
  updates: Updates;
  polling: Polling;
  webhook: Webhook;
  ledger: Ledger;
  limits: Limits | undefined;
  faults: Faults;
  presses: Map<string, Press>;
  pressLifetimeMs: number;
  commands: Map<string, BotCommand[]>;
}
