import type { Fake } from './fake';
import { dropTopic, openTopic } from './methods/topics';
import type { Person } from './person';
import type { Seen } from './seen';
import { toSeen } from './seen';
import { tellBot, tellStatus } from './tell-bot';
import type { Chat, MemberStatus, Topic } from './chat';
import { describePerson } from './chat';

/** A group chat as its owner handles it. */
export class Group {
  constructor(
    private readonly fake: Fake,
    public chat: Chat,
    private readonly owner: Person,
  ) {}

  get id(): number {
    return this.chat.id;
  }

  get title(): string {
    return this.chat.title ?? '';
  }

  messages(thread?: number): Seen[] {
    return [...this.chat.messages.values()]
      .filter(
        (kept) => !kept.isDeleted && (thread === undefined || kept.message.message_thread_id === thread),
      )
      .map((kept) => toSeen(this.fake.world.bot.id, kept));
  }

  topics(): Topic[] {
    return [...this.chat.topics.values()];
  }

  adds(person: Person, status: MemberStatus = 'member'): void {
    this.chat.members.set(person.id, status);
    const user = describePerson(person.record);
    const kept = this.fake.world.post(this.chat, { from: user, new_chat_members: [user] });
    tellBot(this.fake, this.chat, { kind: 'message', message: kept.message });
  }

  removes(person: Person): void {
    this.chat.members.set(person.id, 'left');
    const user = describePerson(person.record);
    const kept = this.fake.world.post(this.chat, { from: user, left_chat_member: user });
    tellBot(this.fake, this.chat, { kind: 'message', message: kept.message });
  }

  /** Promotes or demotes a person. */
  makes(person: Person, status: MemberStatus): void {
    this.chat.members.set(person.id, status);
    this.fake.world.changed(this.chat, 'member', undefined, { personId: person.id });
  }

  addsBot(status: 'member' | 'administrator' = 'member'): void {
    this.setBot(status);
  }

  removesBot(): void {
    this.setBot('kicked');
  }

  promotesBot(): void {
    this.setBot('administrator');
  }

  demotesBot(): void {
    this.setBot('member');
  }

  private setBot(to: MemberStatus): void {
    const from = this.chat.bot;
    this.chat.bot = to;
    tellStatus(this.fake, this.chat, { by: this.owner.record, from, to });
    this.fake.world.changed(this.chat, 'member');
  }

  opensTopic(name: string, by: Person = this.owner): Topic {
    const from = describePerson(by.record);
    const { topic, kept } = openTopic(this.fake, this.chat, { name, color: 7322096, from });
    tellBot(this.fake, this.chat, { kind: 'message', message: kept.message });
    return topic;
  }

  /** A topic goes with all it holds; bots are not told. */
  deletesTopic(threadId: number): void {
    dropTopic(this.fake, this.chat, threadId);
  }

  /** The group becomes a supergroup: a new id, and the old one answers with where it went. */
  migrates(options: { isForum?: boolean } = {}): void {
    const { world } = this.fake;
    const old = this.chat;
    if (old.type !== 'group') throw new Error('only an ordinary group migrates');
    const fresh = world.addChat({
      id: world.nextGroupId('supergroup'),
      type: 'supergroup',
      title: old.title,
      isForum: options.isForum ?? false,
      members: new Map(old.members),
      bot: old.bot,
    });
    const from = describePerson(this.owner.record);
    const last = world.post(old, { from, migrate_to_chat_id: fresh.id });
    const first = world.post(fresh, { from, migrate_from_chat_id: old.id });
    tellBot(this.fake, old, { kind: 'message', message: last.message });
    tellBot(this.fake, fresh, { kind: 'message', message: first.message });
    old.migratedTo = fresh.id;
    this.chat = fresh;
  }
}
