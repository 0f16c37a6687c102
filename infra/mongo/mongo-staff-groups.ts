import type { Connection, Model } from 'mongoose';
import type { StaffGroup } from '../../domain/staff-group';
import type { ChatKey } from '../../use-cases/ports';
import type { StaffGroups } from '../../use-cases/staff-ports';
import { modelOf } from './models';
import { compact, isDuplicate, wholeUpdate, type StaffGroupRecord } from './records';

const OPTIONAL = ['trouble', 'formerDepartments'];

export class MongoStaffGroups implements StaffGroups {
  private readonly groups: Model<StaffGroupRecord>;

  constructor(connection: Connection) {
    this.groups = modelOf(connection, 'staffGroups');
  }

  async find(chat: ChatKey): Promise<StaffGroup | undefined> {
    const record = await this.groups.findOne({ _id: idOf(chat) }).lean<StaffGroupRecord>();
    return record ? toGroup(record) : undefined;
  }

  async insert(group: StaffGroup): Promise<'inserted' | 'exists'> {
    try {
      await this.groups.create([compact({ _id: idOf(group), ...group })]);
      return 'inserted';
    } catch (error) {
      if (isDuplicate(error)) return 'exists';
      throw error;
    }
  }

  async save(group: StaffGroup): Promise<boolean> {
    const before = { _id: idOf(group), rev: group.rev - 1 };
    const written = await this.groups.updateOne(before, wholeUpdate(group, OPTIONAL));
    return written.matchedCount === 1;
  }

  async bound(department?: string): Promise<StaffGroup[]> {
    return this.many({ isBound: true, ...(department && { department }) });
  }

  async unsettled(limit: number): Promise<StaffGroup[]> {
    return (await this.many({ isSettled: false })).slice(0, limit);
  }

  async markSettled(group: StaffGroup): Promise<void> {
    const settled = { $set: { isSettled: true }, $unset: { formerDepartments: 1 as const } };
    await this.groups.updateOne({ _id: idOf(group), rev: group.rev }, settled);
  }

  private async many(filter: object): Promise<StaffGroup[]> {
    const records = await this.groups.find(filter).sort({ _id: 1 }).lean<StaffGroupRecord[]>();
    return records.map(toGroup);
  }
}

const idOf = ({ messenger, chatId }: ChatKey): string => `${messenger}.${chatId}`;
const toGroup = ({ _id, ...group }: StaffGroupRecord): StaffGroup => group;
