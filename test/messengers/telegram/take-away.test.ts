import type { Markup, Screen } from '../../../messengers/messenger';
import { samplePicture } from '../../../sandbox/fake-telegram/picture';
import { startFakeTelegram } from '../../../sandbox/fake-telegram/start';
import { coveredPicture } from '../../../screens/hiding-screens';
import { texts } from '../../support/sample-city';
import { aDoor, to, type FakeTelegram } from './a-door';

const PHOTO = { kind: 'photo', bytes: samplePicture(1), name: 'a.jpg' } as const;
const DOCUMENT = { kind: 'document', bytes: samplePicture(2), name: 'b.jpg' } as const;
const album = (...files: NonNullable<Screen['files']>): Screen => ({ text: 'слова' as Markup, files });
const cover = (kind: 'photo' | 'document') => coveredPicture(texts.for('uk'), kind);

let fake: FakeTelegram;
let now = new Date('2026-03-02T10:00:00Z');
beforeAll(async () => {
  fake = await startFakeTelegram({ enforceLimits: false, now: () => now });
});
afterAll(() => fake.stop());

describe('a picture we sent', () => {
  it('is known by its own message, deleted once within two days and replaced after them', async () => {
    const { door, errors } = aDoor(fake);
    const olena = fake.person({ firstName: 'Олена' });
    await olena.starts();
    const at = to(olena.id);
    const sent = await door.send(at, album(DOCUMENT, PHOTO, PHOTO), 'notice');
    if (sent.result !== 'sent') throw new Error(sent.result);
    const [document = '', first = '', second = ''] = sent.fileMessageIds ?? [];
    const kindAt = (id: string) => olena.messages().find((one) => String(one.id) === id)?.media?.kind;
    expect([document, first, second].map(kindAt)).toEqual(['document', 'photo', 'photo']);

    expect(await door.remove(at, first, 'notice')).toEqual({ result: 'sent', messageIds: [] });
    expect(await door.remove(at, first, 'notice')).toEqual({ result: 'gone' });
    expect([first, second].map(kindAt)).toEqual([undefined, 'photo']);

    now = new Date('2026-03-04T10:00:01Z');
    expect(await door.remove(at, second, 'notice')).toEqual({ result: 'rejected' });
    expect(await door.replaceFile(at, second, cover('photo'), 'notice')).toMatchObject({ result: 'sent' });
    expect(await door.replaceFile(at, document, cover('document'), 'notice')).toMatchObject({
      result: 'sent',
    });
    expect(olena.messages().filter(({ text }) => text.includes('Сховано модератором'))).toHaveLength(2);
    expect(errors()).toEqual([]);
  });
});
