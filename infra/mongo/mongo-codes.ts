import { trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import type { Gift, OneTimeCode } from '../../domain/one-time-code';
import type { Codes } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, type CodeRecord } from './records';

export class MongoCodes implements Codes {
  private readonly codes: Model<CodeRecord>;

  constructor(connection: Connection) {
    this.codes = modelOf(connection, 'codes');
  }

  async insert({ id, ...fields }: OneTimeCode): Promise<void> {
    await this.codes.create([compact({ _id: id, ...fields })]);
  }

  async use(
    id: string,
    what: Gift['what'],
    { by: usedBy, with: usedWith, at }: { by: string; with: string; at: Instant },
  ): Promise<OneTimeCode | undefined> {
    const unused = [{ usedWith: null, expiresAt: trusted({ $gt: at }) }, { usedWith }];
    const record = await this.codes
      .findOneAndUpdate(
        { _id: id, 'gives.what': what, $or: unused },
        { $set: { usedBy, usedWith } },
        { returnDocument: 'after' },
      )
      .lean<CodeRecord>();
    if (!record) return undefined;
    const { _id, ...fields } = record;
    return { id: _id, ...fields };
  }
}
