import { copyAttachments } from '../../workers/copy-attachments';
import { deliverNotices } from '../../workers/deliver-notices';
import { expandEvents } from '../../workers/expand-events';
import { openTown, type Town } from '../support/a-town';
import { aCitizen, anAppeal, aPhoto, NOW } from '../support/builders';
import { filmWithPlace, PLACE, SEEN } from '../support/sample-films';
import { CAMERA, ELF, hugePng, PDF, PE, photoWithGps, SVG, truncatedJpeg } from '../support/sample-files';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());
beforeEach(async () => {
  await town.begin();
  await town.deps.citizens.insert(aCitizen());
});

const STAFF = { messenger: 'telegram', chatId: '-100' };
const aDocument = (id: string, mediaType?: string) =>
  aPhoto(id, { kind: 'document', ...(mediaType && { mediaType }) });

/** Files one appeal with these attachments; `contents` says what the messenger hands over for each id. */
async function filed(attachments: ReturnType<typeof aPhoto>[], contents: Record<string, Buffer | string>) {
  await town.deps.appeals.insert(anAppeal({ attachments }));
  jest
    .spyOn(town.deps.messenger, 'download')
    .mockImplementation((fileId) => Promise.resolve(contents[fileId.slice('file-'.length)] as never));
  await expandEvents(town.deps, 'draft-1');
}

const deliver = () => deliverNotices(town.deps, STAFF);
const noteOf = () => town.deps.messenger.saidTo('-100')[1]?.screen;
const copies = async () => {
  const appeal = await town.deps.appeals.find('draft-1');
  return appeal?.attachments.map(({ copyId }) => copyId);
};

describe('a picture sent as a file', () => {
  it('waits for our cleaned copy and goes to colleagues as that', async () => {
    await filed([aDocument('a', 'image/jpeg')], { a: await photoWithGps() });
    await deliver();
    expect(noteOf()).toBeUndefined();
    await copyAttachments(town.deps);
    town.isNow(new Date(NOW.getTime() + 60_000));
    await deliver();
    const [file] = noteOf()?.files ?? [];
    expect(file).toMatchObject({ kind: 'document', name: 'photo-1.jpg' });
    const bytes = Buffer.from((file as { bytes: Uint8Array }).bytes);
    expect(bytes.includes(CAMERA)).toBe(false);
    expect(bytes.includes('Exif')).toBe(false);
  });

  it('is recognised by its content under any name', async () => {
    await filed([aDocument('a', 'application/pdf')], { a: await photoWithGps() });
    await copyAttachments(town.deps);
    await deliver();
    expect(noteOf()?.files).toMatchObject([{ name: 'photo-1.jpg' }]);
  });

  it.each([
    ['of 41 megapixels', () => Promise.resolve(hugePng()), 'too_many_pixels'],
    ['cut short', truncatedJpeg, 'unreadable'],
    ['of a kind we cannot clean', () => Promise.resolve(Buffer.from('\0\0\0\x18ftypheic')), 'unreadable'],
    ['by its name only', () => Promise.resolve(Buffer.from('words')), 'unreadable'],
  ])('%s stays with the messenger, and colleagues are told', async (_what, bytes, copyId) => {
    await filed([aDocument('a', 'image/jpeg')], { a: await bytes() });
    await copyAttachments(town.deps);
    await deliver();
    expect(await copies()).toEqual([copyId]);
    expect(noteOf()?.files).toBeUndefined();
    expect(noteOf()?.text).toContain('дані про місце зйомки');
  });
});

describe('a film sent as a file', () => {
  it('goes to colleagues as our copy that does not say where it was taken', async () => {
    await filed([aDocument('a', 'video/quicktime')], { a: filmWithPlace({ brand: 'qt  ' }) });
    await copyAttachments(town.deps);
    await deliver();
    const [file] = noteOf()?.files ?? [];
    expect(file).toMatchObject({ kind: 'document', name: 'video-1.mp4' });
    const bytes = Buffer.from((file as { bytes: Uint8Array }).bytes);
    expect([bytes.includes(SEEN), bytes.includes(PLACE)]).toEqual([true, false]);
  });
});

describe('what may run', () => {
  it.each([
    ['a program of Linux', ELF],
    ['a program of Windows', PE],
    ['a drawing in words', SVG],
  ])('%s under the name of a photo is neither copied nor passed on', async (_what, bytes) => {
    await filed([aDocument('a', 'image/jpeg'), aPhoto('b')], { a: bytes, b: await photoWithGps() });
    await copyAttachments(town.deps);
    await deliver();
    expect((await copies())?.[0]).toBe('unsafe');
    expect(noteOf()?.files).toEqual([{ kind: 'photo', fileId: 'file-b' }]);
    expect(noteOf()?.text).toContain('1 файл не передано: це програма');
  });
});

describe('other files', () => {
  it('go as they came, and our copy has the type of its content', async () => {
    await filed([aDocument('a'), aPhoto('b')], { a: PDF, b: await photoWithGps() });
    const put = jest.spyOn(town.deps.files, 'put');
    await copyAttachments(town.deps);
    await deliver();
    expect(put.mock.calls.map(([, , mediaType]) => mediaType)).toEqual(['application/pdf', 'image/jpeg']);
    expect(noteOf()?.files).toEqual([
      { kind: 'document', fileId: 'file-a' },
      { kind: 'photo', fileId: 'file-b' },
    ]);
    expect(noteOf()?.text).not.toContain('не передано');
  });

  it('that turn out to be empty are left out, and colleagues are told', async () => {
    await filed([aDocument('a')], { a: Buffer.alloc(0) });
    await copyAttachments(town.deps);
    await deliver();
    expect(await copies()).toEqual(['empty']);
    expect(noteOf()?.text).toContain('він порожній');
  });

  it('the messenger never hands over do not hold the words back for ever', async () => {
    await filed([aDocument('a')], { a: 'later' });
    for (let minute = 1; minute < 30 && !noteOf(); minute += 1) {
      await copyAttachments(town.deps);
      town.isNow(new Date(NOW.getTime() + minute * 60_000));
      await deliver();
    }
    expect(noteOf()?.text).toContain('Telegram його не віддає');
    expect(noteOf()?.files).toBeUndefined();
  });
});
