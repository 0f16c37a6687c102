import type { Connection, Model } from 'mongoose';
import type { BreachEntry } from '../../domain/breach';
import type { Breaches } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, type BreachRecord } from './records';

export class MongoBreaches implements Breaches {
  private readonly entries: Model<BreachRecord>;

  constructor(connection: Connection) {
    this.entries = modelOf(connection, 'breaches');
  }

  async add({ id, ...entry }: BreachEntry): Promise<void> {
    try {
      await this.entries.create([compact({ _id: id, ...entry })]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async all(): Promise<BreachEntry[]> {
    const records = await this.entries.find().sort({ at: 1, _id: 1 }).lean<BreachRecord[]>();
    return records.map(({ _id: id, ...entry }) => ({ id, ...entry }));
  }
}
