import { MongoFiles } from '../../infra/mongo/mongo-files';
import { startTown, type Town } from '../../sandbox/town';
import { CAMERA, PE, photoWithGps } from '../support/sample-files';
import { asDocument, fileAppeal } from './play-appeal';

let town: Town;
beforeEach(async () => {
  town = await startTown();
}, 60_000);
afterEach(() => town.stop());

const tells = (bytes: Buffer | undefined) => bytes?.includes(CAMERA) || bytes?.includes('Exif');

describe('a photo sent as a file, which says where it was taken', () => {
  it('says nothing of it in the staff group and in our copy; a program beside it is left out', async () => {
    const olena = town.telegram.person({
      firstName: 'Олена',
      lastName: 'Коваль',
      languageCode: 'uk',
      phone: '+380671112233',
    });
    const original = await photoWithGps();
    expect(tells(original)).toBe(true);
    await fileAppeal(olena, 'не горить ліхтар', [original, PE].map(asDocument));

    const note = await town.petro.waits(/Фото й документи/, { in: town.group, timeoutMs: 60_000 });
    expect(note.text).toContain('1 файл не передано: це програма');
    const shown = town.telegram.chatMessages(town.group.id).flatMap(({ media }) => media ?? []);
    expect(shown).toHaveLength(1);
    const passedOn = town.telegram.fileBytes(shown[0]!.fileId)?.bytes;
    expect(passedOn?.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
    expect(tells(passedOn)).toBe(false);

    const appeal = await town.mongo.collection('appeals').findOne({});
    const copyIds = (appeal?.copies as { copyId: string }[]).map(({ copyId }) => copyId);
    expect(copyIds).toContain('unsafe');
    const files = new MongoFiles(town.mongo);
    const kept = await files.get(copyIds.find((id) => id !== 'unsafe') ?? '');
    expect(tells(Buffer.from(kept ?? []))).toBe(false);
    expect(kept?.byteLength).toBe(passedOn?.length);
  }, 180_000);
});
