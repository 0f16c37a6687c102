import { MongoDrafts } from '../../../infra/mongo/mongo-drafts';
import { aDraft, minutes, NOW } from '../../support/builders';
import { openMongo } from '../stores';

let database: Awaited<ReturnType<typeof openMongo>>;
let drafts: MongoDrafts;

beforeAll(async () => {
  database = await openMongo();
  drafts = new MongoDrafts(database.connection);
});
beforeEach(async () => void (await database.connection.collection('drafts').deleteMany({})));
afterAll(() => database.close());

describe('a draft', () => {
  it('comes back as it was put in: skipped fields stay skipped, empty ones empty', async () => {
    const fields = { text: '$gt', place: null, photos: [], more: {}, at: NOW };
    const draft = aDraft({ fields, threadId: '7', subjectId: 'appeal-1', eventIds: ['e'], nudgedAt: NOW });
    expect(await drafts.insert(draft)).toBe('inserted');
    expect(await drafts.insert(draft)).toBe('exists');
    expect(await drafts.find('draft-1')).toStrictEqual(draft);
    expect(await drafts.find('draft-2')).toBeUndefined();
  });

  it('keeps the fields of ten concurrent writers in two processes', async () => {
    await drafts.insert(aDraft());
    const others = new MongoDrafts(await database.again());
    const write = async (store: MongoDrafts, name: string): Promise<void> => {
      for (;;) {
        const draft = (await store.find('draft-1'))!;
        const fields = { ...draft.fields, [name]: true };
        if (await store.save({ ...draft, fields, rev: draft.rev + 1 })) return;
      }
    };
    const names = Array.from({ length: 10 }, (_, index) => `field${index}`);
    await Promise.all(names.map((name, index) => write(index % 2 ? drafts : others, name)));
    const saved = await drafts.find('draft-1');
    expect(Object.keys(saved!.fields).sort()).toEqual(names);
    expect(saved?.rev).toBe(11);
  });

  it('drops a field taken out again', async () => {
    await drafts.insert(aDraft({ fields: { text: 'a', place: 'b' }, subjectId: 'appeal-1' }));
    const changed = aDraft({ fields: { text: 'a' }, rev: 2 });
    expect(await drafts.save(changed)).toBe(true);
    expect(await drafts.find('draft-1')).toStrictEqual(changed);
  });
});

describe('the draft a person is at', () => {
  it('is the open one touched last in this chat and topic', async () => {
    await drafts.insert(aDraft({ id: 'old' }));
    await drafts.insert(aDraft({ id: 'new', updatedAt: minutes(1) }));
    await drafts.insert(aDraft({ id: 'saved', state: 'saved', updatedAt: minutes(2) }));
    await drafts.insert(aDraft({ id: 'topic', threadId: '5', updatedAt: minutes(3) }));
    await drafts.insert(aDraft({ id: 'elsewhere', chatId: '-100', updatedAt: minutes(4) }));
    await drafts.insert(aDraft({ id: 'foreign', ownerId: 'telegram-2', updatedAt: minutes(5) }));
    const at = { messenger: 'telegram', chatId: '1' };
    expect((await drafts.openOf('telegram-1', at))?.id).toBe('new');
    expect((await drafts.openOf('telegram-1', { ...at, threadId: '5' }))?.id).toBe('topic');
    expect(await drafts.openOf('telegram-3', at)).toBeUndefined();
  });

  it('is among the unfinished ones, newest first', async () => {
    const states = ['open', 'saved', 'finished', 'cancelled'] as const;
    for (const [index, state] of states.entries())
      await drafts.insert(aDraft({ id: state, state, updatedAt: minutes(index) }));
    expect((await drafts.unfinishedOf('telegram-1')).map(({ id }) => id)).toEqual(['saved', 'open']);
  });
});

describe('an event', () => {
  it('is taken once a draft of the person has it, however that ended', async () => {
    await drafts.insert(aDraft({ id: 'sent', state: 'finished', eventIds: ['tg-1-1'] }));
    expect(await drafts.hasTaken('telegram-1', 'tg-1-1')).toBe(true);
    expect(await drafts.hasTaken('telegram-1', 'tg-1-1', 'sent')).toBe(false);
    expect(await drafts.hasTaken('telegram-1', 'tg-1-2')).toBe(false);
    expect(await drafts.hasTaken('telegram-2', 'tg-1-1')).toBe(false);
  });
});

describe('what a person writes in a chat', () => {
  it('has changed since a moment when any draft of theirs there has, however it ended', async () => {
    await drafts.insert(aDraft({ id: 'sent', state: 'finished', updatedAt: minutes(2) }));
    await drafts.insert(aDraft({ id: 'foreign', ownerId: 'telegram-2', updatedAt: minutes(5) }));
    await drafts.insert(aDraft({ id: 'elsewhere', chatId: '-100', updatedAt: minutes(5) }));
    const chat = { messenger: 'telegram', chatId: '1' };
    expect(await drafts.hasWrittenSince('telegram-1', chat, minutes(1))).toBe(true);
    expect(await drafts.hasWrittenSince('telegram-1', chat, minutes(2))).toBe(false);
  });
});

describe('a forgotten draft', () => {
  it('is an open one of a private chat, untouched and never nudged', async () => {
    await drafts.insert(aDraft({ id: 'forgotten' }));
    await drafts.insert(aDraft({ id: 'fresh', updatedAt: minutes(9) }));
    await drafts.insert(aDraft({ id: 'group', chatId: '-100' }));
    await drafts.insert(aDraft({ id: 'saved', state: 'saved' }));
    expect((await drafts.forgotten(minutes(5), 10)).map(({ id }) => id)).toEqual(['forgotten']);
    await drafts.markNudged('forgotten', minutes(5));
    expect(await drafts.forgotten(minutes(6), 10)).toEqual([]);
  });

  it('stays nudged when a save begun before comes after', async () => {
    await drafts.insert(aDraft());
    const stale = (await drafts.find('draft-1'))!;
    await drafts.markNudged('draft-1', minutes(5));
    expect(await drafts.save({ ...stale, rev: 2 })).toBe(true);
    expect((await drafts.find('draft-1'))?.nudgedAt).toEqual(minutes(5));
  });
});
