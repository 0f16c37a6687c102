import type { UserFromGetMe } from '@grammyjs/types';
import type { ChangeListener } from './changes';
import type { MemberStatus } from './chat';
import type { Fake } from './fake';
import type { Faults } from './faults';
import { Group } from './group';
import type { Ledger } from './ledger';
import { Person } from './person';
import type { Seen } from './seen';
import { toSeen } from './seen';

export interface PersonOptions {
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  phone?: string;
  id?: number;
}

export interface GroupOptions {
  title: string;
  id?: number;
  /** A forum is always a supergroup. */
  kind?: 'group' | 'supergroup';
  isForum?: boolean;
  members?: Person[];
  admins?: Person[];
  botIsAdmin?: boolean;
}

/** Telegram for one bot, on this machine. */
export class FakeTelegram {
  private readonly people = new Map<number, Person>();
  private readonly groupList: Group[] = [];

  constructor(
    readonly fake: Fake,
    readonly apiRoot: string,
    private readonly close: () => Promise<void>,
  ) {}

  get token(): string {
    return this.fake.token;
  }

  get bot(): UserFromGetMe {
    return this.fake.world.bot;
  }

  get ledger(): Ledger {
    return this.fake.ledger;
  }

  get faults(): Faults {
    return this.fake.faults;
  }

  person(options: PersonOptions): Person {
    const id = options.id ?? this.fake.world.nextPersonId();
    const record = { ...options, id, isDeactivated: false };
    this.fake.world.people.set(id, record);
    const person = new Person(this.fake, record);
    this.people.set(id, person);
    this.fake.world.privateChat(record);
    return person;
  }

  personBy(id: number): Person | undefined {
    return this.people.get(id);
  }

  everybody(): Person[] {
    return [...this.people.values()];
  }

  group(options: GroupOptions): Group {
    const type = options.isForum ? 'supergroup' : (options.kind ?? 'group');
    const owner = options.admins?.[0] ?? options.members?.[0];
    if (!owner) throw new Error('a group has at least one member');
    const members = new Map<number, MemberStatus>();
    for (const person of options.members ?? []) members.set(person.id, 'member');
    for (const person of options.admins ?? []) members.set(person.id, 'administrator');
    members.set(owner.id, 'creator');
    const chat = this.fake.world.addChat({
      id: options.id ?? this.fake.world.nextGroupId(type),
      type,
      title: options.title,
      isForum: options.isForum ?? false,
      members,
      bot: options.botIsAdmin ? 'administrator' : 'member',
    });
    const group = new Group(this.fake, chat, owner);
    this.groupList.push(group);
    return group;
  }

  groups(): Group[] {
    return [...this.groupList];
  }

  /** The private chat of a person, as the bot knows it. */
  privateChat(person: Person): { id: number; messages: () => Seen[] } {
    return { id: person.id, messages: () => person.messages() };
  }

  chatMessages(chatId: number): Seen[] {
    const kept = [...(this.fake.world.chats.get(chatId)?.messages.values() ?? [])];
    return kept.filter((one) => !one.isDeleted).map((one) => toSeen(this.fake.world.bot.id, one));
  }

  fileBytes(fileId: string): { bytes: Buffer; mime: string; name: string } | undefined {
    return this.fake.files.find(fileId);
  }

  /** Every visible change, as it happens; the answer ends it. */
  subscribe(listener: ChangeListener): () => void {
    return this.fake.world.subscribe(listener);
  }

  pendingUpdates(): number {
    return this.fake.updates.count();
  }

  now(): Date {
    return this.fake.world.clock.now();
  }

  setClock(now: () => Date): void {
    this.fake.world.clock.now = now;
  }

  async stop(): Promise<void> {
    await this.close();
  }
}
