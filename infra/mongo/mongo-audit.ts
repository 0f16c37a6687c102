import type { Connection, Model } from 'mongoose';
import type { Audit, AuditEntry } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, type AuditRecord } from './records';

export class MongoAudit implements Audit {
  private readonly entries: Model<AuditRecord>;

  constructor(connection: Connection) {
    this.entries = modelOf(connection, 'audit');
  }

  async add({ id, ...entry }: AuditEntry): Promise<void> {
    try {
      await this.entries.create([compact({ _id: id, ...entry })]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }
}
