import type { Connection, Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import type { Quarantine } from '../../use-cases/ports';
import { modelOf } from './models';
import { isDuplicate, type QuarantineRecord } from './records';

const LONGEST = 100_000;

export class MongoQuarantine implements Quarantine {
  private readonly entries: Model<QuarantineRecord>;

  constructor(connection: Connection) {
    this.entries = modelOf(connection, 'quarantine');
  }

  /** The first failure of an update is the one kept. */
  async put(entry: { id: string; at: Instant; what: unknown; problem: string }): Promise<void> {
    const { id, at, what, problem } = entry;
    try {
      await this.entries.create([{ _id: id, at, what: asJson(what), problem: problem.slice(0, LONGEST) }]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}

function asJson(what: unknown): string {
  try {
    return (JSON.stringify(what) ?? 'undefined').slice(0, LONGEST);
  } catch {
    return 'not JSON';
  }
}
