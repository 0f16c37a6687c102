import type { BotCommand, UserFromGetMe } from '@grammyjs/types';
import type { ChangeListener } from './changes';
import type { Fake } from './fake';
import { Faults } from './faults';
import { Files } from './files';
import { Group } from './group';
import { Ledger } from './ledger';
import type { LimitOptions } from './limits';
import { Limits, USUAL_LIMITS } from './limits';
import { Person } from './person';
import { Polling } from './polling';
import type { Seen } from './seen';
import { toSeen } from './seen';
import { answerInline, portOf, startServer } from './server';
import { Updates } from './updates';
import { Webhook } from './webhook';
import type { MemberStatus } from './chat';
import { World } from './world';

export interface FakeTelegramOptions {
  port?: number;
  token?: string;
  username?: string;
  enforceLimits?: boolean;
  limits?: Partial<LimitOptions>;
  /** The share of updates that arrive twice, 0..1. */
  repeatShare?: number;
  seed?: number;
  /** What a second of waiting between webhook attempts lasts. */
  retryBaseMs?: number;
  webhookTimeoutMs?: number;
  pressLifetimeMs?: number;
  /** Group privacy; off, the bot reads everything. */
  hasPrivacy?: boolean;
  /** The business clock, for message dates. Limits and waiting use real time. */
  now?: () => Date;
  /** A sandbox whose database outlives the fake starts its ids where no earlier run has been. */
  firstMessageId?: number;
  firstUpdateId?: number;
}

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

const TOKEN = '7000000001:AAFakeTokenForTheSandboxAndTheTests-123';

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

  setClock(now: () => Date): void {
    this.fake.world.clock.now = now;
  }

  async stop(): Promise<void> {
    await this.close();
  }
}

/** Starts the fake; it listens on this machine only. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const fake = build(options);
  const server = await startServer(fake, options.port ?? 0, () => false);
  const close = async () => {
    fake.webhook.stop();
    fake.polling.end('the fake stops');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return new FakeTelegram(fake, `http://127.0.0.1:${portOf(server)}`, close);
}

function build(options: FakeTelegramOptions): Fake {
  const token = options.token ?? TOKEN;
  const seed = options.seed ?? 1;
  const ledger = new Ledger();
  const updates = new Updates({
    repeatShare: options.repeatShare ?? 0,
    seed,
    firstUpdateId: options.firstUpdateId ?? Math.floor(Date.now() / 100) % 2_000_000_000,
  });
  const fake: Fake = {
    token,
    world: new World(
      botOf(token, options),
      { now: options.now ?? (() => new Date()) },
      options.firstMessageId,
    ),
    files: new Files(),
    updates,
    polling: new Polling(updates, ledger),
    webhook: new Webhook(updates, ledger, {
      retryBaseMs: options.retryBaseMs ?? 1000,
      timeoutMs: options.webhookTimeoutMs ?? 60_000,
    }),
    ledger,
    limits:
      options.enforceLimits === false
        ? undefined
        : new Limits({ ...USUAL_LIMITS, ...options.limits }, ledger),
    faults: new Faults(seed),
    presses: new Map(),
    pressLifetimeMs: options.pressLifetimeMs ?? 150_000,
    commands: new Map<string, BotCommand[]>(),
  };
  fake.webhook.onReply = (body) => answerInline(fake, body);
  return fake;
}

function botOf(token: string, options: FakeTelegramOptions): UserFromGetMe {
  return {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Відгук',
    username: options.username ?? 'vidhuk_bot',
    can_join_groups: true,
    can_read_all_group_messages: options.hasPrivacy === false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as UserFromGetMe;
}
