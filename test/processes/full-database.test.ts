import { toldTwice, untold } from '../../prove/checks/told';
import { openCrowd } from '../../prove/loads/crowd';
import { startServers, type Servers } from '../../prove/servers';
import { comesTrue } from '../../prove/town-of';
import { startTown, type Town } from '../../sandbox/town';
import { fileAppeal } from './play-appeal';

const NIGHT = new Date('2026-11-23T03:00:00+02:00');
/** What the office did at night is told to citizens from now on. */
const MORNING = new Date('2026-11-23T09:00:00+02:00');
/** By then the disk is full, however busy the machine. */
const BEFORE_MORNING_MS = 15_000;
/** A look of the workers at what is due and more. */
const ONE_LOOK_MS = 3_000;
const SOON_MS = 30_000;
/** Somebody answers all questions, as slowly as the messenger allows. */
const ANSWERED_MS = 60_000;

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('a database whose files may not grow', () => {
  let servers: Servers;
  let town: Town;
  const logged: string[] = [];
  beforeEach(async () => {
    logged.length = 0;
    servers = await startServers();
    town = await startTown({
      stores: servers.stores(1),
      startsAt: NIGHT,
      mode: 'webhook',
      hasNoStaff: true,
      onLog: (line) => void logged.push(line),
    });
  }, 120_000);
  afterEach(async () => {
    try {
      await town?.stop();
    } finally {
      await servers.stop();
    }
  }, 90_000);

  const isSaidBy = (program: string, words: string) =>
    logged.some((line) =>
      ['"level":50', `"process":"${program}"`, words].every((part) => line.includes(part)),
    );
  const waiting = () => town.mongo.collection('notices').countDocuments({ kind: 'taken', state: 'waiting' });

  onLinux(
    'ends by itself; nothing is acknowledged, both programs say it loudly; with room and started again it gets each appeal and each notice once',
    async () => {
      const { telegram, mongo } = town;
      const { ledger } = telegram;
      const crowd = await openCrowd(town).taken(3);
      expect(await comesTrue(async () => (await waiting()) === crowd.length, SOON_MS)).toBe(true);

      const olena = telegram.person({ firstName: 'Олена', languageCode: 'uk', phone: '+380671112233' });
      const sees = (words: string) => olena.messages().filter(({ text }) => text.includes(words));
      let deliveredBefore = Infinity;
      const beforeSending = async () => {
        expect(await comesTrue(() => telegram.pendingUpdates() === 0, SOON_MS)).toBe(true);
        await town.moveClock(MORNING.getTime() - BEFORE_MORNING_MS - town.now().getTime());
        await servers.fillDisk('database', true);
        deliveredBefore = ledger.deliveries.length;
      };
      const filed = fileAppeal(olena, 'Не горить ліхтар біля школи', [], { beforeSending });
      filed.catch(() => undefined);
      expect(await comesTrue(() => deliveredBefore < Infinity, ANSWERED_MS)).toBe(true);
      expect(await comesTrue(() => sees('негаразди').length > 0, SOON_MS)).toBe(true);
      await servers.ends('database');
      await comesTrue(() => town.now().getTime() > MORNING.getTime() + ONE_LOOK_MS, SOON_MS);

      const answers = () => ledger.deliveries.slice(deliveredBefore).map(({ status }) => status);
      expect(await comesTrue(() => answers().includes(503), SOON_MS)).toBe(true);
      expect(answers()).not.toContain(200);
      expect(telegram.pendingUpdates()).toBe(1);
      expect(untold(ledger, crowd)).toHaveLength(crowd.length);
      expect(await comesTrue(() => isSaidBy('bot', 'out of reach'), SOON_MS)).toBe(true);
      expect(await comesTrue(() => isSaidBy('workers', 'a job failed'), SOON_MS)).toBe(true);

      await servers.kill('database');
      await servers.start('database');
      const number = await filed;
      expect(await comesTrue(async () => (await waiting()) === 0, SOON_MS)).toBe(true);
      expect(await comesTrue(() => telegram.pendingUpdates() === 0, SOON_MS)).toBe(true);
      expect(untold(ledger, crowd)).toHaveLength(0);
      expect(toldTwice(ledger, crowd)).toHaveLength(0);
      const appeals = await mongo
        .collection('appeals')
        .find({ citizenId: `telegram-${olena.id}` })
        .toArray();
      expect(appeals.map((appeal) => appeal['number'] as string)).toEqual([number]);
      expect(sees('негаразди')).toHaveLength(1);
      expect(sees(`${number} прийнято`)).toHaveLength(1);
      expect(await mongo.collection('quarantine').countDocuments()).toBe(0);
    },
    240_000,
  );
});
