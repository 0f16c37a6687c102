import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { grouped } from '../checks/grouped';
import { sniffWrites, type Write } from '../checks/sniffed-writes';
import { openFilers, type Given } from '../loads/filers';
import { promised } from '../promise';
import { nextKillIsDue } from '../spread-kills';
import { comesTrue, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly given: Given[];
  readonly writes: Write[];
  /** Collections that hold records of the product. */
  readonly collections: string[];
  readonly kills: number;
  readonly left: number;
}

const BATCH = 10;
const LAST_MS = 240_000;

const TAKEN_MS = 30_000;

/** Things that happen seldom, so that every collection is written to; sent again until they are taken, as the messenger does. */
async function seldom({ telegram, petro, group, door }: Town): Promise<void> {
  await petro.says('/where', { in: group });
  group.migrates();
  const poison = JSON.stringify({ update_id: telegram.now().getTime() % 1_000_000, message: { text: 5 } });
  const headers = { 'x-telegram-bot-api-secret-token': door.secret };
  const isTaken = () =>
    fetch(door.url, { method: 'POST', headers, body: poison }).then(
      ({ ok }) => ok,
      () => false,
    );
  await comesTrue(isTaken, TAKEN_MS);
}

export const databaseKilled = promised({
  id: 'R6',
  says: 'acknowledged writes survive the death of the database',
  figures: { full: { updates: 1_500, kills: 20 }, short: { updates: 120, kills: 2 } },
  wanted: ({ updates, kills }) =>
    `${updates} updates, the database killed ${kills} times, every write path asks for a majority's disk: 0 lost`,
  play: async (stage, { updates: wanted, kills: wantedKills }) => {
    const { servers, chanceOf } = stage;
    const chance = chanceOf('kills');
    const stores = servers.stores(900);
    const wire = await sniffWrites(stores.mongodbUri);
    stage.atEnd(wire.close);
    const town = await townOf(stage, {
      ...{ stores, settings: { MONGODB_URI: wire.url }, hasTopics: false },
      ...{ mode: 'webhook', bots: 2, workers: 1, enforceLimits: false, retryBaseMs: 50 },
    });
    const filers = await openFilers(town, chanceOf, 4);
    const given: Given[] = [];
    let updates = 0;
    let kills = 0;
    const isOver = () => updates >= wanted && kills >= wantedKills;
    const feed = async () => {
      for (; !isOver(); await pause(200)) {
        const isHungry = town.telegram.pendingUpdates() < BATCH * 12;
        for (let person = 0; isHungry && person < BATCH; person += 1) {
          const filed = await filers.file();
          given.push(filed.given);
          updates += filed.updates;
        }
      }
    };
    const kill = async () => {
      for (; kills < wantedKills; kills += 1) {
        await nextKillIsDue(() => ({ kills, updates }), { kills: wantedKills, updates: wanted });
        await pause(500 + chance() * 1500);
        await servers.kill('database');
        await pause(chance() * 500);
        await servers.start('database');
      }
    };
    await Promise.all([feed(), kill()]);
    await seldom(town);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, LAST_MS);
    const isCalm = async () => (await town.mongo.collection('quarantine').countDocuments({})) > 0;
    await comesTrue(isCalm, 30_000);
    const names = (await town.mongo.listCollections()).map(({ name }) => name);
    const counted = await Promise.all(names.map((name) => town.mongo.collection(name).countDocuments({})));
    const collections = names.filter((name, index) => name !== 'sandbox' && counted[index]! > 0);
    const left = town.telegram.pendingUpdates();
    const evidence: Evidence = { town, given, writes: wire.writes, collections, kills, left };
    return evidence;
  },
  check: async ({ town, given, writes, collections, kills, left }) => {
    const lost = await lossesAmong(town.mongo, given);
    const paths = grouped(writes, ({ collection, command }) => `${command} ${collection}`);
    const weak = [...paths]
      .filter(([, all]) => all.some(({ isDurable }) => !isDurable))
      .map(([path]) => path);
    const seen = new Set(writes.map(({ collection }) => collection));
    return {
      reached: `${kills} kills, ${writes.length} writes on ${paths.size} paths, ${lost.length} lost`,
      misses: [
        ...(left > 0 ? [`${left} updates were never acknowledged`] : []),
        ...lost,
        ...weak.map((path) => `${path} does not ask for a majority's disk`),
        ...(collections.includes('quarantine') ? [] : ['what happens seldom did not happen']),
        ...collections.filter((name) => !seen.has(name)).map((name) => `no write to ${name} was seen`),
      ],
    };
  },
  plants: {
    'an acknowledged appeal is lost': ({ town, given }) =>
      town.mongo
        .collection('appeals')
        .deleteOne({ citizenId: `telegram-${given.find(({ isWhole }) => isWhole)!.personId}` }),
    'a collection is written to unseen': ({ collections }) => collections.push('planted'),
    'what happens seldom does not happen': ({ collections }) =>
      collections.splice(collections.indexOf('quarantine'), 1),
    'a write is acknowledged too early': ({ writes }) =>
      writes.push({ collection: 'appeals', command: 'delete', isDurable: false }),
  },
});
