import { trusted, type Connection, type Model } from 'mongoose';
import type { Citizen } from '../../domain/citizen';
import type { Instant } from '../../domain/instant';
import { literal } from '../../domain/literal';
import type { Citizens } from '../../use-cases/ports';
import { modelOf } from './models';
import { compact, isDuplicate, wholeUpdate, type CitizenRecord } from './records';

const OPTIONAL = [
  'consent',
  'phone',
  'name',
  'residence',
  'email',
  'hidesName',
  'strikes',
  'slow',
  'movedTo',
  'authorCategory',
  'socialStatus',
  'forgetting',
];

/** Nobody is called longer; an index cannot look for what is. */
const LONGEST_NAME = 300;

export class MongoCitizens implements Citizens {
  private readonly citizens: Model<CitizenRecord>;

  constructor(connection: Connection) {
    this.citizens = modelOf(connection, 'citizens');
  }

  async find(id: string): Promise<Citizen | undefined> {
    const record = await this.citizens.findOne({ _id: id }).lean<CitizenRecord>();
    return record ? toCitizen(record) : undefined;
  }

  async withPhone(phone: string, limit: number): Promise<Citizen[]> {
    return this.many({ phone }, limit);
  }

  async named(beginning: string, limit: number): Promise<Citizen[]> {
    if (beginning.length > LONGEST_NAME) return [];
    return this.many({ name: new RegExp(`^${literal(beginning)}`) }, limit);
  }

  async formerOf(id: string): Promise<Citizen[]> {
    return this.many({ movedTo: id }, 0);
  }

  async insert(citizen: Citizen): Promise<'inserted' | 'exists'> {
    const { id, ...fields } = citizen;
    try {
      await this.citizens.create([compact({ _id: id, ...fields })]);
      return 'inserted';
    } catch (error) {
      if (isDuplicate(error)) return 'exists';
      throw error;
    }
  }

  async save(citizen: Citizen): Promise<boolean> {
    const { id, ...fields } = citizen;
    const written = await this.citizens.updateOne(
      { _id: id, rev: citizen.rev - 1 },
      wholeUpdate(fields, OPTIONAL),
    );
    return written.matchedCount === 1;
  }

  async toForget(now: Instant, limit: number): Promise<Citizen[]> {
    const due = { 'forgetting.lookAt': trusted({ $lte: now }) };
    return this.many(due, limit, { 'forgetting.lookAt': 1 });
  }

  async lookAgain({ id, rev }: Pick<Citizen, 'id' | 'rev'>, lookAt: Instant): Promise<void> {
    await this.citizens.updateOne({ _id: id, rev }, { $set: { 'forgetting.lookAt': lookAt } });
  }

  async remove(id: string): Promise<void> {
    await this.citizens.deleteOne({ _id: id });
  }

  private async many(
    filter: object,
    limit: number,
    sort: Record<string, 1> = { _id: 1 },
  ): Promise<Citizen[]> {
    const records = await this.citizens.find(filter).sort(sort).limit(limit).lean<CitizenRecord[]>();
    return records.map(toCitizen);
  }
}

function toCitizen({ _id, noConsentSince: _counted, ...fields }: CitizenRecord): Citizen {
  return { id: _id, ...fields };
}
