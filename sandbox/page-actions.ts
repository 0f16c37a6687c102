import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Person } from './fake-telegram/person';
import type { Seen } from './fake-telegram/seen';
import type { FakeTelegram } from './fake-telegram/telegram';

export const PHOTOS_DIR = join(__dirname, 'page', 'photos');
export const SAMPLE_PHOTOS = ['lamp', 'pothole', 'bins'] as const;

const PRESS_WAIT_MS = 20_000;
const MOST_BYTES = 10 * 1024 * 1024;

const place = { person: z.number().int(), chat: z.number().int(), thread: z.number().int().optional() };
const replyTo = z.number().int().optional();
const messageId = z.number().int();
const file = z.object({
  name: z.string().max(200),
  mime: z.string().max(100),
  base64: z.base64().max(Math.ceil((MOST_BYTES * 4) / 3) + 4),
});

/** All a person can do on the page. */
export const ACTION = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), ...place, text: z.string().min(1).max(20_000), replyTo }),
  z.object({ do: z.literal('press'), ...place, messageId, token: z.string() }),
  z.object({ do: z.literal('key'), ...place, text: z.string().min(1) }),
  z.object({ do: z.literal('contact'), ...place, of: z.number().int().optional() }),
  z.object({
    do: z.literal('place'),
    ...place,
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    replyTo,
  }),
  z.object({
    do: z.literal('photos'),
    ...place,
    files: z.array(file).max(10).default([]),
    samples: z.array(z.enum(SAMPLE_PHOTOS)).max(10).default([]),
    caption: z.string().max(1024).default(''),
    replyTo,
  }),
  z.object({ do: z.literal('document'), ...place, file, caption: z.string().max(1024).default(''), replyTo }),
  z.object({ do: z.literal('sticker'), ...place }),
  z.object({ do: z.literal('forward'), ...place, messageId, fromChat: z.number().int() }),
  z.object({ do: z.literal('edit'), ...place, messageId, text: z.string().min(1).max(4096) }),
  z.object({ do: z.literal('delete'), ...place, messageId }),
  z.object({ do: z.literal('block'), ...place }),
  z.object({ do: z.literal('unblock'), ...place }),
]);

export type Action = z.infer<typeof ACTION>;
type Of<Kind extends Action['do']> = Extract<Action, { do: Kind }>;

type Where = NonNullable<Parameters<Person['says']>[1]>;

interface Scene {
  telegram: FakeTelegram;
  person: Person;
  where: Where;
}

type Acts = { [Kind in Action['do']]: (scene: Scene, action: Of<Kind>) => Promise<unknown> };

const ACTS: Acts = {
  say: ({ person, where }, { text }) => person.says(text, where),
  press: (scene, action) => press(scene, action),
  key: (scene, action) => pressKey(scene, action),
  contact: (scene, action) => shareContact(scene, action),
  place: ({ person, where }, { latitude, longitude }) => person.sharesPlace(latitude, longitude, where),
  photos: (scene, action) => sendPhotos(scene, action),
  document: ({ person, where }, { file, caption }) =>
    person.sendsDocument({ ...toFile(file), ...(caption && { caption }) }, where),
  sticker: ({ person, where }) => person.sendsSticker(where),
  forward: ({ telegram, person, where }, action) =>
    person.forwards(messageOf(telegram, action.fromChat, action.messageId), where),
  edit: ({ telegram, person }, action) =>
    person.edits(messageOf(telegram, action.chat, action.messageId), action.text),
  delete: ({ telegram, person }, action) =>
    person.deletes(messageOf(telegram, action.chat, action.messageId)),
  block: ({ person }) => person.blocksBot(),
  unblock: ({ person }) => person.unblocksBot(),
};

/** Lets a sample person do something, and answers what they see of it at once. */
export async function act(telegram: FakeTelegram, action: Action): Promise<unknown> {
  const person = telegram.personBy(action.person);
  if (!person) throw new Error('there is no such person');
  const group = action.chat < 0 ? telegram.groups().find(({ id }) => id === action.chat) : undefined;
  if (action.chat < 0 ? !group : action.chat !== person.id) throw new Error('this chat is somebody else’s');
  const replied = 'replyTo' in action ? action.replyTo : undefined;
  const where: Where = {
    ...(group && { in: group }),
    ...(action.thread && { thread: action.thread }),
    ...(replied !== undefined && { replyTo: replied }),
  };
  const perform = ACTS[action.do] as (scene: Scene, action: Action) => Promise<unknown>;
  return perform({ telegram, person, where }, action);
}

async function press({ person, where }: Scene, { messageId, token }: Of<'press'>) {
  const handle = await person.presses({ message: messageId, token }, where);
  if (!handle.id) return {};
  return person.waitsAnswer(handle, PRESS_WAIT_MS).catch(() => ({ isUnanswered: true }));
}

async function pressKey({ telegram, person, where }: Scene, { chat: chatId, text }: Of<'key'>) {
  const chat = telegram.fake.world.chats.get(chatId);
  const said = await person.says(text, where);
  hideOneTime(telegram, chatId);
  return chat ? said : undefined;
}

async function shareContact({ telegram, person }: Scene, { chat, of }: Of<'contact'>) {
  const other = of === undefined || of === person.id ? undefined : telegram.personBy(of);
  const sent = await person.sharesContact(other);
  hideOneTime(telegram, chat);
  return sent;
}

function hideOneTime(telegram: FakeTelegram, chatId: number): void {
  const chat = telegram.fake.world.chats.get(chatId);
  if (!chat?.keyboard?.isOneTime) return;
  chat.keyboard = undefined;
  telegram.fake.world.changed(chat, 'keyboard');
}

async function sendPhotos({ person, where }: Scene, { files, samples, caption }: Of<'photos'>) {
  const photos = [...samples.map(samplePhoto), ...files.map(toFile)];
  const [first, ...rest] = photos;
  if (!first) throw new Error('there is no photo');
  const captioned = { ...first, ...(caption && { caption }) };
  if (rest.length === 0) return person.sendsPhoto(captioned, where);
  return person.sendsAlbum([captioned, ...rest], where);
}

export function samplePhoto(name: (typeof SAMPLE_PHOTOS)[number]) {
  return { bytes: readFileSync(join(PHOTOS_DIR, `${name}.jpg`)), name: `${name}.jpg`, mime: 'image/jpeg' };
}

const toFile = ({ name, mime, base64 }: z.infer<typeof file>) => ({
  bytes: Buffer.from(base64, 'base64'),
  name,
  mime,
});

function messageOf(telegram: FakeTelegram, chatId: number, messageId: number): Seen {
  const found = telegram.chatMessages(chatId).find(({ id }) => id === messageId);
  if (!found) throw new Error('there is no such message');
  return found;
}
