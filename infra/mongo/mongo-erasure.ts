import { isDeepStrictEqual } from 'node:util';
import { trusted, type Connection } from 'mongoose';
import { isByAuthor } from '../../domain/account-move';
import type { Appeal } from '../../domain/appeal';
import { CARRIED_WORDS, withoutCarried } from '../../domain/carried-words';
import { STAFF_DRAFT_KINDS } from '../../domain/draft';
import { everJoined } from '../../domain/joining';
import { literal } from '../../domain/literal';
import type { Mask } from '../../domain/name-forms';
import { chatOf } from '../../domain/person-id';
import { pseudonymOf } from '../../domain/without-person';
import type { Erasure, Masks } from '../../use-cases/keeping-ports';
import { toAppeal } from './appeal-records';
import { foundIn } from './mongo-personal-records';
import { modelOf, type Collection } from './models';
import { compact, type AppealRecord } from './records';

const NOBODY = 'forgotten';

type Lead = Pick<AppealRecord, '_id' | 'joinerIds' | 'events'>;

/** Takes a person out of every collection but `appeals` and `citizens`, which the domain and the use case look after. */
export class MongoErasure implements Erasure {
  constructor(private readonly connection: Connection) {}

  async besideAppeal(appeal: Appeal, { own, others }: Masks): Promise<void> {
    await this.the('drafts').deleteMany({ subjectId: appeal.id });
    await this.fromNotices(appeal);
    const audit = this.the('audit');
    for (const { _id, facts } of await audit.find({ about: appeal.id }).lean()) {
      const reason = facts?.['reason'];
      if (reason) await audit.updateOne({ _id }, { $set: { 'facts.reason': own(reason) } });
    }
    await this.fromOthersAppeals(appeal, [appeal.citizenId, ...(appeal.formerCitizenIds ?? [])]);
    await this.fromCarriedWords(appeal, others);
  }

  async ofPerson(personId: string, isColleague: boolean): Promise<void> {
    const staffKinds = [...STAFF_DRAFT_KINDS];
    await this.the('drafts').deleteMany({
      ownerId: personId,
      ...(isColleague && { kind: trusted({ $nin: staffKinds }) }),
    });
    await this.the('notices').deleteMany(chatOf(personId));
    await this.the('quarantine').deleteMany({ ownerId: personId });
    await this.fromMoves(personId);
    await this.fromSearches(personId);
    if (isColleague) return;
    await this.the('codes').deleteMany({ usedBy: personId });
    await this.the('apiTokens').deleteOne({ _id: personId });
    // Without a record the settings or a staff chat would give whoever was let go their role again.
    await this.the('people').updateOne({ _id: personId }, { $unset: { name: 1 }, $inc: { rev: 1 } });
    await this.fromMovedAppeals(personId);
  }

  private the<Name extends Collection>(name: Name) {
    return modelOf(this.connection, name);
  }

  /** A screen that was never shown goes whole, as it would have nothing to say; so does what followed from a move of all its author's appeals. */
  private async fromNotices({ id: appealId, events }: Appeal): Promise<void> {
    const moves = events.filter(({ type }) => type === 'appeal.author_moved').map(({ id }) => id);
    const $or = [{ screen: trusted({ $exists: true }) }, { eventId: trusted({ $in: moves }) }];
    await this.the('notices').deleteMany({ appealId, $or });
  }

  /** An answer or a reason that others got from this appeal names nobody of it there either. */
  private async fromCarriedWords(appeal: Appeal, mask: Mask): Promise<void> {
    const origins = appeal.events.filter(({ type }) => CARRIED_WORDS.includes(type)).map(({ id }) => id);
    if (origins.length === 0) return;
    for (const { _id, rev, answers, events } of await this.everBehind(appeal)) {
      const $set = withoutCarried({ id: _id, answers, events }, origins, mask);
      if (isDeepStrictEqual($set, { answers, events })) continue;
      const { matchedCount } = await this.the('appeals').updateOne({ _id, rev }, { $set, $inc: { rev: 1 } });
      if (matchedCount === 0) throw new Error('an appeal was changed while words carried to it were masked');
    }
  }

  /** Those that ever stood behind it, and behind those in turn: words of it come to nobody else. */
  private async everBehind(appeal: Appeal): Promise<AppealRecord[]> {
    const appeals = this.the('appeals');
    const found = new Map<string, AppealRecord>();
    let leads: readonly Lead[] = [{ _id: appeal.id, ...appeal }];
    while (leads.length > 0) {
      const counted = appeals.find({ _id: trusted({ $in: leads.flatMap(everJoined) }) });
      const behind = appeals.find({ leadId: trusted({ $in: leads.map(({ _id }) => _id) }) });
      const records = [...(await counted.lean<AppealRecord[]>()), ...(await behind.lean<AppealRecord[]>())];
      const fresh = new Map(records.map((record) => [record._id, record]));
      for (const id of [appeal.id, ...found.keys()]) fresh.delete(id);
      for (const [id, record] of fresh) found.set(id, record);
      leads = [...fresh.values()];
    }
    return [...found.values()];
  }

  /** That an account was asked for, and how it was decided, stays; which one, and what was written of it, does not. */
  private async fromMoves(personId: string): Promise<void> {
    const moves = this.the('accountMoves');
    const asked = { $or: [{ fromId: personId }, { toId: personId }] };
    const ids = (await moves.find(asked, { _id: 1 }).lean()).map(({ _id }) => _id);
    const told = ids.map((id) => `${id}-denied`);
    await this.the('drafts').deleteMany({ kind: 'judgement', 'fields.moveId': trusted({ $in: ids }) });
    await this.the('notices').updateMany({ eventId: trusted({ $in: told }) }, { $unset: { screen: 1 } });
    await this.fromActsOnAccounts(personId);
    await moves.deleteMany(asked);
  }

  private async fromActsOnAccounts(personId: string): Promise<void> {
    const audit = this.the('audit');
    const nameless = (id?: string) => (id === personId ? NOBODY : id);
    const named = { what: /^account\./, $or: [{ 'facts.from': personId }, { 'facts.to': personId }] };
    for (const { _id, by, about, facts } of await audit.find(named).lean()) {
      const { from, to } = facts ?? {};
      const left = {
        by: nameless(by),
        about: nameless(about),
        facts: { from: nameless(from), to: nameless(to) },
      };
      await audit.updateOne({ _id }, { $set: compact(left) });
    }
  }

  /** Whom somebody found stays a number of people. */
  private async fromSearches(personId: string): Promise<void> {
    const audit = this.the('audit');
    for (const { _id, facts } of await audit.find({ 'facts.found': foundIn(personId) }).lean()) {
      const found = facts?.['found']?.replace(foundIn(personId), `$1${NOBODY}$2`);
      if (found) await audit.updateOne({ _id }, { $set: { 'facts.found': found } });
    }
  }

  /**
   * What followed for others' appeals when they joined, left or led them bears the id of what they did to their own.
   * All else they did to an appeal of others they did for the office.
   */
  private async fromOthersAppeals(appeal: Appeal, accounts: readonly string[]): Promise<void> {
    const own = appeal.events.filter(({ by }) => isByAuthor(appeal, by)).map(({ id }) => literal(id));
    if (own.length === 0) return;
    const by = { $in: [...accounts] };
    const id = { $regex: `^(${own.join('|')})-` };
    await this.the('appeals').updateMany(
      {
        citizenId: trusted({ $nin: [appeal.citizenId, ...accounts] }),
        events: trusted({ $elemMatch: { by, id } }),
      },
      { $set: { 'events.$[theirs].by': NOBODY }, $inc: { rev: 1 } },
      { arrayFilters: [{ 'theirs.by': by, 'theirs.id': id }] },
    );
  }

  /** Another account of the same person has them now: they stay by their author, whom this id names no more. */
  private async fromMovedAppeals(personId: string): Promise<void> {
    const appeals = this.the('appeals');
    const moved = { 'events.by': personId, formerCitizenIds: personId };
    for (const record of await appeals.find(moved).lean<AppealRecord[]>()) {
      await this.fromOthersAppeals(toAppeal(record), [personId]);
      const author = pseudonymOf(record._id);
      await appeals.updateOne(
        { _id: record._id },
        {
          $set: { 'formerCitizenIds.$[account]': author, 'events.$[theirs].by': author },
          $inc: { rev: 1 },
        },
        { arrayFilters: [{ account: personId }, { 'theirs.by': personId }] },
      );
    }
  }
}
