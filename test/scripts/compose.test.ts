import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { readSettings } from '../../infra/config';
import { SECRETS } from '../../infra/secret-files';
import { runNode } from '../support/run-script';

const ROOT = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const NOT_ROOT = /^[1-9]\d*:[1-9]\d*$/;
const check = z.object({
  test: z.array(z.string()).min(2),
  interval: z.string(),
  timeout: z.string(),
  retries: z.int(),
});
const SERVICE = z.object({
  image: z.string(),
  restart: z.enum(['unless-stopped', 'on-failure:5']),
  user: z.string().regex(NOT_ROOT),
  read_only: z.literal(true),
  tmpfs: z.array(z.string()).min(1),
  cap_drop: z.tuple([z.literal('ALL')]),
  security_opt: z.tuple([z.literal('no-new-privileges:true')]),
  networks: z.array(z.string()).min(1),
  healthcheck: z.union([check, z.object({ disable: z.literal(true) })]),
  secrets: z.array(z.string()).min(1),
  environment: z.record(z.string(), z.string()).default({}),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  mem_limit: z.string().regex(/^\d+[mg]$/),
  pids_limit: z.int().positive(),
  command: z.array(z.string()).optional(),
});
const COMPOSE = z.object({
  services: z.record(z.string(), SERVICE),
  networks: z.record(
    z.string(),
    z.object({ name: z.string().optional(), internal: z.boolean().default(false) }),
  ),
  volumes: z.record(z.string(), z.object({})),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

const compose = COMPOSE.parse(parse(read('compose.yaml'), { merge: true }));
const { services } = compose;
const programs = Object.keys(services).filter((name) => services[name]?.image === 'vidhuk');

describe('compose.yaml', () => {
  it('runs two bots, two workers and their stores, none of them as root or on a writable disk', () => {
    expect(Object.keys(services).sort()).toEqual(['bot-1', 'bot-2', 'mongo', 'mongo-init', 'redis', 'workers-1', 'workers-2']); // prettier-ignore
    expect(services['mongo']?.image).toMatch(/^mongo:8/);
    expect(services['redis']?.image).toMatch(/^redis:8/);
  });

  it('names only networks, volumes, secrets and services that are there, and all secrets there are', () => {
    const all = Object.values(services);
    for (const { networks, volumes, depends_on } of all) {
      for (const name of networks) expect(compose.networks).toHaveProperty(name);
      for (const name of Object.keys(depends_on)) expect(services).toHaveProperty(name);
      const named = volumes.map((one) => one.split(':')[0] ?? '').filter((one) => !one.startsWith('.'));
      for (const name of named) expect(compose.volumes).toHaveProperty(name);
    }
    const used = new Set(all.flatMap(({ secrets }) => secrets));
    expect([...used].sort()).toEqual(Object.keys(compose.secrets).sort());
  });

  it('opens webhooks, the staff API, figures and the board to this machine only; the stores reach nobody outside', () => {
    const open = (name: string) => services[name]?.ports.map((port) => port.split(':').at(-1)).sort();
    for (const bot of ['bot-1', 'bot-2']) expect(open(bot)).toEqual(['8080', '8090', '9464']);
    expect([open('workers-1'), open('workers-2')]).toEqual([['9464', '9465'], ['9464']]);
    const all = Object.values(services).flatMap(({ ports }) => ports);
    expect(all).toHaveLength(9);
    for (const port of all) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(all.map((port) => port.split(':')[1])).size).toBe(all.length);
    expect(compose.networks['inside']).toEqual({ name: 'vidhuk-inside', internal: true });
    for (const name of ['mongo', 'mongo-init', 'redis']) expect(services[name]?.networks).toEqual(['inside']);
  });

  it('keeps every secret in a file and out of the environment and the command lines', () => {
    for (const name of programs) {
      const { environment = {}, secrets = [] } = services[name] ?? {};
      const files = Object.entries(environment).filter(([key]) => key.endsWith('_FILE'));
      expect(files.map(([, path]) => path.replace('/run/secrets/', '')).sort()).toEqual([...secrets].sort());
      for (const [key] of files) {
        expect(SECRETS).toContain(key.replace(/_FILE$/, ''));
        expect(environment[key.replace(/_FILE$/, '')]).toBe('');
      }
    }
    expect(read('.gitignore')).toMatch(/^secrets\/$/m);
    expect(read('.dockerignore')).toMatch(/^\*$/m);
  });

  it('calls MongoDB healthy once others reach it, not while it prepares itself at the first start', () => {
    const { healthcheck } = services['mongo'] ?? {};
    const test = healthcheck && 'test' in healthcheck ? healthcheck.test : [];
    expect(test).toContain('mongodb://mongo:27017/?directConnection=true');
    expect(services['mongo-init']?.depends_on).toEqual({ mongo: { condition: 'service_healthy' } });
  });

  it('keeps what Redis holds and forgets nothing for want of room', () => {
    const command = services['redis']?.command?.join(' ');
    expect(command).toMatch(/--appendonly yes --maxmemory-policy noeviction --maxmemory 512mb$/);
    expect(services['redis']?.mem_limit).toBe('1g');
  });

  it('starts with the secrets that scripts/make-secrets.mjs makes, once the token is there', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'vidhuk-compose-')), 'secrets');
    await runNode(['scripts/make-secrets.mjs', folder]);
    expect(readdirSync(folder).sort()).toEqual(Object.keys(compose.secrets).sort());
    expect(statSync(folder).mode & 0o077).toBe(0);
    const inFolder = (path: string) => path.replace('/run/secrets', folder);
    const environment = Object.fromEntries(
      Object.entries(services['bot-1']?.environment ?? {}).map(([key, is]) => [key, inFolder(is)]),
    );
    const ports = { STAFF_API_PORT: '8090', BOARD_PORT: '9465' };
    const settings = () =>
      readSettings({ ...environment, ...ports, WEBHOOK_URL: 'https://bot.misto.ua/telegram' });
    expect(settings).toThrow('BOT_TOKEN is missing');
    expect(statSync(join(folder, 'bot_token')).mode & 0o777).toBe(0o644);
    writeFileSync(join(folder, 'bot_token'), '123456789:AAExampleExampleExampleExampleExamp\n');
    expect(settings()).not.toHaveProperty('alarmUrl');
    expect(statSync(join(folder, 'alarm_url')).mode & 0o777).toBe(0o644);
    const { redisUrl, mongodbUri, operations, staffApi } = settings();
    expect(readFileSync(join(folder, 'redis_conf'), 'utf8')).toBe(
      `requirepass ${new URL(redisUrl).password}\n`,
    );
    expect(mongodbUri).toMatch(/^mongodb:\/\/vidhuk:[\w-]{43}@mongo:27017\/vidhuk\?replicaSet=rs0$/);
    const password = readFileSync(join(folder, 'board_password'), 'utf8').trim();
    expect(operations).toEqual({ host: '0.0.0.0', port: 9464, board: { port: 9465, password } });
    expect(staffApi).toEqual({ host: '0.0.0.0', port: 8090 });
    await runNode(['scripts/make-secrets.mjs', folder]);
    expect(settings().redisUrl).toBe(redisUrl);
    rmSync(join(folder, '..'), { recursive: true });
  });
});

describe('the secrets', () => {
  it('can be read in the containers, and from their folder by its owner only, whatever the umask', async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'vidhuk-secrets-')), 'secrets');
    const underUmask = "process.umask(0o077); await import('./scripts/make-secrets.mjs')";
    await runNode(['--input-type=module', '-e', underUmask, 'make-secrets', folder]);
    const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
    const modes = Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]));
    const readable = Object.keys(compose.secrets).map((name) => [name, '444']);
    expect(modes).toEqual({ ...Object.fromEntries(readable), bot_token: '644', alarm_url: '644' });
    expect(modeOf(folder)).toBe('700');
    const written = join(folder, 'webhook_secret');
    rmSync(written);
    writeFileSync(written, 'written anew\n', { mode: 0o600 });
    await runNode(['scripts/make-secrets.mjs', folder]);
    expect([modeOf(written), readFileSync(written, 'utf8')]).toEqual(['444', 'written anew\n']);
    rmSync(join(folder, '..'), { recursive: true });
  });
});

describe('the Dockerfile', () => {
  const stages = read('Dockerfile').split(/^(?=FROM )/m);
  const last = stages.at(-1) ?? '';

  it('installs without scripts, and ships production packages and the built programs only', () => {
    const installs = read('Dockerfile').match(/npm ci.*/g) ?? [];
    for (const install of installs) expect(install).toContain('--ignore-scripts');
    expect(stages.find((stage) => /AS packages/.test(stage))).toContain('--omit=dev');
    expect(last).not.toMatch(/npm (ci|install|run)|COPY \. /);
    expect(last).toMatch(/^RUN rm -rf \/usr\/local\/lib\/node_modules .*\/npm .*\/corepack/m);
    expect(last.match(/^COPY.*$/gm)).toEqual([
      'COPY --from=packages /app/node_modules node_modules',
      'COPY --from=build /app/dist dist',
      'COPY --from=build /app/package.json ./',
      'COPY --from=build /app/cities cities',
    ]);
  });

  it('hands over what everybody may read, from a checkout that only its owner may', () => {
    const build = stages.find((stage) => /AS build/.test(stage)) ?? '';
    const handedOver = [...last.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(([, name]) => name);
    const [, opened = ''] = /^RUN npm run build\n(?:#.*\n)*RUN chmod -R a\+rX (.*)$/m.exec(build) ?? [];
    expect(opened.split(' ').sort()).toEqual(handedOver.sort());
    expect(last).not.toMatch(/^COPY (?!--from=)/m);
  });

  it('runs as somebody else than root and says how it is', () => {
    expect(last.match(/^USER .*$/gm)).toEqual(['USER node']);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last.indexOf('USER node')).toBeGreaterThan(last.lastIndexOf('RUN '));
  });

  it('has all that a build needs in its context', () => {
    const context = read('.dockerignore').split('\n').filter((line) => line.startsWith('!')).map((line) => line.slice(1)); // prettier-ignore
    const build = JSON.parse(read('tsconfig.build.json')) as { include: string[] };
    expect(context).toEqual(expect.arrayContaining([...build.include, 'locales', 'cities', 'scripts', 'package-lock.json'])); // prettier-ignore
    expect(context.filter((name) => /env|secret|test/.test(name))).toEqual([]);
  });
});
