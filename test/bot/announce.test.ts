import { announce } from '../../bot/announce';
import type { Answer, Pause, Refusal } from '../../bot/ask-again';
import { until } from '../infra/stores';

/** One holder at a time; what happens, in order. */
function aScene(answers: Answer[], isElsewhere = 0) {
  const seen: string[] = [];
  const waited: Refusal[] = [];
  const note = (_facts: object, message: string) => void seen.push(message);
  const lease = {
    hold: () => (seen.push('held'), Promise.resolve(isElsewhere-- <= 0)),
    release: () => (seen.push('released'), Promise.resolve()),
  };
  const log = { info: note, warn: note, error: note };
  const tell = () => {
    seen.push('told');
    return Promise.resolve(answers.shift() ?? 'set');
  };
  const wait: Pause = (refusal) => (waited.push(refusal), Promise.resolve());
  return { seen, waited, announcement: { lease, log, tell, wait } };
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

  it('is told by each in turn: whoever was about it may have died before', async () => {
    const { seen, announcement } = aScene(['set'], 2);
    await announce(announcement);
    await until(() => seen.includes('released'));
    expect(seen).toEqual(['held', 'held', 'held', 'told', 'released']);
  });

  it('waits as long as Telegram says before it tries again', async () => {
    const { waited, seen, announcement } = aScene([{ result: 'busy', retryAfterMs: 9000 }, 'set']);
    await announce(announcement);
    await until(() => seen.filter((what) => what === 'told').length === 2);
    expect(waited).toEqual([{ result: 'busy', retryAfterMs: 9000 }]);
  });
});
