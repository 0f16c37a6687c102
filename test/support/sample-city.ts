import { join } from 'node:path';
import { loadCityPack } from '../../infra/city-pack';
import { loadTexts } from '../../infra/texts';
import type { Log } from '../../use-cases/ports';

const ROOT = join(__dirname, '..', '..');

const complain: Log['warn'] = (facts, message) => {
  throw new Error(`${message}: ${JSON.stringify(facts)}`);
};

/** The real sample city and the real texts: a missing or broken text fails the test that needs it. */
export const city = loadCityPack(join(ROOT, 'cities', 'sample'));
export const texts = loadTexts(join(ROOT, 'locales'), {
  timeZone: city.timeZone,
  log: { info: () => undefined, warn: complain, error: complain },
});
