import { askPort } from './ports.mjs';

/** Says whether a server on this local port answers MongoDB's `ping`. */
export async function isMongoReady(port) {
  const answer = await askPort(port, PING, 5000);
  return Boolean(answer?.includes(OK));
}

const OK = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f', 'latin1');
const PING = message(document(Buffer.from('\x10ping\0\x01\0\0\0', 'latin1'), text('$db', 'admin')));

function text(name, value) {
  return Buffer.concat([Buffer.from(`\x02${name}\0`), int32(value.length + 1), Buffer.from(`${value}\0`)]);
}

function document(...fields) {
  const body = Buffer.concat(fields);
  return Buffer.concat([int32(body.length + 5), body, Buffer.from([0])]);
}

/** The wire protocol's OP_MSG: length, request id, response to, code 2013, flags, section kind 0, document. */
function message(bson) {
  const rest = Buffer.concat([int32(1), int32(0), int32(2013), int32(0), Buffer.from([0]), bson]);
  return Buffer.concat([int32(rest.length + 4), rest]);
}

function int32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}
