import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { aFolder, aPath, ask, runNode } from '../support/run-script';

const UNREACHABLE = 'http://127.0.0.1:9';
const REDIS = 'redis://127.0.0.1:1';

// Answers every message the way a server answers a ping: {ok: 1.0}.
const FAKE_MONGOD = `#!${process.execPath}
const port = process.argv[process.argv.indexOf('--port') + 1];
const ok = Buffer.from('\\x01ok\\0\\0\\0\\0\\0\\0\\0\\xf0\\x3f', 'latin1');
require('node:net').createServer((socket) => socket.on('data', () => socket.write(ok))).listen(port, '127.0.0.1');
`;

const services = (env: Record<string, string>, stopAt = 'Ready') =>
  runNode(['scripts/services.mjs', '--fresh'], { env: { XDG_CACHE_HOME: aFolder(), ...env }, stopAt });

describe('the servers', () => {
  it('are those of MONGODB_URI and REDIS_URL when both are set', async () => {
    const { code, output } = await services({ MONGODB_URI: 'mongodb://mine/vidhuk', REDIS_URL: REDIS });
    expect(output).toContain('export MONGODB_URI=mongodb://mine/vidhuk');
    expect(output).toContain(`export REDIS_URL=${REDIS}`);
    expect(code).toBe(143);
  });

  it('take a mongod from the PATH before making anything', async () => {
    const { output } = await services({ PATH: aPath({ mongod: FAKE_MONGOD }), REDIS_URL: REDIS });
    expect(output).toMatch(/MongoDB: .*mongod on port \d+/);
    expect(output).toMatch(/export MONGODB_URI=mongodb:\/\/127\.0\.0\.1:\d+\/vidhuk/);
  });

  it('end with us', async () => {
    const { output } = await services({ PATH: aPath({ mongod: FAKE_MONGOD }), REDIS_URL: REDIS });
    const port = Number(/mongodb:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1]);
    expect(await ask('servers/ports.mjs', `m.askPort(${port}, 'x')`).catch(() => 'nobody')).toBe('nobody');
  });

  it('say what is missing and the ways out where MongoDB cannot be had', async () => {
    const env = { PATH: aPath(), REDIS_URL: REDIS, MONGOMS_DOWNLOAD_MIRROR: UNREACHABLE };
    const { code, output } = await services(env);
    expect(output).toMatch(/Cannot go on: MongoDB is missing .* no apt-get/);
    expect(output).toMatch(/1\. Install MongoDB[^]*2\. Start one with Docker/);
    expect(code).toBe(1);
  });

  it('say what is missing and the ways out where Redis cannot be had', async () => {
    const { code, output } = await services({ PATH: aPath() });
    expect(output).toMatch(/Cannot go on: Redis is missing/);
    expect(output).toMatch(/1\. Install Redis[^]*2\. Start one with Docker/);
    expect(code).toBe(1);
  });

  it('are all stopped, with a word, when one of them ends by itself', async () => {
    const mongod = `${FAKE_MONGOD}setTimeout(() => process.exit(3), 6000);\n`;
    const { code, output } = await services({ PATH: aPath({ mongod }), REDIS_URL: REDIS }, 'never said');
    expect(output).toMatch(/Ready[^]*Cannot go on: MongoDB ended by itself\./);
    expect(code).toBe(1);
  });

  it('show the end of the log when a server does not start', async () => {
    const mongod = '#!/bin/sh\necho the disk is on fire\nexit 3\n';
    const { code, output } = await services({ PATH: aPath({ mongod }), REDIS_URL: REDIS });
    expect(output).toMatch(/MongoDB did not start\.[^]*the disk is on fire/);
    expect(code).toBe(1);
  });
});

describe('building FerretDB', () => {
  const whyNot = (programs: Record<string, string>) =>
    ask('servers/ferretdb.mjs', '(process.getuid = () => 0, m.whyNoFerretdb())', {
      PATH: aPath(programs),
      XDG_CACHE_HOME: aFolder(),
    });
  const aptGet = '#!/bin/sh\n';

  it('needs Go', async () => {
    expect(await whyNot({ 'apt-get': aptGet })).toContain('there is no Go');
  });

  it('needs a Go that is new enough', async () => {
    const go = '#!/bin/sh\necho go version go1.19.8 linux/amd64\n';
    expect(await whyNot({ 'apt-get': aptGet, go })).toBe('Go 1.25 or newer is needed, this is Go 1.19.8');
  });

  it('needs root', async () => {
    const why = ask('servers/ferretdb.mjs', '(process.getuid = () => 1000, m.whyNoFerretdb())', {
      PATH: aPath({ 'apt-get': aptGet }),
    });
    expect(await why).toContain('not root');
  });
});

describe('npm start', () => {
  it('names a port that is taken and two ways out', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const { code, output } = await runNode(['scripts/start.mjs'], { env: { PORT: String(port) } });
    await new Promise((resolve) => server.close(resolve));
    expect(output).toMatch(new RegExp(`port ${port} \\(from PORT\\) is taken[^]*1\\.[^]*2\\.`));
    expect(code).toBe(1);
  });
});
