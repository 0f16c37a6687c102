import type { Town } from '../../sandbox/town';
import { lossesAmong } from '../checks/given';
import { openFilers, type Given } from '../loads/filers';
import { promised } from '../promise';
import { nextKillIsDue } from '../spread-kills';
import { comesTrue, Crew, pause, townOf } from '../town-of';

interface Evidence {
  readonly town: Town;
  readonly given: readonly Given[];
  readonly updates: number;
  readonly kills: number;
  left: number;
}

/** The updates wait for the kills as these do for them. */
const AHEAD_KILLS = 5;
/** How long the last updates may take after the last kill. */
const LAST_MS = 240_000;

export const acknowledged = promised({
  id: 'R1',
  says: 'what was acknowledged is in the record, every field of it',
  figures: { full: { updates: 20_000, kills: 200, bots: 3 }, short: { updates: 150, kills: 2, bots: 2 } },
  wanted: ({ updates, kills, bots }) =>
    `${updates} updates, ${kills} kills of ${bots} bots: 0 lost, 0 duplicated`,
  play: async (stage, { updates: wanted, kills: wantedKills, bots }) => {
    const { chanceOf, say } = stage;
    const town = await townOf(stage, {
      ...{ mode: 'webhook', bots, workers: 0, hasNoStaff: true, enforceLimits: false },
      ...{ webhookTimeoutMs: 8_000, repeatShare: 0.05, retryBaseMs: 50 },
    });
    const filers = await openFilers(town, chanceOf);
    const crew = new Crew(town.botProcesses, town.startBot);
    const chance = chanceOf('kills');
    const given: Given[] = [];
    let updates = 0;
    let kills = 0;
    const batch = Math.ceil(Math.min(40, wanted / 100));
    const feed = async () => {
      while (updates < wanted || kills < wantedKills) {
        const most = updates < wanted ? batch * 20 : 10;
        const isAhead = updates * wantedKills > (kills + AHEAD_KILLS) * wanted;
        const isHungry = !isAhead && town.telegram.pendingUpdates() < most;
        for (let person = 0; isHungry && person < batch; person += 1) {
          const filed = await filers.file();
          given.push(filed.given);
          updates += filed.updates;
        }
        await pause(200);
      }
    };
    const kill = async () => {
      while (updates < wanted || kills < wantedKills) {
        await nextKillIsDue(() => ({ kills, updates }), { kills: wantedKills, updates: wanted });
        await crew.killOne(chance);
        kills += 1;
        if (kills % 20 === 0) say(`R1: ${kills} kills, ${updates} updates sent`);
      }
    };
    await Promise.all([feed(), kill()]);
    await comesTrue(() => town.telegram.pendingUpdates() === 0, LAST_MS);
    const evidence: Evidence = { town, given, updates, kills, left: town.telegram.pendingUpdates() };
    return evidence;
  },
  check: async ({ town, given, updates, kills, left }) => {
    const lost = await lossesAmong(town.mongo, given);
    const misses = left > 0 ? [`${left} updates were never acknowledged`, ...lost] : lost;
    return { reached: `${updates} updates, ${kills} kills: ${misses.length} lost or duplicated`, misses };
  },
  plants: {
    'an update is never acknowledged': (evidence) => {
      evidence.left += 1;
    },
    'an acknowledged appeal is not in the record': ({ town, given }) =>
      town.mongo.collection('appeals').deleteOne({ citizenId: `telegram-${someone(given, true).personId}` }),
    'an acknowledged text is not in the draft': ({ town, given }) =>
      town.mongo
        .collection('drafts')
        .updateOne(
          { ownerId: `telegram-${someone(given, false).personId}` },
          { $set: { 'fields.pieces': [] } },
        ),
    'an address is not in the profile': ({ town, given }) =>
      town.mongo
        .collection<{ _id: string }>('citizens')
        .updateOne({ _id: `telegram-${someone(given, true).personId}` }, { $unset: { residence: 1 } }),
    'an e-mail address is not in the profile': ({ town, given }) =>
      town.mongo
        .collection<{ _id: string }>('citizens')
        .updateOne(
          { _id: `telegram-${given.filter(({ isWhole }) => isWhole)[1]!.personId}` },
          { $unset: { email: 1 } },
        ),
    'one photo is there twice and another is gone': async ({ town, given }) => {
      const { personId } = given.findLast(({ isWhole, photos }) => isWhole && photos > 1)!;
      const appeals = town.mongo.collection<{ attachments: unknown[] }>('appeals');
      const whose = { citizenId: `telegram-${personId}` };
      const [first, , ...others] = (await appeals.findOne(whose))!.attachments;
      await appeals.updateOne(whose, { $set: { attachments: [first, first, ...others] } });
    },
    'an answer is not in the appeal': ({ town, given }) =>
      town.mongo
        .collection('appeals')
        .updateOne(
          { citizenId: `telegram-${given.filter(({ isWhole }) => isWhole)[1]!.personId}` },
          { $set: { kind: 'complaint' } },
        ),
    'an appeal is there twice': async ({ town, given }) => {
      const appeals = town.mongo.collection<{ _id: string; number?: string }>('appeals');
      const known = await appeals.findOne({
        citizenId: `telegram-${given.findLast(({ isWhole }) => isWhole)!.personId}`,
      });
      await appeals.insertOne({ ...known, _id: 'planted', number: 'planted' });
    },
  },
});

const someone = (given: readonly Given[], isWhole: boolean): Given =>
  given.find((one) => one.isWhole === isWhole)!;
