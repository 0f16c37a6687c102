import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

export interface Wire {
  /** The server's address, by way of the wire. */
  readonly url: string;
  /** Resets every connection, and each new one. */
  cut(): void;
  /** Every byte takes so many milliseconds longer, in both directions. */
  slow(ms: number): void;
  /** Swallows every byte and says nothing; connections of that time stay dead when the wire is mended. */
  swallow(): void;
  mend(): void;
  close(): Promise<void>;
}

interface Line {
  readonly near: Socket;
  readonly far?: Socket;
  isDead: boolean;
}

/** A wire to a server that a test can cut, slow down, make swallow everything, and mend. */
export async function aWireTo(url: string): Promise<Wire> {
  const target = new URL(url);
  const lines = new Set<Line>();
  let state: 'well' | 'cut' | 'swallowing' = 'well';
  let delayMs = 0;

  const end = (line: Line) => {
    lines.delete(line);
    line.near.destroy();
    line.far?.destroy();
  };
  const carry = (line: Line, from: Socket, to: Socket) => {
    const inTurn = lateness(() => delayMs);
    from.on('data', (bytes) => inTurn(() => void (line.isDead || to.destroyed || to.write(bytes))));
    from.on('error', () => undefined);
    from.on('close', () => inTurn(() => end(line)));
  };
  const open = (near: Socket) => {
    if (state === 'cut') return void near.resetAndDestroy();
    const far = connect(Number(target.port), target.hostname);
    const line: Line = { near, far, isDead: state === 'swallowing' };
    lines.add(line);
    carry(line, near, far);
    carry(line, far, near);
  };

  const server = createServer(open);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wired = new URL(url);
  wired.hostname = '127.0.0.1';
  wired.port = String((server.address() as AddressInfo).port);
  return {
    url: url.endsWith('/') ? wired.href : wired.href.replace(/\/$/, ''),
    cut: () => {
      state = 'cut';
      for (const { near, far } of lines) for (const socket of [near, far]) socket?.resetAndDestroy();
    },
    slow: (ms) => {
      delayMs = ms;
    },
    swallow: () => {
      state = 'swallowing';
      for (const line of lines) line.isDead = true;
    },
    mend: () => {
      state = 'well';
      delayMs = 0;
    },
    close: () => {
      for (const line of lines) end(line);
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Does things one after another, each as late as the wire is slow at that moment. */
function lateness(delayMs: () => number) {
  const waiting: { at: number; act: () => void }[] = [];
  const drain = () => {
    while (waiting[0] && waiting[0].at <= performance.now()) waiting.shift()!.act();
    if (waiting[0]) setTimeout(drain, waiting[0].at - performance.now());
  };
  return (act: () => void) => {
    if (delayMs() === 0 && waiting.length === 0) return act();
    waiting.push({ at: performance.now() + delayMs(), act });
    if (waiting.length === 1) setTimeout(drain, delayMs());
  };
}
