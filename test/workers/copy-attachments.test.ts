import { copyAttachments } from '../../workers/copy-attachments';
import { openTown, type Town } from '../support/a-town';
import { anAppeal, anEvent, aPhoto, days, minutes, NOW } from '../support/builders';
import { scenery } from '../support/sample-files';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(() => town.begin());

const copyOf = async (id: string) =>
  (await town.deps.appeals.find('draft-1'))?.attachments.find((photo) => photo.id === id)?.copyId;

describe('our own copies of what people sent', () => {
  it('are made once, however often the job runs', async () => {
    await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a'), aPhoto('b')] }));
    const download = jest.spyOn(town.deps.messenger, 'download');
    await copyAttachments(town.deps);
    await copyAttachments(town.deps);
    expect(download.mock.calls).toEqual([['file-a'], ['file-b']]);
    const bytes = await town.deps.files.get((await copyOf('a'))!);
    expect(Buffer.from(bytes!).toString()).toBe('file-a');
  });

  it('are made of what came with an event too', async () => {
    const event = anEvent('event-1', { type: 'appeal.detail_added', facts: { attachments: [aPhoto('c')] } });
    await town.deps.appeals.insert(anAppeal({ events: [event] }));
    await copyAttachments(town.deps);
    expect(await town.deps.appeals.withUncopiedAttachments(NOW, 10)).toEqual([]);
  });

  it.each(['gone', 'too_big'] as const)('are not tried again when the original is %s', async (word) => {
    await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a')] }));
    const download = jest.spyOn(town.deps.messenger, 'download').mockResolvedValue(word as never);
    await copyAttachments(town.deps);
    await copyAttachments(town.deps);
    expect(download).toHaveBeenCalledTimes(1);
  });

  it('wait for a messenger that says «later»', async () => {
    await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a')] }));
    jest.spyOn(town.deps.messenger, 'download').mockResolvedValueOnce('later' as never);
    await copyAttachments(town.deps);
    expect(await copyOf('a')).toBeUndefined();
    await copyAttachments(town.deps);
    expect(await copyOf('a')).toBeDefined();
  });

  it.each([
    ['is not found', () => Promise.resolve('missing')],
    ['is not handed over', () => Promise.resolve('later')],
    ['breaks us', () => Promise.reject(new Error('broken'))],
  ])('are made for others while each file of twenty appeals %s', async (_what, fails) => {
    for (let index = 10; index <= 30; index += 1)
      await town.deps.appeals.insert(
        anAppeal({
          ...{ id: `a${index}`, number: `2026-0000${index}` },
          ...{ attachments: [aPhoto(`p${index}`)], events: [anEvent(`e${index}`)] },
        }),
      );
    const good = new TextEncoder().encode('good');
    jest
      .spyOn(town.deps.messenger, 'download')
      .mockImplementation((id) => (id === 'file-p30' ? Promise.resolve(good) : (fails() as never)));
    await copyAttachments(town.deps);
    await copyAttachments(town.deps);
    expect((await town.deps.appeals.find('a30'))?.attachments[0]?.copyId).toBeDefined();
  });

  it('are asked for with growing pauses while the file is not found, and given up after days, said once', async () => {
    await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a')] }));
    const download = jest.spyOn(town.deps.messenger, 'download').mockResolvedValue('missing' as never);
    const looksUntil = async (day: number) => {
      for (let at = town.deps.clock(); at <= days(day); at = new Date(at.getTime() + 60 * 60_000)) {
        town.isNow(at);
        await copyAttachments(town.deps);
      }
    };
    await looksUntil(3);
    expect(await copyOf('a')).toBeUndefined();
    await looksUntil(5);
    expect(await copyOf('a')).toBe('gone');
    expect(download).toHaveBeenCalledTimes(24);
    const said = town.logged.filter(({ message }) => message.includes('lost a file'));
    expect(said).toMatchObject([{ level: 'warn' }]);
  });

  it('are made when the file is found again', async () => {
    await town.deps.appeals.insert(anAppeal({ attachments: [aPhoto('a')] }));
    const download = jest.spyOn(town.deps.messenger, 'download').mockResolvedValueOnce('missing' as never);
    await copyAttachments(town.deps);
    await copyAttachments(town.deps);
    expect(download).toHaveBeenCalledTimes(1);
    town.isNow(minutes(1));
    await copyAttachments(town.deps);
    expect(await copyOf('a')).toBeDefined();
  });

  describe('show', () => {
    const place = { kind: 'address', label: 'вул. Миру, 18' } as const;
    const filed = (id: string, number: string) =>
      town.deps.appeals.insert(
        anAppeal({ id, number, place, attachments: [aPhoto(id)], events: [anEvent(id)] }),
      );

    it('that somebody nearby sent nearly the same picture, once, to whom it concerns', async () => {
      const scenes: Record<string, Promise<Buffer>> = {
        'file-first': scenery(1, 90),
        'file-again': scenery(1, 40),
        'file-other': scenery(2, 90),
      };
      jest.spyOn(town.deps.messenger, 'download').mockImplementation((fileId) => scenes[fileId]!);
      await filed('first', '2026-000001');
      await filed('again', '2026-000002');
      await filed('other', '2026-000003');
      await copyAttachments(town.deps);
      await copyAttachments(town.deps);
      const marks = async (id: string) => (await town.deps.appeals.find(id))?.marks;
      expect(await marks('again')).toEqual([{ kind: 'near', of: [{ id: 'first', number: '2026-000001' }] }]);
      expect([await marks('first'), await marks('other')]).toEqual([undefined, undefined]);
      expect((await town.deps.appeals.find('again'))?.events).toHaveLength(2);
    });
  });
});
