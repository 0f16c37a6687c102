import { ownFileIn } from '../domain/own-file';
import type { Messenger, Screen, ShownFile } from '../messengers/messenger';
import type { Files } from './ports';

async function asBytes(files: Files, file: ShownFile): Promise<ShownFile | undefined> {
  const own = 'fileId' in file ? ownFileIn(file.fileId) : undefined;
  if (!own) return file;
  const bytes = await files.get(own.copyId);
  return bytes && { kind: file.kind, bytes, name: own.name };
}

async function withBytes(files: Files, screen: Screen): Promise<Screen> {
  if (!screen.files) return screen;
  const shown = await Promise.all(screen.files.map((file) => asBytes(files, file)));
  return { ...screen, files: shown.filter((file) => file !== undefined) };
}

/** The messenger, to which files it never had go as bytes: what staff hand in elsewhere reaches people here. */
export const sendingOwnFiles = (messenger: Messenger, files: Files): Messenger => ({
  name: messenger.name,
  capabilities: messenger.capabilities,
  send: async (to, screen, lane) => messenger.send(to, await withBytes(files, screen), lane),
  edit: async (at, messageId, screen, lane) =>
    messenger.edit(at, messageId, await withBytes(files, screen), lane),
  remove: (at, messageId, lane) => messenger.remove(at, messageId, lane),
  replaceFile: async (at, messageId, screen, lane) =>
    messenger.replaceFile(at, messageId, await withBytes(files, screen), lane),
  acknowledge: (pressId, words) => messenger.acknowledge(pressId, words),
  createTopic: (chat, title) => messenger.createTopic(chat, title),
  editTopic: (at, title) => messenger.editTopic(at, title),
  setTopicOpen: (at, isOpen) => messenger.setTopicOpen(at, isOpen),
  pin: (at, messageId) => messenger.pin(at, messageId),
  download: async (fileId) => {
    const own = ownFileIn(fileId);
    return own ? ((await files.get(own.copyId)) ?? 'gone') : messenger.download(fileId);
  },
  describeChat: (chat) => messenger.describeChat(chat),
  isMember: (chat, who) => messenger.isMember(chat, who),
  standing: () => messenger.standing(),
});
