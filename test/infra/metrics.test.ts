import { createMetrics } from '../../infra/metrics';
import { MongoAppeals } from '../../infra/mongo/mongo-appeals';
import { MongoFigures, type Figures } from '../../infra/mongo/mongo-figures';
import { MongoNotices } from '../../infra/mongo/mongo-notices';
import { MongoQuarantine } from '../../infra/mongo/mongo-quarantine';
import { CLASS_OF } from '../../messengers/telegram/classify';
import { anAppeal, aNotice, minutes, NOW } from '../support/builders';
import { readMetrics } from '../support/read-metrics';
import { openMongo } from './stores';

const NOTHING: Figures = {
  notices: { due: 0, put_off: 0, later: 0 },
  late: { target: 0, legal: 0 },
  ...{ oldestNoticeSeconds: 0, oldestEventSeconds: 0, untaken: 0, oldestUntakenSeconds: 0, quarantine: 0 },
};
const up = () => Promise.resolve({ mongodb: true, redis: true });

describe('the figures of the record', () => {
  let mongo: Awaited<ReturnType<typeof openMongo>>;
  beforeAll(async () => {
    mongo = await openMongo();
  });
  afterAll(() => mongo.close());

  it('are nothing in an empty city, then count what waits and say since when', async () => {
    const figures = new MongoFigures(mongo.connection);
    expect(await figures.read(NOW)).toEqual(NOTHING);

    const appeals = new MongoAppeals(mongo.connection);
    await appeals.insert(anAppeal({ id: 'new', number: '2026-000001' }));
    await appeals.insert(anAppeal({ id: 'joined', number: '2026-000002', leadId: 'new' }));
    await appeals.insert(anAppeal({ id: 'taken', number: '2026-000003', status: 'in_progress' }));
    await appeals.insert(anAppeal({ id: 'told', number: '2026-000004', status: 'answered', legalDueAt: minutes(10) })); // prettier-ignore
    await appeals.insert(anAppeal({ id: 'late', number: '2026-000005', status: 'rework', legalDueAt: minutes(10) })); // prettier-ignore
    const notices = new MongoNotices(mongo.connection);
    await notices.insert([
      aNotice('due', { dueAt: minutes(30) }),
      aNotice('tomorrow', { dueAt: minutes(900) }),
      aNotice('again'),
    ]);
    await notices.postpone(aNotice('again'), { dueAt: minutes(300), remark: 'later', isAttempt: true });
    await new MongoQuarantine(mongo.connection).put({ id: 'odd', at: NOW, what: {}, problem: 'odd' });

    expect(await figures.read(minutes(61))).toEqual({
      notices: { due: 1, put_off: 1, later: 1 },
      oldestNoticeSeconds: 61 * 60,
      oldestEventSeconds: 61 * 60,
      untaken: 1,
      oldestUntakenSeconds: 61 * 60,
      late: { target: 4, legal: 1 },
      quarantine: 1,
    });
  });
});

describe('the metrics', () => {
  it('count errors of the messenger by their class, and waits by lane', async () => {
    const metrics = createMetrics({ readFigures: () => Promise.resolve(NOTHING), storesUp: up });
    const refused = metrics.refusing(CLASS_OF);
    for (const [word, kind] of Object.entries(CLASS_OF)) refused(word, kind);
    const waits = [0, 1500, 40];
    const budget = metrics.counting({
      take: () => Promise.resolve(waits.shift() ?? 0),
      pause: () => Promise.resolve(),
    });
    for (const lane of ['reply', 'notice', 'telegram-4242'])
      await budget.take({ messenger: 'telegram', chatId: '4242', isGroup: false, lane });
    const samples = readMetrics(await metrics.text());
    const refusals = samples.filter(({ name }) => name === 'vidhuk_messenger_refusals_total');
    expect(refusals.map(({ labels }) => labels.word).sort()).toEqual(Object.keys(CLASS_OF).sort());
    expect(new Set(refusals.map(({ labels }) => labels.class)).size).toBe(8);
    expect(refusals.map(({ value }) => value)).toEqual(refusals.map(() => 1));
    const waited = samples.filter(({ name }) => name === 'vidhuk_limiter_wait_seconds_sum');
    expect(waited.map(({ labels, value }) => [labels.lane, value])).toEqual([['notice', 1.5], ['other', 0.04]]); // prettier-ignore
  });

  it('show every class of errors from 0 on, so that its first is an increase', async () => {
    const metrics = createMetrics({ readFigures: () => Promise.resolve(NOTHING), storesUp: up });
    const refused = metrics.refusing(CLASS_OF);
    const counts = async () => {
      const samples = readMetrics(await metrics.text());
      const refusals = samples.filter(({ name }) => name === 'vidhuk_messenger_refusals_total');
      return new Map(refusals.map(({ labels, value }) => [labels.word, value]));
    };
    const none = Object.keys(CLASS_OF).map((word) => [word, 0] as const);
    expect(await counts()).toEqual(new Map(none));
    refused('unreadable', 'our_bug');
    expect(await counts()).toEqual(new Map([...none, ['unreadable', 1]]));
  });

  it('leave out what cannot be read, and say which store is away', async () => {
    const answers = [
      () => Promise.resolve({ ...NOTHING, untaken: 3 }),
      () => Promise.reject(new Error('away')),
    ];
    const isUp = [true, false];
    const metrics = createMetrics(
      {
        readFigures: () => answers.shift()!(),
        storesUp: () => Promise.resolve({ mongodb: isUp.shift()!, redis: true }),
      },
      { rememberedMs: 0 },
    );
    expect(await metrics.text()).toContain('vidhuk_untaken_appeals 3');
    const away = readMetrics(await metrics.text());
    const upOf = (store: string) => away.find(({ labels }) => labels.store === store)?.value;
    expect([upOf('mongodb'), upOf('redis')]).toEqual([0, 1]);
    const figures = away.filter(({ name }) => /notice|appeals|untaken|event|quarantine/.test(name));
    expect(figures.filter(({ name }) => !name.includes('settled'))).toEqual([]);
  });

  it('ask the record once in a while only, however often they are scraped', async () => {
    let asked = 0;
    const readFigures = () => Promise.resolve({ ...NOTHING, untaken: (asked += 1) });
    const metrics = createMetrics({ readFigures, storesUp: up });
    await metrics.text();
    expect(await metrics.text()).toContain('vidhuk_untaken_appeals 1');
  });
});
