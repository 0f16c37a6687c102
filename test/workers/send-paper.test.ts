import { aNotice } from '../../domain/notices';
import { deliverNotices } from '../../workers/deliver-notices';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, NOW } from '../support/builders';
import { textOfPdf } from '../support/read-pdf';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen({ name: 'Коваль Олена Петрівна' }));
  await town.deps.appeals.insert(anAppeal({ status: 'answered' }));
});

const asked = async (chatId: string, step: string) => {
  const to = { messenger: 'telegram', chatId };
  const about = { eventId: `event-${step}-${chatId}`, appealId: 'draft-1', step };
  await town.deps.notices.insert([aNotice('paper', to, about, { now: NOW, dueAt: NOW })]);
  await deliverNotices(town.deps, to);
  return town.deps.messenger.saidTo(chatId);
};
const printed = async (chatId: string, step: string): Promise<string> => {
  const [said] = await asked(chatId, step);
  return textOfPdf((said?.screen.files?.[0] as { bytes: Uint8Array }).bytes).join(' ');
};
const codeIn = (text: string): string => /(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/.exec(text)?.[0] ?? '';

describe('a paper', () => {
  it('comes to its author with their name and a code that checks', async () => {
    const text = await printed('1', 'appeal');
    expect(text).toContain('Коваль Олена Петрівна');
    expect(await town.deps.papers.find(codeIn(text))).toEqual({
      ...{ kind: 'appeal', number: '2026-000001', at: NOW, issuedAt: NOW },
    });
  });

  it('comes to colleagues without it', async () => {
    expect(await printed('-100', 'appeal')).not.toContain('Коваль');
  });

  it('of the answer is checked by its outcome', async () => {
    const text = await printed('1', 'answer-1');
    expect(text).toContain('Лампу замінено');
    expect(await town.deps.papers.find(codeIn(text))).toMatchObject({ kind: 'answer', outcome: 'done' });
  });

  it('of an answer there is not is not sent', async () => {
    expect(await asked('1', 'answer-7')).toEqual([]);
  });

  it('waits while nobody can say where it is checked', async () => {
    const home = jest.spyOn(town.deps, 'checkHome').mockResolvedValueOnce(undefined as never);
    expect(await asked('1', 'appeal')).toEqual([]);
    town.isNow(new Date(NOW.getTime() + 60_000));
    await deliverNotices(town.deps, { messenger: 'telegram', chatId: '1' });
    expect(town.deps.messenger.saidTo('1')).toHaveLength(1);
    home.mockRestore();
  });
});
