import { trusted, type Connection, type Model } from 'mongoose';
import type { Colleague, PostRole } from '../../domain/colleague';
import type { People } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, wholeUpdate, type ColleagueRecord } from './records';

const OPTIONAL = ['name'];

export class MongoPeople implements People {
  private readonly people: Model<ColleagueRecord>;

  constructor(connection: Connection) {
    this.people = modelOf(connection, 'people');
  }

  async find(id: string): Promise<Colleague | undefined> {
    const record = await this.people.findOne({ _id: id }).lean<ColleagueRecord>();
    return record ? toColleague(record) : undefined;
  }

  async insert({ id, ...fields }: Colleague): Promise<'inserted' | 'exists'> {
    try {
      await this.people.create([compact({ _id: id, ...fields })]);
      return 'inserted';
    } catch (error) {
      if (isDuplicate(error)) return 'exists';
      throw error;
    }
  }

  async save({ id, ...fields }: Colleague): Promise<boolean> {
    const written = await this.people.updateOne(
      { _id: id, rev: fields.rev - 1 },
      wholeUpdate(fields, OPTIONAL),
    );
    return written.matchedCount === 1;
  }

  async withRole(role: PostRole, department?: string): Promise<Colleague[]> {
    const post = { role, ...(department && { department }) };
    return this.many({ posts: trusted({ $elemMatch: post }) });
  }

  async list(): Promise<Colleague[]> {
    return this.many({ 'posts.role': trusted({ $gt: '' }) });
  }

  private async many(filter: object): Promise<Colleague[]> {
    const records = await this.people.find(filter).sort({ _id: 1 }).lean<ColleagueRecord[]>();
    return records.map(toColleague);
  }
}

const toColleague = ({ _id, ...fields }: ColleagueRecord): Colleague => ({ id: _id, ...fields });
