import { InputFile, InputMediaBuilder } from 'grammy';
import { samplePicture } from '../../sandbox/fake-telegram/picture';
import { sizeOf } from '../../sandbox/fake-telegram/files';
import type { FakeTelegram } from '../../sandbox/fake-telegram/telegram';
import { aCity, cleanUp, refusal } from './fake-telegram-city';

afterEach(cleanUp);

async function download(telegram: FakeTelegram, path: string | undefined): Promise<Buffer> {
  const answer = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${path}`);
  return Buffer.from(await answer.arrayBuffer());
}

describe('a file from a person', () => {
  it('comes in sizes and can be fetched', async () => {
    const { telegram, api, olena } = await aCity();
    await olena.sendsPhoto({ caption: 'Яма' });
    await olena.sendsDocument({ bytes: Buffer.from('привіт'), name: 'лист.txt' });
    const [photo, document] = await api.getUpdates();
    expect(photo?.message).toMatchObject({ caption: 'Яма' });
    const sizes = photo?.message?.photo ?? [];
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [90, 68],
      [320, 240],
    ]);
    const file = await api.getFile(sizes[1]!.file_id);
    const bytes = await download(telegram, file.file_path);
    expect(sizeOf(bytes)).toEqual({ width: 320, height: 240, extension: 'jpg' });
    expect(document?.message?.document).toMatchObject({ file_name: 'лист.txt', mime_type: 'text/plain' });
    const letter = await api.getFile(document!.message!.document!.file_id);
    expect((await download(telegram, letter.file_path)).toString()).toBe('привіт');
  });

  it('cannot be fetched above 20 MB', async () => {
    const { api, olena } = await aCity();
    await olena.sendsDocument({ bytes: Buffer.alloc(20 * 1024 * 1024 + 1), name: 'big.bin' });
    const [update] = await api.getUpdates();
    const { words } = await refusal(api.getFile(update!.message!.document!.file_id));
    expect(words).toBe('Bad Request: file is too big');
    expect((await refusal(api.getFile('nothing'))).code).toBe(400);
  });

  it('arrives one by one when it is part of an album', async () => {
    const { api, olena } = await aCity();
    await olena.sendsAlbum([{ caption: 'Двір' }, {}, {}]);
    const updates = await api.getUpdates();
    expect(updates).toHaveLength(3);
    expect(new Set(updates.map((update) => update.message?.media_group_id)).size).toBe(1);
  });

  it('is hidden behind the token', async () => {
    const { telegram, olena, api } = await aCity();
    await olena.sendsPhoto();
    const [update] = await api.getUpdates();
    const { file_path } = await api.getFile(update!.message!.photo![0]!.file_id);
    const answer = await fetch(`${telegram.apiRoot}/file/bot1:no/${file_path}`);
    expect(answer.status).toBe(401);
  });
});

describe('a file from the bot', () => {
  it('is uploaded once and sent again by its id', async () => {
    const { telegram, api, olena } = await aCity();
    await olena.starts();
    const sent = await api.sendPhoto(olena.id, new InputFile(samplePicture(3), 'a.jpg'), {
      caption: '<b>Двір</b>',
      parse_mode: 'HTML',
    });
    expect(olena.screen()).toMatchObject({ html: '<b>Двір</b>', media: { kind: 'photo' } });
    const again = await api.sendPhoto(olena.id, sent.photo[1]!.file_id);
    expect(again.photo).toEqual(sent.photo);
    expect(telegram.fileBytes(sent.photo[0]!.file_id)?.bytes).toEqual(samplePicture(3));
    const wrong = await refusal(api.sendDocument(olena.id, sent.photo[0]!.file_id));
    expect(wrong.words).toBe("Bad Request: can't use file of type Photo as Document");
  });

  it('is a picture when sent as a photo', async () => {
    const { api, olena } = await aCity();
    await olena.starts();
    const text = new InputFile(Buffer.from('це не картинка, а текст'), 'a.jpg');
    expect((await refusal(api.sendPhoto(olena.id, text))).words).toBe('Bad Request: IMAGE_PROCESS_FAILED');
    expect((await refusal(api.sendPhoto(olena.id, 'AgAC-unknown'))).words).toBe(
      'Bad Request: wrong file identifier/HTTP URL specified',
    );
    const document = await api.sendDocument(olena.id, new InputFile(Buffer.from('%PDF'), 'звіт.pdf'));
    expect(document.document).toMatchObject({ file_name: 'звіт.pdf', mime_type: 'application/pdf' });
  });

  it('travels in albums of 2 to 10, which copyMessages keeps together', async () => {
    const { api, olena } = await aCity();
    await olena.starts();
    const item = (n: number) =>
      InputMediaBuilder.photo(new InputFile(samplePicture(n), `${n}.jpg`), { caption: `№${n}` });
    expect((await refusal(api.sendMediaGroup(olena.id, [item(1)]))).code).toBe(400);
    const eleven = Array.from({ length: 11 }, (_, n) => item(n));
    expect((await refusal(api.sendMediaGroup(olena.id, eleven))).code).toBe(400);
    const sent = await api.sendMediaGroup(olena.id, [item(1), item(2)]);
    expect(sent.map((message) => message.caption)).toEqual(['№1', '№2']);
    const ids = sent.map((message) => message.message_id);
    await api.copyMessages(olena.id, olena.id, ids);
    const albums = olena
      .messages()
      .slice(-4)
      .map((message) => message.albumId);
    expect(albums[0]).toBe(albums[1]);
    expect(albums[2]).toBe(albums[3]);
    expect(albums[0]).not.toBe(albums[2]);
    await api.copyMessage(olena.id, olena.id, ids[0]!, { caption: 'копія' });
    expect(olena.messages().at(-1)).toMatchObject({ text: 'копія', albumId: undefined });
    expect((await refusal(api.copyMessages(olena.id, olena.id, [...ids].reverse()))).code).toBe(400);
  });
});
