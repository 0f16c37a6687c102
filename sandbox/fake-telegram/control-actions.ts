import type { MemberStatus } from './chat';
import { isRecord } from './arguments';
import type { Group } from './group';
import type { PressHandle, Where } from './onlooker';
import type { Person, Pressed } from './person';
import type { Seen } from './seen';
import type { SentFile } from './sent-files';
import type { FakeTelegram } from './telegram';

type Act<T> = (telegram: FakeTelegram, one: T, args: unknown[]) => unknown;

/** What a person can be told to do from outside; groups and people are named by id, bytes are base64. */
export const PERSON_ACTIONS: Record<string, Act<Person>> = {
  says: (telegram, person, [text, where]) => person.says(String(text), toWhere(telegram, where)),
  starts: (_telegram, person, [payload]) => person.starts(typeof payload === 'string' ? payload : ''),
  presses: (telegram, person, [pressed, where]) =>
    person.presses(pressed as Pressed, toWhere(telegram, where)),
  forges: (telegram, person, [token, message, where]) =>
    person.forges(String(token), Number(message), toWhere(telegram, where)),
  waitsAnswer: (telegram, person, [press, timeoutMs]) =>
    person.waitsAnswer(toPress(telegram, press), timeoutMs as number | undefined),
  sharesContact: (telegram, person, [other]) => person.sharesContact(toContact(telegram, other)),
  sharesPlace: (telegram, person, [latitude, longitude, where]) =>
    person.sharesPlace(Number(latitude), Number(longitude), toWhere(telegram, where)),
  sendsPhoto: (telegram, person, [file, where]) => person.sendsPhoto(toFile(file), toWhere(telegram, where)),
  sendsAlbum: (telegram, person, [files, where]) =>
    person.sendsAlbum(Array.isArray(files) ? files.map(toFile) : [], toWhere(telegram, where)),
  sendsDocument: (telegram, person, [file, where]) =>
    person.sendsDocument(toFile(file), toWhere(telegram, where)),
  sendsVoice: (telegram, person, [file, where]) => person.sendsVoice(toFile(file), toWhere(telegram, where)),
  sendsVideo: (telegram, person, [file, where]) => person.sendsVideo(toFile(file), toWhere(telegram, where)),
  sendsVideoNote: (telegram, person, [where]) => person.sendsVideoNote(toWhere(telegram, where)),
  sendsSticker: (telegram, person, [where]) => person.sendsSticker(toWhere(telegram, where)),
  forwards: (telegram, person, [message, where]) =>
    person.forwards(message as Seen, toWhere(telegram, where)),
  edits: (_telegram, person, [message, text]) => person.edits(message as Seen, String(text)),
  deletes: (_telegram, person, [message]) => person.deletes(message as Seen),
  blocksBot: (_telegram, person) => person.blocksBot(),
  unblocksBot: (_telegram, person) => person.unblocksBot(),
  deletesAccount: (_telegram, person) => person.deletesAccount(),
  screen: (telegram, person, [where]) => person.screen(toWhere(telegram, where)),
  sees: (telegram, person, [where]) => person.sees(toWhere(telegram, where)),
  messages: (telegram, person, [where]) => person.messages(toWhere(telegram, where)),
  keyboard: (_telegram, person) => person.keyboard(),
  waits: (telegram, person, [pattern, flags, options]) =>
    person.waits(new RegExp(String(pattern), typeof flags === 'string' ? flags : ''), {
      ...(isRecord(options) ? options : {}),
      ...toWhere(telegram, options),
    }),
};

export const GROUP_ACTIONS: Record<string, Act<Group>> = {
  messages: (_telegram, group, [thread]) => group.messages(thread as number | undefined),
  topics: (_telegram, group) => group.topics(),
  adds: (telegram, group, [id, status]) =>
    group.adds(toPerson(telegram, id), status as MemberStatus | undefined),
  removes: (telegram, group, [id]) => group.removes(toPerson(telegram, id)),
  makes: (telegram, group, [id, status]) => group.makes(toPerson(telegram, id), status as MemberStatus),
  addsBot: (_telegram, group, [status]) => group.addsBot(status as 'member' | 'administrator' | undefined),
  removesBot: (_telegram, group) => group.removesBot(),
  promotesBot: (_telegram, group) => group.promotesBot(),
  demotesBot: (_telegram, group) => group.demotesBot(),
  opensTopic: (telegram, group, [name, by]) =>
    by === undefined
      ? group.opensTopic(String(name))
      : group.opensTopic(String(name), toPerson(telegram, by)),
  deletesTopic: (_telegram, group, [thread]) => group.deletesTopic(Number(thread)),
  migrates: (_telegram, group) => {
    group.migrates();
    return { id: group.id };
  },
};

function toPerson(telegram: FakeTelegram, id: unknown): Person {
  const person = telegram.personBy(Number(id));
  if (!person) throw new Error(`there is no person ${String(id)}`);
  return person;
}

function toWhere(telegram: FakeTelegram, where: unknown): Where {
  if (!isRecord(where)) return {};
  const { in: groupId, thread, replyTo, isAnonymous } = where;
  const group =
    groupId === undefined ? undefined : telegram.groups().find((one) => one.id === Number(groupId));
  if (groupId !== undefined && !group) throw new Error(`there is no group ${Number(groupId)}`);
  return {
    ...(group && { in: group }),
    ...(typeof thread === 'number' && { thread }),
    ...(replyTo !== undefined && { replyTo: replyTo as Seen | number }),
    ...(isAnonymous === true && { isAnonymous }),
  };
}

function toFile(file: unknown): SentFile {
  if (!isRecord(file)) return {};
  const { base64, ...rest } = file;
  return {
    ...(rest as SentFile),
    ...(typeof base64 === 'string' && { bytes: Buffer.from(base64, 'base64') }),
  };
}

function toContact(telegram: FakeTelegram, other: unknown): Parameters<Person['sharesContact']>[0] {
  if (typeof other === 'number') return toPerson(telegram, other);
  return isRecord(other) ? (other as unknown as { phone: string; firstName: string }) : undefined;
}

function toPress(telegram: FakeTelegram, press: unknown): PressHandle {
  const id = isRecord(press) ? String(press['id']) : '';
  return { id, answer: () => telegram.fake.presses.get(id)?.answer };
}
