import type { Connection } from 'mongoose';
import { connectMongo } from '../../../infra/mongo/connect-mongo';
import { modelOf } from '../../../infra/mongo/models';
import { MongoAppeals } from '../../../infra/mongo/mongo-appeals';
import { MongoFiles } from '../../../infra/mongo/mongo-files';
import { isStoreUnavailable } from '../../../infra/store-unavailable';
import { anAppeal } from '../../support/builders';
import { aWireTo } from '../../../sandbox/wire';
import { DEAD_PORT, openMongo, ownMongoUri, silent, until } from '../stores';

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

const DURABLE = { w: 'majority', journal: true };

const concernOf = (connection: Connection) => connection.getClient().options.writeConcern;

describe('the connection', () => {
  let database: Awaited<ReturnType<typeof openMongo>>;
  beforeAll(async () => void (database = await openMongo()));
  afterAll(() => database.close());

  it('writes with the majority and takes no operator object for a value', async () => {
    const appeals = modelOf(database.connection, 'appeals');
    await new MongoAppeals(database.connection).insert(anAppeal());
    expect(concernOf(database.connection)).toMatchObject(DURABLE);
    expect(await appeals.findOne({ _id: { $ne: 'x' } } as never).catch(() => null)).toBeNull();
    expect(
      await new MongoAppeals(database.connection).find({ $ne: 'x' } as never).catch(() => undefined),
    ).toBe(undefined);
  });

  it.each(['w=1', 'journal=false', 'w=0&journal=false'])(
    'writes so also when its address says %s',
    async (weaker) => {
      const store = connectMongo({ uri: `${database.uri}?${weaker}`, log: silent });
      await store.whenReady(10_000);
      expect(concernOf(store.connection)).toMatchObject(DURABLE);
      await store.close();
    },
  );

  it('refuses a question about a field nobody knows', async () => {
    await expect(modelOf(database.connection, 'appeals').findOne({ isAdmin: true })).rejects.toThrow(
      /isAdmin/,
    );
  });

  it('is opened anew when the driver looks at its server and that look never ends', async () => {
    const told: unknown[] = [];
    const log = { ...silent, error: (facts: unknown) => void told.push(facts) };
    const store = connectMongo({ uri: database.uri, log, longestLookMs: 1000 });
    await store.whenReady(10_000);
    const before = store.connection.getClient();
    const files = new MongoFiles(store.connection);
    before.emit('serverHeartbeatStarted', {} as never);
    await until(async () => store.connection.getClient() !== before && (await store.isReady()));
    expect(told).toHaveLength(1);
    expect(await new MongoAppeals(store.connection).find('nobody')).toBeUndefined();
    expect(await files.get('0123456789abcdef01234567')).toBeUndefined();
    await store.close();
  });

  it('makes the indexes twice without complaint', async () => {
    const store = connectMongo({ uri: database.uri, log: silent });
    await store.whenReady(10_000);
    await store.prepareIndexes();
    expect(await store.isReady()).toBe(true);
    const indexes = await store.connection.collection('appeals').indexes();
    expect(indexes.find(({ key }) => 'number' in key)?.unique).toBe(true);
    await store.close();
  });
});

describe('a database that is away', () => {
  it('in the middle of the day is used again when it is back', async () => {
    const wire = await aWireTo(ownMongoUri());
    const store = connectMongo({
      uri: `${wire.url}?directConnection=true`,
      log: silent,
      serverSelectionTimeoutMS: 500,
    });
    await store.whenReady(10_000);
    const appeals = new MongoAppeals(store.connection);
    expect(await appeals.find('x')).toBeUndefined();
    const under = Array.from({ length: 5 }, () => failureOf(appeals.find('x')));
    wire.cut();
    for (const failure of await Promise.all(under))
      expect(failure === undefined || isStoreUnavailable(failure)).toBe(true);
    for (const ask of [() => appeals.find('x'), () => appeals.insert(anAppeal())])
      expect(isStoreUnavailable(await failureOf(ask()))).toBe(true);
    expect(await store.isReady()).toBe(false);
    wire.mend();
    await until(() => store.isReady());
    expect(await appeals.find('x')).toBeUndefined();
    await store.close();
    await wire.close();
  });

  it('is said to be away, quickly, in words the front door understands', async () => {
    const uri = `mongodb://127.0.0.1:${DEAD_PORT}/x`;
    const store = connectMongo({ uri, log: silent, serverSelectionTimeoutMS: 200 });
    const begunAt = Date.now();
    expect(isStoreUnavailable(await failureOf(new MongoAppeals(store.connection).find('x')))).toBe(true);
    expect(isStoreUnavailable(await failureOf(new MongoFiles(store.connection).get('x')))).toBe(true);
    expect(await store.isReady()).toBe(false);
    await expect(store.whenReady(300)).rejects.toThrow(/did not answer/);
    expect(Date.now() - begunAt).toBeLessThan(9000);
    await store.close();
  });

  it('is not what a mistake of ours is called', () => {
    expect(isStoreUnavailable(new TypeError('x is undefined'))).toBe(false);
    expect(isStoreUnavailable('Connection is closed')).toBe(false);
    expect(
      isStoreUnavailable(new Error('saving', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })),
    ).toBe(true);
  });
});
