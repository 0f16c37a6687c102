import { announce } from '../../bot/announce';
import { until } from '../infra/stores';

/** One holder at a time; what happens, in order. */
function aScene(answers: (string | { result: string })[], isElsewhere = false) {
  const seen: string[] = [];
  const note = (_facts: object, message: string) => void seen.push(message);
  const lease = {
    hold: () => (seen.push('held'), Promise.resolve(!isElsewhere)),
    release: () => (seen.push('released'), Promise.resolve()),
  };
  const log = { info: note, warn: note, error: note };
  const tell = () => {
    seen.push('told');
    return Promise.resolve(answers.shift() ?? 'set');
  };
  return { seen, announcement: { lease, log, tell, wait: () => Promise.resolve() } };
}

describe('what one process tells Telegram', () => {
  it('is told once, and the next process need not wait for the lease', async () => {
    const { seen, announcement } = aScene(['set']);
    await announce(announcement);
    expect(seen).toEqual(['held', 'told', 'released']);
  });

  it('is told again until Telegram takes it, and each refusal is in the log', async () => {
    const { seen, announcement } = aScene([{ result: 'later' }, { result: 'rejected' }, 'set']);
    await announce(announcement);
    await until(() => seen.filter((what) => what === 'released').length === 3);
    expect(seen.filter((what) => what === 'told')).toHaveLength(3);
    expect(seen.filter((what) => what.startsWith('Telegram does not take'))).toHaveLength(2);
  });

  it('is told later when Redis does not say who may tell it, and the process goes to work', async () => {
    const { seen, announcement } = aScene([]);
    const refused = [new Error("OOM command not allowed when used memory > 'maxmemory'.")];
    const { hold } = announcement.lease;
    const lease = {
      ...announcement.lease,
      hold: () => (refused.length > 0 ? Promise.reject(refused.shift()!) : hold()),
    };
    await announce({ ...announcement, lease });
    await until(() => seen.includes('told'));
    expect(seen).toEqual(['the announcement could not be made, trying again', 'held', 'told', 'released']);
  });

  it('is left to the process that is about it', async () => {
    const { seen, announcement } = aScene([], true);
    await announce(announcement);
    expect(seen).toEqual(['held']);
  });
});
