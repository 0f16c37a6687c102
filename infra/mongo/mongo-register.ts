import { trusted, type Connection, type Model } from 'mongoose';
import type { Appeal } from '../../domain/appeal';
import type { Instant } from '../../domain/instant';
import { toAppeal } from './appeal-records';
import { modelOf } from './models';
import type { AppealRecord } from './records';

const AT_ONCE = 200;

/** The appeals in the order they were registered, read along an index and never all at once. */
export class MongoRegister {
  private readonly appeals: Model<AppealRecord>;

  constructor(connection: Connection) {
    this.appeals = modelOf(connection, 'appeals');
  }

  /** `before` itself is left out. */
  async *between(from: Instant, before: Instant): AsyncGenerator<Appeal> {
    const registeredAt = trusted({ $gte: from, $lt: before });
    const records = this.appeals
      .find({ registeredAt })
      .sort({ registeredAt: 1 })
      .lean<AppealRecord>()
      .cursor({ batchSize: AT_ONCE });
    for await (const record of records) yield toAppeal(record);
  }
}
