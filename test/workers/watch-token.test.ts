import { watchToken } from '../../workers/watch-token';
import { minutes } from '../support/builders';
import { openTown, type Town } from '../support/a-town';

let town: Town;
beforeAll(async () => void (town = await openTown()));
afterAll(() => town.close());

it('a token refused in a quiet hour is told outside and to the controllers once; a messenger that is away is not', async () => {
  await town.begin();
  const heard: string[] = [];
  const tellOutside = ({ alarm }: { alarm: string }) => Promise.resolve(void heard.push(alarm));
  const look = (stands: 'heard' | 'unheard' | 'refused') => {
    town.deps.messenger.stands = stands;
    return watchToken({ ...town.deps, tellOutside });
  };
  await look('heard');
  await look('unheard');
  expect(heard).toEqual([]);
  await look('refused');
  expect(heard).toEqual(['token_refused']);
  town.isNow(minutes(1));
  await look('refused');
  expect(town.logged.map(({ message }) => message)).toEqual(['something needs a person']);
});
