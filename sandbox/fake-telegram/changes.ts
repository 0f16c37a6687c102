import type { Seen } from './seen';

/** Something a person could notice on the screen. */
export interface Change {
  seq: number;
  kind:
    | 'message'
    | 'edit'
    | 'delete'
    | 'keyboard'
    | 'topic'
    | 'press'
    | 'answer'
    | 'action'
    | 'reaction'
    | 'pin'
    | 'member';
  chatId: number;
  messageId?: number;
  message?: Seen;
  threadId?: number | undefined;
  personId?: number;
  text?: string;
  isAlert?: boolean;
}

export type ChangeListener = (change: Change) => void;
