import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'secrets';
const password = () => randomBytes(32).toString('base64url');
const redisPassword = password();

const WRITTEN_BY_HAND = ['bot_token', 'alarm_url'];
const modeOf = (name) => (WRITTEN_BY_HAND.includes(name) ? 0o644 : 0o444);

/** What compose.yaml mounts. Two files that hold one password are made together or not at all. */
const SECRETS = [
  { bot_token: '' },
  { alarm_url: '' },
  { webhook_secret: password() },
  { board_password: password() },
  { mongo_root_password: password() },
  { mongo_keyfile: randomBytes(384).toString('base64') },
  { mongodb_uri: `mongodb://vidhuk:${password()}@mongo:27017/vidhuk?replicaSet=rs0` },
  {
    redis_conf: `requirepass ${redisPassword}`,
    redis_url: `redis://:${redisPassword}@redis:6379`,
  },
];

// The folder keeps others out; the programs in the containers run under numbers of their own and must read the files,
// whatever the umask here took away from a new one, now or at an earlier run.
mkdirSync(folder, { recursive: true, mode: 0o700 });
const pathOf = (name) => join(folder, name);
for (const together of SECRETS) {
  const names = Object.keys(together);
  if (!names.some((name) => existsSync(pathOf(name))))
    for (const name of names) writeFileSync(pathOf(name), `${together[name]}\n`, { flag: 'wx' });
  for (const name of names) if (existsSync(pathOf(name))) chmodSync(pathOf(name), modeOf(name));
}
console.log(
  `The secrets are in ${folder}. Those that were there are as they were; the programs may read them all.`,
);
console.log(`Now write the key from @BotFather into ${pathOf('bot_token')}.`);
