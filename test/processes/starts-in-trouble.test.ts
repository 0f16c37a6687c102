import { setTimeout as pause } from 'node:timers/promises';
import { untold } from '../../prove/checks/told';
import { openCrowd } from '../../prove/loads/crowd';
import { comesTrue } from '../../prove/town-of';
import { startTown, type Town } from '../../sandbox/town';

const AWAY_MS = 3_000;
const SOON_MS = 60_000;

let town: Town;
const logged: string[] = [];
beforeEach(async () => {
  logged.length = 0;
  town = await startTown({
    ...{ isWired: true, bots: 0, workers: 0 },
    onLog: (line) => void logged.push(line),
  });
}, 60_000);
afterEach(() => town.stop(), 30_000);

/** Waits until the program says so in its log. */
const says = (program: string, words: string) =>
  comesTrue(
    () => logged.some((line) => line.includes(`"process":"${program}"`) && line.includes(words)),
    SOON_MS,
  );

/** A resident writes while nobody is there to read it. */
async function writes() {
  const olena = town.telegram.person({ firstName: 'Олена', languageCode: 'uk' });
  await olena.says('/start');
  return olena;
}
const ANSWERED = [/Відгук/, { timeoutMs: SOON_MS }] as const;

describe.each([
  ['mongodb', 'the database is away'],
  ['redis', 'Redis is away'],
] as const)('a bot and a worker that start while %s is away', (store, words) => {
  it('wait for it and come to work by themselves: who wrote is answered, who is owed news is told', async () => {
    town.wires![store].cut();
    const starting = Promise.all([town.startBot(), town.startWorker()]);
    starting.catch(() => undefined);
    const waiting = Promise.all([says('bot', words), says('workers', words)]);
    expect(await Promise.race([waiting, starting])).toEqual([true, true]);
    const olena = await writes();
    const crowd = await openCrowd(town).taken(1);
    await pause(AWAY_MS);
    town.wires![store].mend();
    const programs = await starting;
    await olena.waits(...ANSWERED);
    expect(await comesTrue(() => untold(town.telegram.ledger, crowd).length === 0, SOON_MS)).toBe(true);
    expect(programs.map((program) => program.hasEnded())).toEqual([false, false]);
  }, 180_000);
});

describe('a bot that starts while Telegram is cut off, then breaks, then asks for a pause', () => {
  it('asks again until it is told who it is, and answers who wrote meanwhile', async () => {
    const { faults, ledger } = town.telegram;
    faults.serverErrors('getMe', 1, 500);
    faults.tooMany('getMe', 1, 1);
    town.wires!.telegram.cut();
    const starting = town.startBot();
    starting.catch(() => undefined);
    expect(await Promise.race([says('bot', 'Telegram does not answer'), starting])).toBe(true);
    const olena = await writes();
    town.wires!.telegram.mend();
    await starting;
    const answers = ledger.of('getMe').map(({ answer }) => (answer.ok ? 200 : answer.error_code));
    expect(answers).toEqual([500, 429, 200]);
    await olena.waits(...ANSWERED);
  }, 180_000);
});
