import { Agent, createServer, get, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeGently } from '../../web/close-gently';

async function serving(handle: RequestListener) {
  const server = createServer({ keepAliveTimeout: 600_000 }, handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const port = (server.address() as AddressInfo).port;
  const ask = () =>
    new Promise<string>((resolve) => {
      const request = get({ port, agent, host: '127.0.0.1' }, (response) => {
        response.resume().on('end', () => resolve('answered')).on('error', () => resolve('cut')); // prettier-ignore
      });
      request.on('error', () => resolve('cut'));
    });
  return { server, ask };
}

describe('a server that closes gently', () => {
  it('answers what is under way and closes a connection that would bring more', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const { server, ask } = await serving((_request, response) => {
      asked();
      setTimeout(() => response.end('done'), 200);
    });
    const underWay = ask();
    await isAsked;
    const closed = closeGently(server);
    expect(await underWay).toBe('answered');
    await closed;
    expect(await ask()).toBe('cut');
  });

  it('cuts what does not end', async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const { server, ask } = await serving(asked);
    const endless = ask();
    await isAsked;
    await closeGently(server, 100);
    expect(await endless).toBe('cut');
  });
});
