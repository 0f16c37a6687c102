import type { Connection } from 'mongoose';
import { MongoNotices } from '../../../infra/mongo/mongo-notices';
import { aNotice, minutes, NOW } from '../../support/builders';
import { openMongo, pause } from '../stores';

const CHAT = { messenger: 'telegram', chatId: '1' };
const OTHER = { messenger: 'telegram', chatId: '2' };
/** A lease of a minute. */
const LEASE = minutes(1);
/** A lease that runs out at once. */
const SHORT = new Date(NOW.getTime() + 30);

let database: Awaited<ReturnType<typeof openMongo>>;
let notices: MongoNotices;
const raw = (connection: Connection) => connection.collection('notices');
const next = async (now = NOW, until = new Date(now.getTime() + 60_000)) =>
  (await notices.leaseNext(CHAT, now, until))?.id;

beforeAll(async () => {
  database = await openMongo();
  notices = new MongoNotices(database.connection);
});
beforeEach(async () => void (await raw(database.connection).deleteMany({})));
afterAll(() => database.close());

describe('a notice', () => {
  it('comes back as it was put in', async () => {
    const notice = aNotice('a', { kind: 'screen', screen: { text: '<b>$</b>', choices: [] }, threadId: '7' });
    await notices.insert([notice]);
    expect(await notices.find('a')).toStrictEqual(notice);
    expect(await notices.find('b')).toBeUndefined();
  });

  it('made twice is made once, and does not hold back the new ones beside it', async () => {
    await notices.insert([aNotice('a'), aNotice('b')]);
    await notices.markSent({ id: 'a' }, ['1']);
    await notices.insert([aNotice('a'), aNotice('c'), aNotice('b')]);
    await notices.insert([]);
    expect((await notices.find('a'))?.state).toBe('sent');
    expect(await notices.countByState()).toEqual({ sent: 1, waiting: 2 });
  });

  it('refuses a field nobody knows', async () => {
    await expect(notices.insert([{ ...aNotice('a'), isAdmin: true } as never])).rejects.toThrow(/isAdmin/);
  });
});

describe('the order in a chat', () => {
  it('is the order they were made in, one at a time', async () => {
    await notices.insert([
      aNotice('late', { createdAt: minutes(-1) }),
      aNotice('early', { createdAt: minutes(-2) }),
      aNotice('elsewhere', { ...OTHER, createdAt: minutes(-9) }),
    ]);
    expect(await next()).toBe('early');
    expect(await next()).toBeUndefined();
    await notices.markSent({ id: 'early' }, ['10']);
    expect(await next()).toBe('late');
    await notices.markSkipped({ id: 'late' }, 'not true any more');
    expect(await next()).toBeUndefined();
    expect(await notices.find('late')).toMatchObject({ state: 'skipped', remark: 'not true any more' });
  });

  it('gives one notice to one of ten workers in two processes', async () => {
    await notices.insert([aNotice('a'), aNotice('b', { createdAt: minutes(1) })]);
    const others = new MongoNotices(await database.again());
    const leased = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? notices : others).leaseNext(CHAT, NOW, LEASE)),
    );
    expect(leased.filter(Boolean).map((notice) => notice?.id)).toEqual(['a']);
  });

  it('never lets a correction overtake its answer that was put off', async () => {
    await notices.insert([aNotice('answer', { createdAt: minutes(-2) }), aNotice('correction')]);
    expect(await next()).toBe('answer');
    await notices.postpone(aNotice('answer'), { dueAt: minutes(5), remark: 'later', isAttempt: true });
    expect(await next()).toBeUndefined();
    expect(await next(minutes(5))).toBe('answer');
    await notices.markSent({ id: 'answer' }, ['1']);
    expect(await next(minutes(5))).toBe('correction');
  });

  it('lets another appeal go on while one is put off', async () => {
    await notices.insert([aNotice('a', { createdAt: minutes(-2) }), aNotice('b', { appealId: 'draft-2' })]);
    await next();
    await notices.postpone(aNotice('a'), { dueAt: minutes(5), remark: 'later', isAttempt: true });
    expect(await next()).toBe('b');
  });

  it('is not held up by what was planned for later', async () => {
    await notices.insert([
      aNotice('reminder', { dueAt: minutes(600), createdAt: minutes(-9) }),
      aNotice('taken'),
    ]);
    expect(await next()).toBe('taken');
  });
});

describe('a chat with more broken notices than one look takes in', () => {
  it('goes on with the rest', async () => {
    const broken = Array.from({ length: 120 }, (_, index) =>
      aNotice(`broken-${index}`, { appealId: `draft-${index}`, createdAt: minutes(-9) }),
    );
    await notices.insert([...broken, aNotice('fresh', { appealId: 'draft-fresh' })]);
    const putOff = { dueAt: minutes(5), remark: 'broken', isStarted: true };
    await raw(database.connection).updateMany({ createdAt: minutes(-9) }, { $set: putOff });
    expect(await next()).toBe('fresh');
  });
});

describe('a lease', () => {
  it('ends by itself, in real time, when its worker dies', async () => {
    await notices.insert([aNotice('a')]);
    expect((await notices.leaseNext(CHAT, NOW, SHORT))?.id).toBe('a');
    await pause(50);
    expect(await next()).toBe('a');
  });

  it('does not end because the business clock was moved', async () => {
    await notices.insert([aNotice('a')]);
    expect((await notices.leaseNext(CHAT, NOW, LEASE))?.id).toBe('a');
    expect(await next(minutes(60 * 24 * 7))).toBeUndefined();
  });

  it('is gone once the notice is put off, and the attempt is counted when it was one', async () => {
    await notices.insert([aNotice('a')]);
    await next();
    await notices.postpone(aNotice('a'), { dueAt: NOW, remark: 'busy', isAttempt: false });
    expect(await notices.find('a')).toStrictEqual({ ...aNotice('a'), remark: 'busy', firstDueAt: NOW });
    await next();
    await notices.postpone(aNotice('a'), { dueAt: NOW, remark: 'later', isAttempt: true });
    expect((await notices.find('a'))?.attempts).toBe(1);
  });

  it('goes on while it is renewed', async () => {
    await notices.insert([aNotice('a')]);
    const taken = await notices.leaseNext(CHAT, NOW, SHORT);
    await notices.renew(taken!, 60_000);
    await pause(50);
    expect(await next()).toBeUndefined();
  });

  it('that somebody else has taken since is neither renewed nor settled', async () => {
    await notices.insert([aNotice('a')]);
    const before = await notices.leaseNext(CHAT, NOW, SHORT);
    await pause(50);
    const after = await notices.leaseNext(CHAT, NOW, LEASE);
    await notices.renew(before!, 1);
    await notices.postpone(before!, { dueAt: minutes(5), remark: 'later', isAttempt: true });
    await notices.markSkipped(before!, 'gone');
    await notices.markSent(before!, ['1']);
    expect(await notices.find('a')).toStrictEqual(after);
    await notices.markSent(after!, ['2']);
    expect(await notices.find('a')).toMatchObject({
      state: 'sent',
      sentMessageIds: ['2'],
      mayBeDouble: true,
    });
    expect((await notices.find('a'))?.leasedBy).toBeUndefined();
  });

  it('changes nothing about one that was sent', async () => {
    await notices.insert([aNotice('a')]);
    await notices.markSent({ id: 'a' }, ['5', '6']);
    await notices.postpone(aNotice('a'), { dueAt: NOW, remark: 'later', isAttempt: true });
    await notices.markSkipped({ id: 'a' }, 'late');
    expect(await notices.find('a')).toStrictEqual(
      aNotice('a', { state: 'sent', sentMessageIds: ['5', '6'] }),
    );
    expect(await next()).toBeUndefined();
  });
});

describe('looking what is due', () => {
  it('names the chats, the longest waiting first, without those under way', async () => {
    const to = (chatId: string, due: number) =>
      aNotice(`to-${chatId}-${due}`, { chatId, dueAt: minutes(due) });
    await notices.insert([to('1', -1), to('2', -9), to('2', -3), to('3', 5), to('4', -20)]);
    await notices.leaseNext({ messenger: 'telegram', chatId: '4' }, NOW, LEASE);
    expect(await notices.chatsDue(NOW, 10)).toStrictEqual([OTHER, CHAT]);
    expect(await notices.chatsDue(NOW, 1)).toStrictEqual([OTHER]);
    expect((await notices.oldestWaiting(NOW))?.id).toBe('to-4--20');
    expect(await notices.oldestWaiting(minutes(-60))).toBeUndefined();
  });

  it('passes by a chat whose only due notice waits behind one that was put off', async () => {
    const [putOff, behind] = [aNotice('answer', { createdAt: minutes(-9) }), aNotice('correction')];
    await notices.insert([putOff, { ...behind, dueAt: minutes(-8) }, aNotice('free', OTHER)]);
    await notices.insert([aNotice('planned', { ...OTHER, chatId: '3', dueAt: minutes(5) })]);
    await next();
    await notices.postpone(putOff, { dueAt: minutes(5), remark: 'later', isAttempt: true });
    expect(await next()).toBeUndefined();
    expect(await notices.chatsDue(NOW, 1)).toStrictEqual([OTHER]);
    expect(await notices.chatsDue(NOW, 10)).toStrictEqual([OTHER]);

    await notices.insert([aNotice('other', { appealId: 'draft-2', dueAt: minutes(-3) })]);
    expect(await notices.chatsDue(NOW, 1)).toStrictEqual([CHAT]);
  });

  it('names a chat with something due before, or behind a broken one, about the same appeal', async () => {
    const putOff = aNotice('put-off');
    await notices.insert([putOff]);
    await next();
    await notices.postpone(putOff, { dueAt: minutes(5), remark: 'later', isAttempt: true });
    await notices.insert([aNotice('before', { createdAt: minutes(-5) })]);
    expect(await notices.chatsDue(NOW, 10)).toStrictEqual([CHAT]);
    expect(await next()).toBe('before');
    await notices.markSent({ id: 'before' }, ['1']);
    await notices.insert([aNotice('behind', { createdAt: minutes(1) })]);
    expect(await notices.chatsDue(NOW, 10)).toStrictEqual([]);
    await raw(database.connection).updateOne({ _id: 'put-off' as never }, { $set: { remark: 'broken' } });
    expect(await notices.chatsDue(NOW, 10)).toStrictEqual([CHAT]);
    expect(await next()).toBe('behind');
  });

  it('takes the oldest by when it was first due, however often it was put off since', async () => {
    await notices.insert([aNotice('a', { dueAt: minutes(-20) }), aNotice('b', { dueAt: minutes(-3) })]);
    for (const dueAt of [minutes(-5), minutes(5)]) {
      const taken = await notices.leaseNext(CHAT, NOW, LEASE);
      await notices.postpone(taken!, { dueAt, remark: 'busy', isAttempt: false });
    }
    const oldest = await notices.oldestWaiting(NOW);
    expect(oldest).toMatchObject({ id: 'a', firstDueAt: minutes(-20), dueAt: minutes(5) });
    await notices.markSkipped({ id: 'a' }, 'unreachable');
    expect((await notices.oldestWaiting(NOW))?.id).toBe('b');
    await notices.retryUnreachable(CHAT, NOW);
    expect((await notices.find('a'))?.firstDueAt).toBeUndefined();
  });

  it('finds a notice by any message it became, in its own chat only', async () => {
    await notices.insert([aNotice('a'), aNotice('b', OTHER)]);
    await notices.markSent({ id: 'a' }, ['5', '6']);
    await notices.markSent({ id: 'b' }, ['6']);
    expect((await notices.findByMessage(CHAT, '6'))?.id).toBe('a');
    expect((await notices.findByMessage(OTHER, '6'))?.id).toBe('b');
    expect(await notices.findByMessage(CHAT, '7')).toBeUndefined();
  });

  it('waits again with what could not reach a chat, and only with that', async () => {
    await notices.insert([aNotice('a'), aNotice('b'), aNotice('c')]);
    await notices.markSkipped({ id: 'a' }, 'unreachable');
    await notices.markSkipped({ id: 'b' }, 'not_needed');
    await notices.markSent({ id: 'c' }, ['5']);
    await notices.retryUnreachable(CHAT, NOW);
    expect((await notices.find('a'))?.state).toBe('waiting');
    expect((await notices.find('b'))?.state).toBe('skipped');
    expect((await notices.find('c'))?.state).toBe('sent');
  });

  it('follows a chat to its new id with what still waits', async () => {
    await notices.insert([aNotice('a'), aNotice('b')]);
    await notices.markSent({ id: 'a' }, ['5']);
    await notices.readdress(CHAT, '-100500');
    expect((await notices.find('a'))?.chatId).toBe('1');
    expect((await notices.find('b'))?.chatId).toBe('-100500');
  });
});
