import type { Connection, Model } from 'mongoose';
import type { Quarantine, Quarantined, Settled } from '../../use-cases/quarantine-ports';
import { modelOf } from './models';
import { compact, isDuplicate, type QuarantineRecord } from './records';

const LONGEST = 100_000;

export class MongoQuarantine implements Quarantine {
  private readonly entries: Model<QuarantineRecord>;

  constructor(connection: Connection) {
    this.entries = modelOf(connection, 'quarantine');
  }

  /** The first failure of an update is the one kept. */
  async put({ id, at, what, problem, ownerId }: Quarantined): Promise<void> {
    const said = { what: asJson(what), problem: problem.slice(0, LONGEST) };
    const entry = { _id: id, at, ...said, ...(ownerId && { ownerId }) };
    try {
      await this.entries.create([entry]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async waiting(limit: number) {
    const open = { settled: null };
    const [records, total] = await Promise.all([
      this.entries.find(open).sort({ at: 1, _id: 1 }).limit(limit).lean<QuarantineRecord[]>(),
      this.entries.countDocuments(open),
    ]);
    return { entries: records.map(toEntry), total };
  }

  async find(id: string): Promise<Quarantined | undefined> {
    const record = await this.entries.findOne({ _id: id, settled: null }).lean<QuarantineRecord>();
    return record ? toEntry(record) : undefined;
  }

  async settle(id: string, how: Settled): Promise<boolean> {
    const written = await this.entries.updateOne(
      { _id: id, settled: null },
      { $set: { settled: compact({ ...how }) } },
    );
    return written.matchedCount === 1;
  }
}

const toEntry = ({ _id, at, what, problem }: QuarantineRecord): Quarantined => ({
  ...{ id: _id, at, problem },
  what: fromJson(what),
});

function asJson(what: unknown): string {
  try {
    return (JSON.stringify(what) ?? 'undefined').slice(0, LONGEST);
  } catch {
    return 'not JSON';
  }
}

function fromJson(what: string): unknown {
  try {
    return JSON.parse(what) as unknown;
  } catch {
    return undefined;
  }
}
