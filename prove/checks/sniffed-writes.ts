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

/**
 * A wire to the database that reads along: every writing command and whether it asks for durability. While
 * `hasFullDisk` is true the writes are refused as a database does that has no room left.
 */
export async function sniffWrites(mongodbUri: string) {
  const target = new URL(mongodbUri);
  const writes: Write[] = [];
  const state = { hasFullDisk: false };
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const cut = cutter();
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', (chunk: Buffer) => {
      for (const message of cut(chunk)) {
        const write = writeIn(message);
        if (write) writes.push(write);
        if (write && state.hasFullDisk) near.write(refusalOf(message));
        else far.write(message);
      }
    });
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const wired = new URL(mongodbUri);
  wired.port = String((server.address() as AddressInfo).port);
  const close = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: wired.href, writes, state, close };
}

/** Cuts a stream into messages of the wire protocol. */
function cutter() {
  let rest = Buffer.alloc(0);
  return (chunk: Buffer): Buffer[] => {
    rest = Buffer.concat([rest, chunk]);
    const messages: Buffer[] = [];
    while (rest.length >= HEADER && rest.length >= rest.readInt32LE(0)) {
      const message = rest.subarray(0, rest.readInt32LE(0));
      rest = rest.subarray(message.length);
      messages.push(message);
    }
    return messages;
  };
}

const FULL_DISK = { ok: 0, errmsg: 'No space left on device', code: 14031, codeName: 'OutOfDiskSpace' };

function refusalOf(message: Buffer): Buffer {
  const body = Buffer.from(mongo.BSON.serialize(FULL_DISK));
  const answer = Buffer.alloc(HEADER + 5);
  answer.writeInt32LE(HEADER + 5 + body.length, 0);
  answer.writeInt32LE(message.readInt32LE(4), 8);
  answer.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([answer, body]);
}

/** The first section of kind 0 holds the command. */
function writeIn(message: Buffer): Write | undefined {
  if (message.readInt32LE(12) !== OP_MSG) return undefined;
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
