import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import type { Watches } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { isDuplicate, type WatchRecord } from './records';

export class MongoWatches implements Watches {
  private readonly watches: Model<WatchRecord>;

  constructor(connection: Connection) {
    this.watches = modelOf(connection, 'watches');
  }

  async since(name: string): Promise<Instant | undefined> {
    const watch = await this.watches.findOne({ _id: name }).lean<WatchRecord>();
    return watch?.isBeyond ? watch.since : undefined;
  }

  async turn(name: string, isBeyond: boolean, at: Instant): Promise<Instant | undefined> {
    const other = { _id: name, isBeyond: trusted({ $ne: isBeyond }) };
    const turned = await this.watches.updateOne(other, { $set: { isBeyond, since: at } });
    if (turned.matchedCount === 0) await this.begin(name, isBeyond, at);
    return this.since(name);
  }

  private async begin(name: string, isBeyond: boolean, at: Instant): Promise<void> {
    try {
      if (!(await this.watches.exists({ _id: name }))) await this.watches.create([{ _id: name, isBeyond, since: at }]); // prettier-ignore
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
