import type { Notice } from '../domain/notice';
import type { Messenger } from '../messengers/messenger';
import type { Texts } from '../screens/texts';
import type {
  Appeals,
  Cards,
  ChatKey,
  Citizens,
  Drafts,
  Files,
  MovedChats,
  Papers,
  Pictures,
  Printer,
} from '../use-cases/ports';
import type { PersonalRecords } from '../use-cases/keeping-ports';
import type { Quarantine } from '../use-cases/quarantine-ports';
import type { AlarmDeps } from '../use-cases/raise-alarm';
import type { AccountMoves, Oversight, ShownPictures, StaffGroups, Watches } from '../use-cases/staff-ports';

/** All a workers process works with. */
export interface WorkerDeps extends AlarmDeps {
  readonly appeals: Appeals;
  readonly oversight: Oversight;
  readonly watches: Watches;
  readonly drafts: Drafts;
  readonly citizens: Citizens;
  readonly cards: Cards;
  readonly shownPictures: ShownPictures;
  readonly accountMoves: AccountMoves;
  readonly staffGroups: StaffGroups;
  readonly movedChats: MovedChats;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly papers: Papers;
  readonly personalRecords: PersonalRecords;
  readonly quarantine: Quarantine;
  readonly printer: Printer;
  readonly textsFor: (language: string) => Texts;
  readonly messenger: Messenger;
  /** What a check code is put behind to be checked; nothing while the messenger does not say who we are. */
  readonly checkHome: () => Promise<string | undefined>;
  /** Told how a notice ended; for the figures. */
  readonly onSettled?: (how: 'sent' | 'skipped', notice: Pick<Notice, 'dueAt'>) => void;
  /** True of an error that says a store was out of reach, not that something is wrong. */
  readonly isStoreUnavailable: (error: unknown) => boolean;
  readonly staffChat?: ChatKey;
}
