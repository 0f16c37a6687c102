import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { mongo } from 'mongoose';

export interface Write {
  readonly collection: string;
  readonly command: string;
  /** It was answered only when a majority had it on disk. */
  readonly isDurable: boolean;
}

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);
const HEADER = 16;
const OP_MSG = 2013;

/** A wire to the database that reads along: every writing command and whether it asks for durability. */
export async function sniffWrites(mongodbUri: string) {
  const target = new URL(mongodbUri);
  const writes: Write[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const read = reader(writes);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', read);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wired = new URL(mongodbUri);
  wired.port = String((server.address() as AddressInfo).port);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: wired.href, writes, close };
}

/** Cuts a stream into messages of the wire protocol. */
function reader(writes: Write[]) {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const message = rest.subarray(0, rest.readInt32LE(0));
      rest = rest.subarray(message.length);
      const write = message.readInt32LE(12) === OP_MSG ? writeIn(message) : undefined;
      if (write) writes.push(write);
    }
  };
}

/** The first section of kind 0 holds the command. */
function writeIn(message: Buffer): Write | undefined {
  let at = HEADER + 4;
  while (at < message.length && message[at] === 1) at += 1 + message.readInt32LE(at + 1);
  if (message[at] !== 0) return undefined;
  const size = message.readInt32LE(at + 1);
  const body = mongo.BSON.deserialize(message.subarray(at + 1, at + 1 + size));
  const command = Object.keys(body)[0] ?? '';
  if (!WRITES.has(command)) return undefined;
  const concern = (body['writeConcern'] ?? {}) as { w?: unknown; j?: unknown };
  return {
    command,
    collection: String(body[command]),
    isDurable: concern.w === 'majority' && concern.j === true,
  };
}
