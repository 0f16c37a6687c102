import type { Connection } from 'mongoose';
import { MongoAccountMoves } from './mongo-account-moves';
import { MongoApiTokens } from './mongo-api-tokens';
import { MongoAppeals } from './mongo-appeals';
import { MongoAudit } from './mongo-audit';
import { MongoBreaches } from './mongo-breaches';
import { MongoCards } from './mongo-cards';
import { MongoCitizens } from './mongo-citizens';
import { MongoCodes } from './mongo-codes';
import { MongoDrafts } from './mongo-drafts';
import { MongoErasure } from './mongo-erasure';
import { MongoMovedChats } from './mongo-moved-chats';
import { MongoNotices } from './mongo-notices';
import { MongoNumbers } from './mongo-numbers';
import { MongoOldRecords } from './mongo-retention';
import { MongoOversight } from './mongo-oversight';
import { MongoPapers } from './mongo-papers';
import { MongoPeople } from './mongo-people';
import { MongoPersonalRecords } from './mongo-personal-records';
import { MongoQuarantine } from './mongo-quarantine';
import { MongoShownPictures } from './mongo-shown-pictures';
import { MongoStaffGroups } from './mongo-staff-groups';
import { MongoWatches } from './mongo-watches';

/** Everything the record holds, in one database. */
export const recordsOf = (connection: Connection) => ({
  apiTokens: new MongoApiTokens(connection),
  accountMoves: new MongoAccountMoves(connection),
  appeals: new MongoAppeals(connection),
  audit: new MongoAudit(connection),
  breaches: new MongoBreaches(connection),
  cards: new MongoCards(connection),
  citizens: new MongoCitizens(connection),
  codes: new MongoCodes(connection),
  drafts: new MongoDrafts(connection),
  erasure: new MongoErasure(connection),
  movedChats: new MongoMovedChats(connection),
  notices: new MongoNotices(connection),
  numbers: new MongoNumbers(connection),
  oversight: new MongoOversight(connection),
  oldRecords: new MongoOldRecords(connection),
  watches: new MongoWatches(connection),
  people: new MongoPeople(connection),
  papers: new MongoPapers(connection),
  personalRecords: new MongoPersonalRecords(connection),
  quarantine: new MongoQuarantine(connection),
  shownPictures: new MongoShownPictures(connection),
  staffGroups: new MongoStaffGroups(connection),
});
