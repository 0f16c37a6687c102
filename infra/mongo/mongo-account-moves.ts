import type { Connection, Model } from 'mongoose';
import type { AccountMove } from '../../domain/account-move';
import type { AccountMoves } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, type AccountMoveRecord } from './records';

export class MongoAccountMoves implements AccountMoves {
  private readonly moves: Model<AccountMoveRecord>;

  constructor(connection: Connection) {
    this.moves = modelOf(connection, 'accountMoves');
  }

  async find(id: string): Promise<AccountMove | undefined> {
    const record = await this.moves.findOne({ _id: id }).lean<AccountMoveRecord>();
    return record ? toMove(record) : undefined;
  }

  async insert({ id, ...fields }: AccountMove): Promise<void> {
    try {
      await this.moves.create([compact({ _id: id, ...fields })]);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
    }
  }

  async save({ id, ...fields }: AccountMove): Promise<boolean> {
    const written = await this.moves.updateOne({ _id: id, rev: fields.rev - 1 }, { $set: compact(fields) });
    return written.matchedCount === 1;
  }

  openOf = (fromId: string): Promise<AccountMove[]> => this.many({ fromId, state: 'open' });
  open = (): Promise<AccountMove[]> => this.many({ state: 'open' });
  uncarried = (): Promise<AccountMove[]> => this.many({ state: 'confirmed' });

  private async many(filter: object): Promise<AccountMove[]> {
    const found = this.moves.find(filter).sort({ askedAt: 1, _id: 1 }).limit(100);
    return (await found.lean<AccountMoveRecord[]>()).map(toMove);
  }
}

function toMove({ _id, ...fields }: AccountMoveRecord): AccountMove {
  return { id: _id, ...fields };
}
