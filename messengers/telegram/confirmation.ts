/**
 * Which updates have been carried out. Telegram forgets all below the number it is asked from, so that number
 * never passes one that is still under way or was given up.
 */
export class Confirmation {
  private readonly open = new Set<number>();
  private readonly closed = new Set<number>();
  private barrier = Infinity;
  private next: number | undefined;

  /** False when it is under way or done already. `askedFrom` is the offset of the request that brought it. */
  begin(updateId: number, askedFrom?: number): boolean {
    // After a quiet week Telegram may start numbering anew from anywhere.
    if (askedFrom !== undefined && updateId < askedFrom && this.open.size === 0) this.restart();
    const isDone = this.closed.has(updateId) || (this.next !== undefined && updateId < this.next);
    if (isDone || this.open.has(updateId)) return false;
    this.open.add(updateId);
    return true;
  }

  finish(updateId: number): void {
    this.open.delete(updateId);
    this.closed.add(updateId);
    const first = Math.min(this.barrier, ...this.open);
    for (const done of this.closed) {
      if (done > first) continue;
      this.closed.delete(done);
      this.next = Math.max(this.next ?? 0, done + 1);
    }
  }

  /** Not carried out after all: Telegram is to deliver it again, to whoever asks next. */
  giveUp(updateId: number): void {
    this.open.delete(updateId);
    this.barrier = Math.min(this.barrier, updateId);
  }

  /** The first update to ask for; nothing until one is carried out. */
  get offset(): number | undefined {
    return this.next;
  }

  get underWay(): number {
    return this.open.size;
  }

  private restart(): void {
    this.closed.clear();
    this.next = undefined;
  }
}
