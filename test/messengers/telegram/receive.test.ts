import type { Content, Incoming } from '../../../messengers/messenger';
import type { Reading } from '../../../messengers/telegram/receive';
import { readUpdate } from '../../../messengers/telegram/receive';

const BOT = { id: 7001, username: 'vidhuk_bot' };
const NOW = new Date('2026-03-02T10:00:00Z');
const DATE = 1_772_000_000;
const OLENA = { id: 42, is_bot: false, first_name: 'Олена', language_code: 'uk' };
const WE = { id: BOT.id, is_bot: true, first_name: 'Відгук' };
const PRIVATE = { id: 42, type: 'private', first_name: 'Олена' };
const GROUP = { id: -1001, type: 'supergroup', title: 'Служба', is_forum: true };

const read = (update: object): Reading => readUpdate({ update_id: 5, ...update }, BOT, NOW);
const aMessage = (fields: object) => ({ message_id: 9, date: DATE, chat: PRIVATE, from: OLENA, ...fields });

function incoming(update: object): Incoming {
  const reading = read(update);
  if (reading.result !== 'incoming') throw new Error(JSON.stringify(reading));
  return reading.incoming;
}

const contentOf = (fields: object): Content => incoming({ message: aMessage(fields) }).content;

describe('a private message', () => {
  it('keeps who, where, when and the words as they are', () => {
    expect(incoming({ message: aMessage({ text: 'Не горить ліхтар 💡 під’їзд', surprise: 1 }) })).toEqual({
      id: 'tg-7001-5',
      at: new Date(DATE * 1000),
      chat: { messenger: 'telegram', chatId: '42', kind: 'private', hasTopics: false },
      person: { id: '42', language: 'uk' },
      messageId: '9',
      isForwarded: false,
      content: { kind: 'text', text: 'Не горить ліхтар 💡 під’їзд' },
    });
  });

  it.each([
    ['/start', { kind: 'command', name: 'start', argument: '' }],
    ['/start qr-17', { kind: 'command', name: 'start', argument: 'qr-17' }],
    ['/New@Vidhuk_Bot\nтекст', { kind: 'command', name: 'new', argument: 'текст' }],
    ['/під’їзд', { kind: 'text', text: '/під’їзд' }],
    ['дім 5/7', { kind: 'text', text: 'дім 5/7' }],
    ['/', { kind: 'text', text: '/' }],
  ])('%j', (text, content) => {
    expect(contentOf({ text })).toEqual(content);
  });

  it('takes no command out of words passed on from elsewhere', () => {
    const forwarded = incoming({ message: aMessage({ text: '/start', forward_origin: { type: 'user' } }) });
    expect(forwarded).toMatchObject({ isForwarded: true, content: { kind: 'text', text: '/start' } });
  });

  it('tells an own contact from somebody else’s', () => {
    const contact = (user_id?: number) => contentOf({ contact: { phone_number: '+380', user_id } });
    expect(contact(42)).toEqual({ kind: 'contact', phone: '+380', isOwn: true });
    expect(contact(43)).toMatchObject({ isOwn: false });
    expect(contact(undefined)).toMatchObject({ isOwn: false });
  });

  it('reads a place, also of a venue', () => {
    const location = { latitude: 50.45, longitude: 30.52 };
    expect(contentOf({ location })).toEqual({ kind: 'location', ...location });
    expect(contentOf({ location, venue: { location, title: 'Парк' } })).toMatchObject({ kind: 'location' });
  });
});

describe('a file', () => {
  const file = (id: string) => ({ file_id: id, file_unique_id: `u-${id}` });

  it('is the largest size of a photo, with its album and caption', () => {
    const photo = [
      { ...file('s'), width: 90, height: 60 },
      { ...file('l'), width: 1280, height: 960, file_size: 1000 },
      { ...file('m'), width: 320, height: 240 },
    ];
    expect(contentOf({ photo, media_group_id: '77', caption: 'яма' })).toEqual({
      kind: 'file',
      caption: 'яма',
      file: {
        kind: 'photo',
        fileId: 'l',
        uniqueId: 'u-l',
        sizeBytes: 1000,
        mediaType: 'image/jpeg',
        albumId: '77',
      },
    });
  });

  it.each([
    ['document', 'document', 'x'],
    ['voice', 'voice', 'x'],
    ['video', 'video', 'x'],
    ['video_note', 'video', 'note:x'],
  ])('of kind %s is a %s', (field, kind, fileId) => {
    expect(contentOf({ [field]: file('x') })).toMatchObject({ file: { kind, fileId, uniqueId: 'u-x' } });
  });

  it('has the name and type a document was sent with', () => {
    const document = { ...file('d'), file_name: 'лист.pdf', mime_type: 'application/pdf' };
    expect(contentOf({ document })).toMatchObject({
      file: { name: 'лист.pdf', mediaType: 'application/pdf' },
    });
  });

  it.each(['sticker', 'dice', 'poll', 'audio', 'something_of_next_year'])('is not a %s', (what) => {
    expect(contentOf({ [what]: {} })).toEqual({ kind: 'other', what });
  });
});

describe('a group', () => {
  const inGroup = (fields: object) =>
    incoming({ message: aMessage({ chat: GROUP, text: 'так', ...fields }) });

  it('has a thread only for messages of a topic', () => {
    expect(inGroup({ message_thread_id: 3, is_topic_message: true }).chat).toEqual({
      messenger: 'telegram',
      chatId: '-1001',
      threadId: '3',
      kind: 'group',
      hasTopics: true,
    });
    expect(inGroup({ message_thread_id: 3 }).chat.threadId).toBeUndefined();
  });

  it('leaves commands for other bots to them', () => {
    const message = aMessage({ chat: GROUP, text: '/new@other_bot' });
    expect(read({ message })).toEqual({ result: 'ignored', updateId: 5, why: 'for_another_bot' });
  });

  it('knows a reply to the bot, but not to others nor to the first message of a topic', () => {
    const to = (fields: object) => inGroup({ reply_to_message: { message_id: 3, date: DATE, ...fields } });
    expect(to({ from: WE }).replyToMessageId).toBe('3');
    expect(to({ from: OLENA }).replyToMessageId).toBeUndefined();
    expect(to({ from: WE, forum_topic_created: { name: 'x' } }).replyToMessageId).toBeUndefined();
  });

  it('gives no person to anonymous administrators and channels', () => {
    const anonymous = { id: 1087968824, is_bot: true, first_name: 'Group' };
    const channelBot = { id: 136817688, is_bot: true, first_name: 'Channel' };
    expect(inGroup({ from: anonymous, sender_chat: { id: -1001 } }).person).toBeUndefined();
    expect(inGroup({ from: anonymous }).person).toBeUndefined();
    expect(inGroup({ from: channelBot, sender_chat: { id: -1002 } }).person).toBeUndefined();
    expect(inGroup({ from: undefined }).person).toBeUndefined();
  });

  it('gives no person to what a person did to the chat', () => {
    const message = aMessage({ chat: GROUP, new_chat_members: [OLENA] });
    expect(incoming({ message })).not.toHaveProperty('person');
    expect(incoming({ message }).content).toEqual({ kind: 'other', what: 'new_chat_members' });
  });

  it('says where it has moved', () => {
    const message = aMessage({ chat: { ...GROUP, type: 'group' }, migrate_to_chat_id: -100200 });
    expect(incoming({ message }).content).toEqual({ kind: 'migration', toChatId: '-100200' });
  });

  it('does not hear other bots', () => {
    const from = { id: 8, is_bot: true, first_name: 'x' };
    expect(read({ message: aMessage({ chat: GROUP, text: 'x', from }) })).toMatchObject({
      why: 'from_a_bot',
    });
  });
});

describe('a changed message', () => {
  it.each([
    [{ text: '/start again' }, '/start again'],
    [{ caption: 'нова яма', photo: undefined }, 'нова яма'],
  ])('is an edit and never a command: %j', (fields, text) => {
    const { content } = incoming({ edited_message: aMessage(fields) });
    expect(content).toEqual({ kind: 'edit', messageId: '9', text });
  });

  it('without words is nothing', () => {
    const edited_message = aMessage({ location: { latitude: 1, longitude: 2 } });
    expect(read({ edited_message })).toMatchObject({ result: 'ignored', why: 'no_words' });
  });
});

describe('a press', () => {
  const press = {
    id: '900',
    from: OLENA,
    data: 'take:7',
    message: { message_id: 3, date: 0, chat: PRIVATE },
  };

  it('names its message, also one too old to be shown', () => {
    expect(incoming({ callback_query: press })).toMatchObject({
      at: NOW,
      person: { id: '42' },
      content: { kind: 'press', token: 'take:7', pressId: '900', messageId: '3' },
    });
  });

  it('without a message or a token is ignored', () => {
    expect(read({ callback_query: { ...press, data: undefined } })).toMatchObject({ why: 'not_a_press' });
    expect(read({ callback_query: { ...press, message: undefined } })).toMatchObject({ why: 'not_a_press' });
  });
});

describe('the bot’s own membership', () => {
  const change = (chat: object, status: string, rights = {}) =>
    incoming({ my_chat_member: { chat, from: OLENA, date: DATE, new_chat_member: { status, ...rights } } })
      .content;

  it.each([
    ['kicked', false],
    ['member', true],
  ])('in a private chat %s is reach %s', (status, isReachable) => {
    expect(change(PRIVATE, status)).toEqual({ kind: 'reach', isReachable });
  });

  it.each([
    ['member', {}, true, false],
    ['administrator', {}, true, false],
    ['administrator', { can_manage_topics: false }, true, false],
    ['administrator', { can_manage_topics: true }, true, true],
    ['left', {}, false, false],
    ['kicked', {}, false, false],
  ])('in a group %s %j', (status, rights, isMember, mayManageTopics) => {
    expect(change(GROUP, status, rights)).toEqual({ kind: 'membership', isMember, mayManageTopics });
  });
});

describe('an update we cannot read', () => {
  it('keeps its id for quarantine and names the field, not the content', () => {
    const reading = read({ message: { ...aMessage({}), message_id: 'nine', text: 'таємниця' } });
    expect(reading).toMatchObject({ result: 'malformed', updateId: 5, id: 'tg-7001-5' });
    expect(JSON.stringify(reading)).toContain('message.message_id');
    expect(JSON.stringify(reading)).not.toContain('таємниця');
  });

  it.each([null, undefined, 'text', 7, [], {}, { update_id: 'x' }])('gets a stable id: %j', (raw) => {
    const reading = readUpdate(raw, BOT, NOW);
    expect(reading).toMatchObject({ result: 'malformed' });
    expect(readUpdate(raw, BOT, NOW)).toEqual(reading);
  });

  it('of an unknown kind or of a channel is ignored', () => {
    expect(read({ poll_of_tomorrow: {} })).toMatchObject({ result: 'ignored', why: 'unknown_kind' });
    expect(read({ message: aMessage({ chat: { id: -5, type: 'channel' } }) })).toMatchObject({
      why: 'channel',
    });
  });
});
