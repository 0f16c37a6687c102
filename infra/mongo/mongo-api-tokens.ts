import type { Connection, Model } from 'mongoose';
import type { ApiToken } from '../../domain/api-token';
import type { ApiTokens } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import type { ApiTokenRecord } from './records';

const toToken = ({ _id: ownerId, ...fields }: ApiTokenRecord): ApiToken => ({ ownerId, ...fields });

/** One record a colleague: a token cannot be given beside another. */
export class MongoApiTokens implements ApiTokens {
  private readonly tokens: Model<ApiTokenRecord>;

  constructor(connection: Connection) {
    this.tokens = modelOf(connection, 'apiTokens');
  }

  async put({ ownerId: _id, ...fields }: ApiToken): Promise<void> {
    await this.tokens.replaceOne({ _id }, { _id, ...fields }, { upsert: true });
  }

  async find(hash: string): Promise<ApiToken | undefined> {
    return this.one({ hash });
  }

  async of(ownerId: string): Promise<ApiToken | undefined> {
    return this.one({ _id: ownerId });
  }

  async revoke(ownerId: string): Promise<boolean> {
    return (await this.tokens.deleteOne({ _id: ownerId })).deletedCount === 1;
  }

  private async one(filter: Partial<ApiTokenRecord>): Promise<ApiToken | undefined> {
    const record = await this.tokens.findOne(filter).lean<ApiTokenRecord>();
    return record ? toToken(record) : undefined;
  }
}
