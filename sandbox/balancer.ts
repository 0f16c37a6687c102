import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One address in front of several bots: each delivery goes to the next one that answers. */
export async function startBalancer(portsOf: () => readonly number[]) {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const ports = portsOf();
    turn += 1;
    const inTurn = ports.map((_, index) => ports[(index + turn) % ports.length]!);
    const body: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => body.push(chunk));
    incoming.on('end', () => forward(incoming, outgoing, { body: Buffer.concat(body), ports: inTurn }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/telegram`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { body, ports: [port, ...others] }: { body: Buffer; ports: number[] },
): void {
  if (port === undefined) return void outgoing.writeHead(502).end();
  const { method, url: path, headers } = incoming;
  const onward = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => {
    if (!outgoing.headersSent) forward(incoming, outgoing, { body, ports: others });
    else outgoing.destroy();
  });
  onward.end(body);
}
