import { isStoreUnavailable } from '../../infra/store-unavailable';
import type { Log } from '../../use-cases/ports';
import { createOperations } from '../../web/operations';

const away = Object.assign(new Error('connect ECONNREFUSED redis://:password@x'), { code: 'ECONNREFUSED' });

describe('the operator’s port', () => {
  it.each([
    ['/ready', away, 503],
    ['/metrics', new RangeError('our mistake'), 500],
  ])(
    'answers %s in a word when it fails, and the log has the error’s name only',
    async (path, error, status) => {
      const logged = jest.fn();
      const fails = () => Promise.reject(error);
      const log = { error: logged } as unknown as Log;
      const app = createOperations({ log, isStoreUnavailable, isReady: fails, readMetrics: fails });
      const answer = await app.request(path);
      expect(answer.status).toBe(status);
      expect(await answer.text()).not.toMatch(/password|mistake/);
      expect(logged.mock.calls).toEqual([[{ problem: error.name }, 'a page failed']]);
    },
  );
});
