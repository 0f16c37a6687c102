import type { Connection, Model } from 'mongoose';
import type { Numbers } from '../../use-cases/ports';
import { modelOf } from './models';
import { isDuplicate, type CounterRecord } from './records';

export class MongoNumbers implements Numbers {
  private readonly counters: Model<CounterRecord>;

  constructor(connection: Connection) {
    this.counters = modelOf(connection, 'counters');
  }

  async next(year: number): Promise<number> {
    const _id = `appeals-${year}`;
    return (await this.increment(_id)) ?? (await this.begin(_id)) ?? (await this.next(year));
  }

  private async increment(_id: string): Promise<number | undefined> {
    const counter = await this.counters
      .findOneAndUpdate({ _id }, { $inc: { last: 1 } }, { returnDocument: 'after' })
      .lean();
    return counter?.last;
  }

  private async begin(_id: string): Promise<number | undefined> {
    try {
      await this.counters.collection.insertOne({ _id, last: 1 } as never);
      return 1;
    } catch (error) {
      if (isDuplicate(error)) return undefined;
      throw error;
    }
  }
}
