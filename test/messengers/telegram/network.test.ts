import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import type { Markup } from '../../../messengers/messenger';
import { createTelegramMessenger } from '../../../messengers/telegram/telegram';
import { aLog, anOpenBudget, to } from './a-door';

jest.setTimeout(30_000);

describe('a call to a server that is there and never makes the connection', () => {
  let silent: Server;
  beforeAll(async () => {
    silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
  });
  afterAll(() => silent.close());

  it('has not left when its time is over', async () => {
    const { port } = silent.address() as AddressInfo;
    const door = createTelegramMessenger({
      ...{ token: '1:a', apiRoot: `https://127.0.0.1:${port}` },
      ...{ budget: anOpenBudget().budget, log: aLog().log },
    });
    expect(await door.send(to(1), { text: 'слова' as Markup }, 'notice')).toEqual({ result: 'later' });
  });
});
