import type { Markup, Screen } from '../../../messengers/messenger';
import type { FaultPlan } from '../../../sandbox/fake-telegram/faults';
import type { Person } from '../../../sandbox/fake-telegram/person';
import { startFakeTelegram } from '../../../sandbox/fake-telegram/start';
import type { FakeTelegram } from './a-door';
import { aDoor, to } from './a-door';

const screen = (text: string, rest: Partial<Screen> = {}): Screen => ({ text: text as Markup, ...rest });
const CHOICES = [[{ label: 'Так', token: 'yes' }], [{ label: 'Сайт', url: 'https://example.org' }]];

let fake: FakeTelegram;
let olena: Person;

beforeEach(async () => {
  fake = await startFakeTelegram({ enforceLimits: false });
  olena = fake.person({ firstName: 'Олена', phone: '+380501112233' });
  await olena.starts();
});

afterEach(() => fake.stop());

const fileOf = async (sent: Promise<{ media?: { fileId: string } | undefined }>) =>
  (await sent).media?.fileId ?? '';

describe('a sent screen', () => {
  it('shows its text and its choices', async () => {
    const { door, taken } = aDoor(fake);
    const sent = await door.send(
      to(olena.id),
      screen('<b>Дякуємо!</b> 1 &lt; 2', { choices: CHOICES }),
      'reply',
    );
    expect(sent).toEqual({ result: 'sent', messageIds: [String(olena.screen()?.id)] });
    expect(olena.screen()).toMatchObject({
      html: '<b>Дякуємо!</b> 1 &lt; 2',
      buttons: [[{ label: 'Так', token: 'yes' }], [{ label: 'Сайт', url: 'https://example.org' }]],
    });
    expect(taken).toEqual([
      { messenger: 'telegram', chatId: String(olena.id), isGroup: false, lane: 'reply' },
    ]);
  });

  it('is cut when it is long, with the choices under the last part', async () => {
    const { door, taken } = aDoor(fake);
    const sent = await door.send(to(olena.id), screen('слово '.repeat(1500), { choices: CHOICES }), 'reply');
    const shown = olena.messages().filter((message) => message.byBot);
    expect(shown.map((message) => message.buttons.length)).toEqual([0, 0, 2]);
    expect(sent).toMatchObject({ messageIds: shown.map((message) => String(message.id)) });
    expect(taken).toHaveLength(3);
  });

  it('asks for a contact with one button, and takes the button away', async () => {
    const { door } = aDoor(fake);
    const request = { what: 'contact', label: 'Поділитися', others: ['Без номера'] } as const;
    await door.send(to(olena.id), screen('Ваш номер?', { request }), 'reply');
    const keys = olena.screen()?.keyboard?.rows.map((row) => row.map((key) => key.text));
    expect(keys).toEqual([['Поділитися'], ['Без номера']]);
    await door.send(to(olena.id), screen('Дякуємо', { request: { what: 'none' } }), 'reply');
    expect(olena.screen()?.keyboard).toBeUndefined();
  });

  it('can take the button away and offer choices: one message stays', async () => {
    const { door } = aDoor(fake);
    const request = { what: 'location', label: 'Тут', others: [] } as const;
    await door.send(to(olena.id), screen('Де це?', { request }), 'reply');
    const before = olena.messages().length;
    const next = screen('Перевірте', { request: { what: 'none' }, choices: CHOICES });
    const sent = await door.send(to(olena.id), next, 'reply');
    expect(olena.messages()).toHaveLength(before + 1);
    expect(olena.screen()).toMatchObject({ text: 'Перевірте', keyboard: undefined });
    expect(olena.screen()?.buttons).toHaveLength(2);
    expect(sent).toMatchObject({ messageIds: [String(olena.screen()?.id)] });
  });

  it('goes to a topic, silently, as a reply', async () => {
    const group = fake.group({ title: 'Служба', isForum: true, members: [olena], botIsAdmin: true });
    const { door, taken } = aDoor(fake);
    const topic = await door.createTopic(to(group.id), 'Звернення '.repeat(30));
    if (topic.result !== 'created') throw new Error(topic.result);
    const question = await olena.says('@vidhuk_bot що?', { in: group, thread: Number(topic.threadId) });
    const reply = screen('Ось', { isSilent: true, replyToMessageId: String(question.id) });
    await door.send(to(group.id, topic.threadId), reply, 'notice');
    expect(group.messages(Number(topic.threadId)).at(-1)).toMatchObject({
      text: 'Ось',
      replyTo: question.id,
    });
    expect(fake.ledger.of('sendMessage').at(-1)?.payload).toMatchObject({
      disable_notification: 'true',
    });
    expect(taken.map((call) => call.isGroup)).toEqual([true, true]);
  });
});

describe('files of a screen', () => {
  it('one goes with the text as its caption', async () => {
    const fileId = await fileOf(olena.sendsPhoto());
    const { door } = aDoor(fake);
    const files = [{ kind: 'photo' as const, fileId }];
    const sent = await door.send(
      to(olena.id),
      screen('<i>Готово</i>', { files, choices: CHOICES }),
      'notice',
    );
    expect(sent).toMatchObject({ messageIds: [expect.any(String)] });
    expect(olena.screen()).toMatchObject({ html: '<i>Готово</i>', media: { kind: 'photo' } });
    expect(olena.screen()?.buttons).toHaveLength(2);
  });

  it('one with a long text is followed by the text', async () => {
    const fileId = await fileOf(olena.sendsDocument());
    const { door } = aDoor(fake);
    const files = [{ kind: 'document' as const, fileId }];
    await door.send(to(olena.id), screen('а'.repeat(1025), { files }), 'notice');
    const shown = olena.messages().slice(-2);
    expect(shown.map((message) => [message.media?.kind, message.text.length])).toEqual([
      ['document', 0],
      [undefined, 1025],
    ]);
  });

  it('many go in albums, documents apart, the text after them', async () => {
    const photo = await fileOf(olena.sendsPhoto());
    const video = await fileOf(olena.sendsVideo());
    const document = await fileOf(olena.sendsDocument());
    const voice = await fileOf(olena.sendsVoice());
    const { door } = aDoor(fake);
    const files = [
      { kind: 'photo' as const, fileId: photo },
      { kind: 'document' as const, fileId: document },
      { kind: 'video' as const, fileId: video },
      { kind: 'voice' as const, fileId: voice },
      { kind: 'document' as const, fileId: document },
    ];
    const sent = await door.send(to(olena.id), screen('Разом', { files, choices: CHOICES }), 'notice');
    const kinds = olena
      .messages()
      .slice(-6)
      .map((message) => message.media?.kind ?? message.text);
    expect(kinds).toEqual(['photo', 'video', 'document', 'document', 'voice', 'Разом']);
    expect(sent).toMatchObject({ result: 'sent', messageIds: { length: 6 } });
  });

  it('of our own go as bytes, alone and among others', async () => {
    const document = await fileOf(olena.sendsDocument());
    const { door } = aDoor(fake);
    const own = (text: string) => ({
      kind: 'document' as const,
      bytes: Buffer.from(text),
      name: `${text}.txt`,
    });
    const among = [own('one'), { kind: 'document' as const, fileId: document }, own('two')];
    expect(await door.send(to(olena.id), screen('Одне', { files: [own('alone')] }), 'notice')).toMatchObject({
      result: 'sent',
    });
    expect(olena.screen()).toMatchObject({ text: 'Одне', media: { kind: 'document' } });
    expect(await door.send(to(olena.id), screen('Разом', { files: among }), 'notice')).toMatchObject({
      messageIds: { length: 4 },
    });
    const shown = olena.messages().slice(-5);
    const texts = shown.map(({ media }) => media && fake.fileBytes(media.fileId)?.bytes.toString('latin1'));
    expect(texts).toEqual(['alone', 'one', expect.stringContaining('%PDF'), 'two', undefined]);
  });

  it('come back as bytes', async () => {
    const fileId = await fileOf(olena.sendsDocument({ bytes: Buffer.from('лист') }));
    const { door } = aDoor(fake);
    expect(Buffer.from((await door.download(fileId)) as Uint8Array).toString()).toBe('лист');
    fake.faults.nextCalls('getFile', 1, {
      error: { code: 400, description: 'Bad Request: file is too big' },
    });
    expect(await door.download(fileId)).toBe('too_big');
    fake.faults.nextCalls('getFile', 1, {
      error: { code: 400, description: 'Bad Request: invalid file_id' },
    });
    expect(await door.download(fileId)).toBe('gone');
    fake.faults.serverErrors('getFile', 1);
    expect(await door.download(fileId)).toBe('later');
  });

  it('that Telegram does not find now are missing, which is no mistake of ours', async () => {
    const fileId = await fileOf(olena.sendsDocument());
    const onRefusal = jest.fn();
    const { door, errors } = aDoor(fake, { onRefusal });
    fake.faults.nextCalls('getFile', 1, {
      error: {
        code: 400,
        description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
      },
    });
    expect(await door.download(fileId)).toBe('missing');
    expect([errors(), onRefusal.mock.calls]).toEqual([[], []]);
  });
});

describe('what goes wrong with a screen', () => {
  const send = (door: ReturnType<typeof aDoor>['door'], rest: Partial<Screen> = {}) =>
    door.send(to(olena.id), screen('<b>слова</b>', rest), 'notice');

  it('blocked is unreachable', async () => {
    await olena.blocksBot();
    expect(await send(aDoor(fake).door)).toEqual({ result: 'unreachable' });
  });

  it('for somebody whom no chat of Telegram’s leads to is unreachable, and Telegram is not asked', async () => {
    const nobody = { messenger: 'office', chatId: '0a1b2c3d4e5f' };
    expect(await aDoor(fake).door.send(nobody, screen('слова'), 'notice')).toEqual({ result: 'unreachable' });
  });

  it('a moved group gives its new id', async () => {
    const group = fake.group({ title: 'Служба', members: [olena] });
    const old = group.id;
    group.migrates();
    const sent = await aDoor(fake).door.send(to(old), screen('x'), 'notice');
    expect(sent).toEqual({ result: 'moved', toChatId: String(group.id) });
  });

  it('a topic that is gone is no_thread', async () => {
    const group = fake.group({ title: 'Служба', isForum: true, members: [olena], botIsAdmin: true });
    expect(await aDoor(fake).door.send(to(group.id, '999'), screen('x'), 'notice')).toEqual({
      result: 'no_thread',
    });
  });

  it('429 pauses the chat and says how long', async () => {
    const { door, pauses } = aDoor(fake);
    fake.faults.tooMany('sendMessage', 1, 7);
    expect(await send(door)).toEqual({ result: 'busy', retryAfterMs: 7000 });
    expect(pauses).toEqual([{ chatId: String(olena.id), ms: 7000 }]);
  });

  it('a broken server is later, a lost answer ambiguous, a refused token stopped', async () => {
    const { door, errors } = aDoor(fake);
    fake.faults.serverErrors('sendMessage', 1);
    expect(await send(door)).toEqual({ result: 'later' });
    fake.faults.loseAnswers('sendMessage', 1);
    expect(await send(door)).toEqual({ result: 'ambiguous' });
    fake.faults.revokeToken();
    expect(await send(door)).toEqual({ result: 'stopped' });
    expect(errors()).toHaveLength(1);
    const asked = () => fake.ledger.of('getMe').length;
    const before = asked();
    expect(await door.standing()).toBe('refused');
    expect(asked()).toBe(before);
  });

  it('nobody listening is later, a late answer ambiguous', async () => {
    const { door } = aDoor(fake, { timeoutSeconds: 1 });
    fake.faults.nextCalls('sendMessage', 1, { delayMs: 5_000 });
    expect(await send(door)).toEqual({ result: 'ambiguous' });
    await fake.stop();
    expect(await send(aDoor(fake).door)).toEqual({ result: 'later' });
    fake = await startFakeTelegram();
  });

  it('says whether anybody hears us, and knows us', async () => {
    const { door } = aDoor(fake);
    expect(await door.standing()).toBe('heard');
    fake.faults.loseAnswers('getMe', 1);
    expect(await door.standing()).toBe('unheard');
    expect(await door.standing()).toBe('heard');
    expect(await aDoor({ ...fake, token: `${fake.token}x` }).door.standing()).toBe('refused');
  });

  it('a large file has longer to get there', async () => {
    const { door } = aDoor(fake, { timeoutSeconds: 0.1 });
    fake.faults.nextCalls('sendDocument', 1, { delayMs: 500 });
    const files = [{ kind: 'document' as const, bytes: Buffer.alloc(400_000, 'а'), name: 'a.txt' }];
    expect(await door.send(to(olena.id), screen('Файл', { files }), 'notice')).toMatchObject({
      result: 'sent',
    });
  });

  it('markup Telegram cannot read goes once as plain words, with an alarm', async () => {
    const { door, errors } = aDoor(fake);
    const refused = { error: { code: 400, description: "Bad Request: can't parse entities: x" } };
    fake.faults.nextCalls('sendMessage', 1, refused);
    expect(await send(door, { choices: CHOICES })).toMatchObject({ result: 'sent' });
    expect(olena.screen()).toMatchObject({ html: 'слова' });
    expect(olena.screen()?.buttons).toHaveLength(2);
    expect(errors()).toHaveLength(1);
    fake.faults.nextCalls('sendMessage', 2, refused);
    expect(await send(door)).toEqual({ result: 'rejected' });
  });

  it('an answer nobody knows is told to the log without what it quotes', async () => {
    const { door, errors } = aDoor(fake);
    const description = "Bad Request: can't use the name 'Олена' of \"Садова, 27\" here";
    fake.faults.nextCalls('sendMessage', 1, { error: { code: 400, description } });
    expect(await send(door)).toEqual({ result: 'rejected' });
    expect(errors()).toMatchObject([{ facts: { said: "Bad Request: can't use the name … of … here" } }]);
  });

  it('a button too long loses the buttons and not the words', async () => {
    const { door, errors } = aDoor(fake);
    const choices = [[{ label: 'x', token: 'я'.repeat(33) }]];
    expect(await send(door, { choices })).toMatchObject({ result: 'sent' });
    expect(olena.screen()).toMatchObject({ text: 'слова', buttons: [] });
    expect(errors()).toHaveLength(1);
  });

  it('trouble after the first part: the rest is tried again first', async () => {
    const { door } = aDoor(fake);
    const long = screen('слово '.repeat(1000));
    const first = () =>
      new Promise<void>((resolve) => {
        const stop = fake.subscribe(() => {
          stop();
          fake.faults.serverErrors('sendMessage', 1);
          resolve();
        });
      });
    const watching = first();
    const sent = await door.send(to(olena.id), long, 'notice');
    await watching;
    expect(sent).toMatchObject({ result: 'sent', messageIds: { length: 2 } });
  });
});

describe('a screen of which only a part could be shown', () => {
  const BAD_GATEWAY = { code: 502, description: 'Bad Gateway' };
  const REFUSED = { code: 401, description: 'Unauthorized' };
  const MOVED = {
    code: 400,
    description: 'Bad Request: chat was upgraded',
    parameters: { migrate_to_chat_id: -100 },
  };
  const MUTED = {
    code: 400,
    description: 'Bad Request: not enough rights to send text messages to the chat',
  };
  const NO_TOPIC = { code: 400, description: 'Bad Request: message thread not found' };

  const send = async (error: NonNullable<FaultPlan['error']>) => {
    const files = [{ kind: 'photo' as const, fileId: await fileOf(olena.sendsPhoto()) }];
    const { door } = aDoor(fake);
    const before = olena.messages().length;
    fake.faults.nextCalls('sendMessage', error === BAD_GATEWAY ? 2 : 1, { error });
    const sent = await door.send(to(olena.id), screen('а'.repeat(1025), { files }), 'notice');
    return { sent, shown: olena.messages().length - before };
  };

  it.each([
    [{ result: 'later' }, BAD_GATEWAY],
    [{ result: 'stopped' }, REFUSED],
    [{ result: 'moved', toChatId: '-100' }, MOVED],
    [{ result: 'no_thread' }, NO_TOPIC],
    [{ result: 'unreachable', isForNow: true }, MUTED],
  ])('is taken back and not sent yet: %o', async (sent, error) => {
    expect(await send(error)).toEqual({ sent, shown: 0 });
  });

  it.each([BAD_GATEWAY, REFUSED, MOVED, NO_TOPIC, MUTED])(
    'is ambiguous where it stays: %o',
    async (error) => {
      fake.faults.nextCalls('deleteMessages', 1, { error });
      expect(await send(error)).toEqual({ sent: { result: 'ambiguous' }, shown: 1 });
    },
  );
});

describe('the shared budget', () => {
  it('lets a reply wait a little and a notice not at all', async () => {
    const hurried = aDoor(fake, { waits: [30, 20] });
    expect(await hurried.door.send(to(olena.id), screen('x'), 'reply')).toMatchObject({ result: 'sent' });
    expect(hurried.taken).toHaveLength(3);
    const calm = aDoor(fake, { waits: [30] });
    expect(await calm.door.send(to(olena.id), screen('x'), 'notice')).toEqual({
      result: 'busy',
      retryAfterMs: 30,
    });
    const crowded = aDoor(fake, { waits: [5000] });
    expect(await crowded.door.send(to(olena.id), screen('x'), 'reply')).toEqual({
      result: 'busy',
      retryAfterMs: 5000,
    });
  });
});

describe('an edited message', () => {
  const edit = async (door: ReturnType<typeof aDoor>['door'], id: number, next: Screen) =>
    door.edit(to(olena.id), String(id), next, 'reply');

  it('shows the new text and choices', async () => {
    const { door } = aDoor(fake);
    await door.send(to(olena.id), screen('1'), 'reply');
    const id = olena.screen()?.id ?? 0;
    expect(await edit(door, id, screen('2', { choices: CHOICES }))).toEqual({
      result: 'sent',
      messageIds: [String(id)],
    });
    expect(olena.screen()).toMatchObject({ id, text: '2' });
    expect(await edit(door, id, screen('2', { choices: CHOICES }))).toMatchObject({ result: 'sent' });
    expect(await edit(door, id, screen(''))).toMatchObject({ result: 'sent' });
    expect(olena.screen()).toMatchObject({ text: '2', buttons: [] });
    await edit(door, id, screen('слово '.repeat(1000)));
    expect(olena.screen()?.text).toMatch(/слово…$/);
  });

  it('changes a caption where there is a picture', async () => {
    const files = [{ kind: 'photo' as const, fileId: await fileOf(olena.sendsPhoto()) }];
    const { door } = aDoor(fake);
    await door.send(to(olena.id), screen('1', { files }), 'reply');
    expect(await edit(door, olena.screen()?.id ?? 0, screen('<b>2</b>'))).toMatchObject({ result: 'sent' });
    expect(olena.screen()).toMatchObject({ html: '<b>2</b>', media: { kind: 'photo' } });
  });

  it('that is not there is gone', async () => {
    expect(await edit(aDoor(fake).door, 99999, screen('x'))).toEqual({ result: 'gone' });
  });
});

describe('the rest of the door', () => {
  it('acknowledges a press and survives an old one', async () => {
    const { door } = aDoor(fake);
    await door.send(to(olena.id), screen('?', { choices: CHOICES }), 'reply');
    const press = await olena.presses('Так');
    await door.acknowledge(press.id, 'я'.repeat(300));
    expect((await olena.waitsAnswer(press)).text).toHaveLength(200);
    await expect(door.acknowledge('1')).resolves.toBeUndefined();
  });

  it('renames a topic, twice with the same name too', async () => {
    const group = fake.group({ title: 'Служба', isForum: true, members: [olena], botIsAdmin: true });
    const { door } = aDoor(fake);
    const topic = await door.createTopic(to(group.id), '№1');
    const at = to(group.id, topic.result === 'created' ? topic.threadId : '');
    expect(await door.editTopic(at, '№1 ✓')).toMatchObject({ result: 'sent' });
    expect(await door.editTopic(at, '№1 ✓')).toMatchObject({ result: 'sent' });
    expect(group.topics().map((one) => one.name)).toContain('№1 ✓');
    const plain = fake.group({ title: 'Без тем', members: [olena], kind: 'supergroup', botIsAdmin: true });
    expect(await door.createTopic(to(plain.id), 'x')).toEqual({ result: 'no_thread' });
  });

  it('describes a chat and itself', async () => {
    const group = fake.group({ title: 'Служба', isForum: true, members: [olena], botIsAdmin: true });
    const { door } = aDoor(fake);
    expect(await door.describeChat(to(group.id))).toEqual({
      title: 'Служба',
      hasTopics: true,
      mayManageTopics: true,
      isAdmin: true,
    });
    expect(await door.describeChat(to(-100777))).toEqual({ result: 'unreachable' });
    const isIn = (who: string) => door.isMember(to(group.id), who);
    expect([await isIn(String(olena.id)), await isIn('999999')]).toEqual([true, false]);
    expect(await door.checkToken()).toMatchObject({ result: 'ok', id: fake.bot.id, username: 'vidhuk_bot' });
    expect(await door.setCommands([{ name: 'new', description: 'Нове' }], 'private', 'uk')).toBe('set');
    expect(await door.webhookInfo()).toMatchObject({ result: 'ok', url: '', pendingUpdates: 1 });
  });
});
