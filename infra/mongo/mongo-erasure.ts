import { trusted, type Connection } from 'mongoose';
import { STAFF_DRAFT_KINDS } from '../../domain/draft';
import { chatOf } from '../../domain/person-id';
import type { Erasure } from '../../use-cases/keeping-ports';
import { foundIn } from './mongo-personal-records';
import { modelOf } from './models';

const NOBODY = 'forgotten';

/** Takes a person out of every collection but `appeals` and `citizens`, which the domain and the use case look after. */
export class MongoErasure implements Erasure {
  constructor(private readonly connection: Connection) {}

  async besideAppeal(appealId: string, mask: (words: string) => string): Promise<void> {
    await modelOf(this.connection, 'drafts').deleteMany({ subjectId: appealId });
    await modelOf(this.connection, 'notices').updateMany({ appealId }, { $unset: { screen: 1 } });
    const audit = modelOf(this.connection, 'audit');
    for (const { _id, facts } of await audit.find({ about: appealId }).lean()) {
      const reason = facts?.['reason'];
      if (reason) await audit.updateOne({ _id }, { $set: { 'facts.reason': mask(reason) } });
    }
  }

  async ofPerson(personId: string, isColleague: boolean): Promise<void> {
    const staffKinds = [...STAFF_DRAFT_KINDS];
    await modelOf(this.connection, 'drafts').deleteMany({
      ownerId: personId,
      ...(isColleague && { kind: trusted({ $nin: staffKinds }) }),
    });
    await modelOf(this.connection, 'notices').deleteMany(chatOf(personId));
    await modelOf(this.connection, 'quarantine').deleteMany({ ownerId: personId });
    const asked = { $or: [{ fromId: personId }, { toId: personId }] };
    await modelOf(this.connection, 'accountMoves').deleteMany(asked);
    await this.fromSearches(personId);
    if (isColleague) return;
    await modelOf(this.connection, 'codes').deleteMany({ usedBy: personId });
    await modelOf(this.connection, 'apiTokens').deleteOne({ _id: personId });
    await modelOf(this.connection, 'people').deleteOne({ _id: personId });
    await this.fromOthersAppeals(personId);
  }

  /** Whom somebody found stays a number of people. */
  private async fromSearches(personId: string): Promise<void> {
    const audit = modelOf(this.connection, 'audit');
    for (const { _id, facts } of await audit.find({ 'facts.found': foundIn(personId) }).lean()) {
      const found = facts?.['found']?.replace(foundIn(personId), `$1${NOBODY}$2`);
      if (found) await audit.updateOne({ _id }, { $set: { 'facts.found': found } });
    }
  }

  /** They joined or led others: those histories name them as who did it. */
  private async fromOthersAppeals(personId: string): Promise<void> {
    await modelOf(this.connection, 'appeals').updateMany(
      { 'events.by': personId },
      { $set: { 'events.$[theirs].by': NOBODY }, $inc: { rev: 1 } },
      { arrayFilters: [{ 'theirs.by': personId }] },
    );
  }
}
