/** Runs tasks of one chat in order of arrival and of different chats side by side. */
export class ChatOrder {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Resolves with the task's own result when its turn has come and gone. */
  add<T>(chat: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(chat) ?? Promise.resolve();
    const mine = before.then(task);
    const tail = mine.then(
      () => undefined,
      () => undefined,
    );
    this.tails.set(chat, tail);
    void tail.then(() => this.tails.get(chat) === tail && this.tails.delete(chat));
    return mine;
  }
}

/** Lets at most `places` tasks run at once; the others wait in line. */
export class Room {
  private readonly line: (() => void)[] = [];

  constructor(private places: number) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.places > 0) this.places -= 1;
    else await new Promise<void>((enter) => this.line.push(enter));
    try {
      return await task();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.places += 1;
    }
  }
}
