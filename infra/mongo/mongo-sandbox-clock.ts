import type { Connection, Model } from 'mongoose';
import { modelOf } from './models';
import type { ClockRecord } from './records';

/** How far the sandbox's people have moved the clock: `{_id: 'clock', offsetMs}` of the collection `sandbox`. */
export class MongoSandboxClock {
  private readonly clocks: Model<ClockRecord>;

  constructor(connection: Connection) {
    this.clocks = modelOf(connection, 'sandbox');
  }

  async readOffset(): Promise<number> {
    const clock = await this.clocks.findOne({ _id: 'clock' }).lean<ClockRecord>();
    return clock?.offsetMs ?? 0;
  }

  async moveTo(offsetMs: number): Promise<void> {
    await this.clocks.updateOne({ _id: 'clock' }, { $set: { offsetMs } }, { upsert: true });
  }
}
