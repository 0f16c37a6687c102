/** After a refused token nothing is sent but one try in so many milliseconds. */
const STOPPED_MS = 60_000;

/** Keeps a process from knocking again and again at a door that refuses its token. */
export class Brake {
  private until = 0;

  /** False while the token counts as refused; one call in a minute may try. */
  mayGo(now: number): boolean {
    if (this.until === 0) return true;
    if (now < this.until) return false;
    this.until = now + STOPPED_MS;
    return true;
  }

  /** The token was refused. True when that is news. */
  pull(now: number): boolean {
    const isNews = this.until === 0;
    this.until = now + STOPPED_MS;
    return isNews;
  }

  release(): void {
    this.until = 0;
  }
}
