import { trusted, type Connection } from 'mongoose';
import type { RawRecords } from '../../domain/personal-data';
import type { PersonalRecords } from '../../use-cases/keeping-ports';
import { chatOf } from '../../domain/person-id';
import { modelOf, type Collection } from './models';

type Raw = Readonly<Record<string, unknown>>;

/** A search notes whom it found as ids with spaces between. */
export const foundIn = (personId: string): RegExp =>
  new RegExp(`(^| )${personId.replace(/[^\w-]/g, '\\$&')}( |$)`);

/** The records of one person, wherever they lie. */
export class MongoPersonalRecords implements PersonalRecords {
  constructor(private readonly connection: Connection) {}

  async of(personId: string): Promise<RawRecords> {
    const appeals = await this.many('appeals', { citizenId: personId }, { registeredAt: 1 });
    const about = trusted({ $in: [personId, ...appeals.map(({ _id }) => String(_id))] });
    const given = [{ 'facts.to': personId }, { 'facts.found': foundIn(personId) }];
    const acts = [{ about }, { by: personId }, ...given];
    const [citizens, drafts, notices, audit, people, codes, apiTokens, accountMoves, quarantine] =
      await Promise.all([
        this.many('citizens', { _id: personId }),
        this.many('drafts', { ownerId: personId }, { createdAt: 1 }),
        this.many('notices', chatOf(personId), { createdAt: 1 }),
        this.many('audit', { $or: acts }, { at: 1 }),
        this.many('people', { _id: personId }),
        this.many('codes', { usedBy: personId }),
        this.many('apiTokens', { _id: personId }),
        this.many('accountMoves', { $or: [{ fromId: personId }, { toId: personId }] }, { askedAt: 1 }),
        this.many('quarantine', { ownerId: personId }, { at: 1 }),
      ]);
    return { citizens, drafts, appeals, notices, audit, people, codes, apiTokens, accountMoves, quarantine };
  }

  private async many(name: Collection, filter: object, sort: Record<string, 1 | -1> = { _id: 1 }) {
    const model = modelOf(this.connection, name);
    return (await model
      .find(filter as never)
      .sort(sort)
      .lean()) as unknown as Raw[];
  }
}
