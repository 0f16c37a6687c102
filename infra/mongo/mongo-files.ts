import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, MongooseError, type Connection, type Model } from 'mongoose';
import type { Files } from '../../use-cases/ports';
import { modelOf } from './models';
import { isDuplicate, type CopyRecord } from './records';

/** Bytes in GridFS under ids of their own; which upload a key means is decided by the insert into `copies`. */
export class MongoFiles implements Files {
  private readonly copies: Model<CopyRecord>;

  constructor(private readonly connection: Connection) {
    this.copies = modelOf(connection, 'copies');
  }

  async put(key: string, bytes: Uint8Array, mediaType: string): Promise<string> {
    const existing = await this.copyOf(key);
    if (existing && (await this.isThere(existing))) return existing;
    const copyId = randomUUID();
    await this.upload(copyId, bytes);
    const copy = { copyId, mediaType, sizeBytes: bytes.byteLength };
    if (await this.record(key, copy, existing)) return copyId;
    await this.erase(copyId);
    return this.put(key, bytes, mediaType);
  }

  async get(id: string): Promise<Uint8Array | undefined> {
    const [file] = await this.bucket()
      .find({ _id: id as never })
      .limit(1)
      .toArray();
    if (!file) return undefined;
    const parts: Buffer[] = [];
    for await (const part of this.bucket().openDownloadStream(id as never)) parts.push(part as Buffer);
    return new Uint8Array(Buffer.concat(parts));
  }

  async remove(key: string): Promise<void> {
    const copyId = await this.copyOf(key);
    if (!copyId) return;
    await this.erase(copyId);
    await this.copies.deleteOne({ _id: key, copyId });
  }

  /** False when somebody was faster; `lost` is the copy whose bytes a removal that never ended has erased. */
  private async record(key: string, copy: Omit<CopyRecord, '_id'>, lost?: string): Promise<boolean> {
    if (lost)
      return (await this.copies.updateOne({ _id: key, copyId: lost }, { $set: copy })).matchedCount > 0;
    try {
      await this.copies.create([{ _id: key, ...copy }]);
      return true;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return false;
    }
  }

  /** All of its bytes, though an earlier try took away a part of them. */
  private async erase(copyId: string): Promise<void> {
    await this.connection.collection('files.files').deleteOne({ _id: copyId as never });
    await this.connection.collection('files.chunks').deleteMany({ files_id: copyId });
  }

  private async isThere(copyId: string): Promise<boolean> {
    const found = this.bucket().find({ _id: copyId as never });
    return (await found.limit(1).toArray()).length > 0;
  }

  private async copyOf(key: string): Promise<string | undefined> {
    const copy = await this.copies.findOne({ _id: key }).lean<CopyRecord>();
    return copy?.copyId;
  }

  private async upload(copyId: string, bytes: Uint8Array): Promise<void> {
    const to = this.bucket().openUploadStreamWithId(copyId as never, copyId);
    await pipeline(Readable.from([Buffer.from(bytes)]), to);
  }

  private bucket(): mongo.GridFSBucket {
    const { db } = this.connection;
    if (!db) throw new MongooseError('MongoDB is not connected yet');
    return new mongo.GridFSBucket(db, { bucketName: 'files' });
  }
}
