import { parseArgs } from 'node:util';
import { rehearseBurst, type BurstFigures } from './rehearse-burst';

const { values } = parseArgs({ options: { appeals: { type: 'string', default: '300' } } });

const MOST = 1.1;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1)} min`;

function tell(name: string, figures: BurstFigures): boolean {
  const { appeals, calls, cards, violations, tookMs, allowedMs, callsBeforeDanger, edits } = figures;
  const share = tookMs / allowedMs;
  say(
    `${name}: ${appeals} appeals, ${cards} cards, ${calls} calls (${edits} edits), ${violations} broken limits`,
  );
  say(`  took ${minutes(tookMs)}, the limit allows ${minutes(allowedMs)}: ${share.toFixed(3)}`);
  say(`  every danger to life was shown within the first ${callsBeforeDanger} calls`);
  return cards === appeals && violations === 0 && share <= MOST;
}

async function main(): Promise<void> {
  const { MONGODB_URI: mongodbUri, REDIS_URL: redisUrl } = process.env;
  if (!mongodbUri || !redisUrl)
    throw new Error('MONGODB_URI and REDIS_URL are needed: any empty servers will do');
  const appeals = Number(values.appeals);
  for (const hasTopics of [false, true]) {
    const figures = await rehearseBurst({ appeals, hasTopics, mongodbUri, redisUrl });
    if (!tell(hasTopics ? 'a group with topics' : 'a group without topics', figures)) process.exitCode = 1;
  }
}

void main();
