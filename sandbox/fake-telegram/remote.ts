import type { Press } from './fake';
import type { Call, Delivery, Violation } from './ledger';
import type { Screen } from './onlooker';
import type { Pressed } from './person';
import type { Seen } from './seen';
import type { GroupOptions, PersonOptions } from './telegram';

/** Where a remote person acts: groups are named by id. */
export interface RemoteWhere {
  in?: number;
  thread?: number;
  replyTo?: number;
  isAnonymous?: boolean;
}

export interface RemoteFile {
  base64?: string;
  name?: string;
  mime?: string;
  caption?: string;
}

type RemotePress = { id: string; url?: string };
type Order = <T>(action: string, ...args: unknown[]) => Promise<T>;

/** A person of a fake that runs in another process. */
export class RemotePerson {
  constructor(
    readonly id: number,
    private readonly order: Order,
  ) {}

  says = (text: string, where?: RemoteWhere) => this.order<Seen>('says', text, where);
  starts = (payload?: string) => this.order<Seen>('starts', payload);
  presses = (pressed: Pressed, where?: RemoteWhere) => this.order<RemotePress>('presses', pressed, where);
  waitsAnswer = (press: RemotePress, timeoutMs?: number) =>
    this.order<NonNullable<Press['answer']>>('waitsAnswer', press, timeoutMs);
  sharesContact = (other?: number | { phone: string; firstName: string; userId?: number }) =>
    this.order<Seen>('sharesContact', other);
  sharesPlace = (latitude: number, longitude: number, where?: RemoteWhere) =>
    this.order<Seen>('sharesPlace', latitude, longitude, where);
  sendsPhoto = (file?: RemoteFile, where?: RemoteWhere) => this.order<Seen>('sendsPhoto', file, where);
  sendsAlbum = (files: RemoteFile[], where?: RemoteWhere) => this.order<Seen[]>('sendsAlbum', files, where);
  sendsDocument = (file?: RemoteFile, where?: RemoteWhere) => this.order<Seen>('sendsDocument', file, where);
  sendsVoice = (file?: RemoteFile, where?: RemoteWhere) => this.order<Seen>('sendsVoice', file, where);
  sendsSticker = (where?: RemoteWhere) => this.order<Seen>('sendsSticker', where);
  forwards = (message: Seen, where?: RemoteWhere) => this.order<Seen>('forwards', message, where);
  edits = (message: Seen, text: string) => this.order<Seen>('edits', message, text);
  blocksBot = () => this.order<void>('blocksBot');
  unblocksBot = () => this.order<void>('unblocksBot');
  screen = (where?: RemoteWhere) => this.order<Screen>('screen', where);
  sees = (where?: RemoteWhere) => this.order<string>('sees', where);
  messages = (where?: RemoteWhere) => this.order<Seen[]>('messages', where);
  waits = (wanted: RegExp, options?: RemoteWhere & { timeoutMs?: number }) =>
    this.order<Seen>('waits', wanted.source, wanted.flags, options);
}

/** The same driving API as in-process, over `/control`. */
export class RemoteTelegram {
  constructor(readonly apiRoot: string) {}

  async person(options: PersonOptions): Promise<RemotePerson> {
    const { id } = await this.ask<{ id: number }>('people', options);
    return this.personBy(id);
  }

  personBy(id: number): RemotePerson {
    return new RemotePerson(id, (action, ...args) => this.ask(`people/${id}/${action}`, { args }));
  }

  async group(
    options: Omit<GroupOptions, 'members' | 'admins'> & { members?: number[]; admins?: number[] },
  ): Promise<number> {
    return (await this.ask<{ id: number }>('groups', options)).id;
  }

  groupDoes<T>(id: number, action: string, ...args: unknown[]): Promise<T> {
    return this.ask<T>(`groups/${id}/${action}`, { args });
  }

  fault(name: string, ...args: unknown[]): Promise<void> {
    return this.ask(`faults/${name}`, { args });
  }

  moveClock(offsetMs: number): Promise<void> {
    return this.ask('clock', { offsetMs });
  }

  ledger(): Promise<{ calls: Call[]; violations: Violation[]; deliveries: Delivery[] }> {
    return this.ask('ledger');
  }

  private async ask<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) };
    const answer = await fetch(`${this.apiRoot}/control/${path}`, init);
    const told = (await answer.json()) as T & { error?: string };
    if (!answer.ok) throw new Error(told.error ?? `control answers ${answer.status}`);
    return told;
  }
}

const JSON_BODY = { 'content-type': 'application/json' };
