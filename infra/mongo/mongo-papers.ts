import { createHash, randomBytes } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { CHECK_ALPHABET, CHECK_LENGTH, readCheckCode } from '../../domain/check-code';
import type { IssuedPaper } from '../../domain/paper';
import type { Papers } from '../../use-cases/ports';
import { modelOf } from './models';
import { compact, type PaperRecord } from './records';

const newCode = (): string =>
  [...randomBytes(CHECK_LENGTH)].map((byte) => CHECK_ALPHABET[byte % CHECK_ALPHABET.length]).join('');

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

/** Papers under the hashes of their codes: the codes themselves are on paper only. */
export class MongoPapers implements Papers {
  private readonly papers: Model<PaperRecord>;

  constructor(connection: Connection) {
    this.papers = modelOf(connection, 'papers');
  }

  async issue(paper: IssuedPaper): Promise<string> {
    const code = newCode();
    await this.papers.create([compact({ _id: hashOf(code), ...paper })]);
    return code;
  }

  async find(typed: string): Promise<IssuedPaper | undefined> {
    const _id = hashOf(readCheckCode(typed) ?? typed);
    const record = await this.papers.findOne({ _id }).lean<PaperRecord>();
    if (!record) return undefined;
    const { _id: _hash, ...paper } = record;
    return paper;
  }
}
