import { figuresOf, inSection, nextAfter, QUEUE_SECTIONS } from '../../domain/queue';
import { anAppeal, days, NOW } from '../support/builders';

const NEW = anAppeal({ id: 'new', dueAt: days(5), registeredAt: days(-1) });
const HANDED_BACK = anAppeal({ id: 'back', status: 'in_progress', needsModerator: true, dueAt: days(2) });
const { executorId: _nobody, ...NOBODYS } = HANDED_BACK;
const TAKEN_LATE = anAppeal({ id: 'late', status: 'in_progress', dueAt: days(-3), registeredAt: days(-9) });
const REWORK = anAppeal({ id: 'rework', status: 'rework', dueAt: days(1), registeredAt: days(-30) });
const DOUBLE = anAppeal({ id: 'double', status: 'in_progress', dueAt: days(4), marks: [{ kind: 'near', of: [] }] }); // prettier-ignore
const DANGER = anAppeal({ id: 'danger', status: 'in_progress', dueAt: days(6), isUrgent: true });
const BENEFITS = anAppeal({ id: 'benefits', status: 'in_progress', dueAt: days(9), isPreferred: true });
const OPEN = [NEW, NOBODYS, TAKEN_LATE, REWORK, DOUBLE, DANGER];

describe('the queue', () => {
  it.each([
    ['untaken', ['new', 'back', 'rework']],
    ['moderator', ['back']],
    ['flagged', ['double']],
    ['late', ['late']],
  ] as const)('knows which are %s', (section, ids) => {
    expect(inSection(OPEN, section, NOW).map(({ id }) => id)).toEqual(ids);
  });

  it('flags what looks like abuse, an advert or nonsense until a moderator has looked', () => {
    const labelled = anAppeal({ id: 'label', needsModerator: true, sifted: ['advert'] });
    const slowed = anAppeal({ id: 'slow', needsModerator: true, sifted: ['slow'] });
    const looked = { ...labelled, id: 'looked', needsModerator: false };
    const flagged = inSection([labelled, slowed, looked], 'flagged', NOW);
    expect(flagged.map(({ id }) => id)).toEqual(['label']);
  });

  it('says how many wait and since when, and nothing of empty sections', () => {
    expect(figuresOf(OPEN, NOW)).toEqual([
      { section: 'untaken', count: 3, since: days(-30) },
      { section: 'moderator', count: 1, since: NOW },
      { section: 'flagged', count: 1, since: NOW },
      { section: 'late', count: 1, since: days(-9) },
    ]);
    expect(figuresOf([DANGER], NOW)).toEqual([]);
    expect(QUEUE_SECTIONS).toHaveLength(4);
  });

  it('is walked through one by one, dangers first, then those with benefits, each once', () => {
    const seen: string[] = [];
    const all = [...OPEN, BENEFITS];
    for (let next = nextAfter(all); next; next = nextAfter(all, next)) seen.push(next.id);
    expect(seen).toEqual(['danger', 'benefits', 'late', 'rework', 'back', 'double', 'new']);
  });

  it('goes on from one that has left it meanwhile', () => {
    expect(nextAfter([NEW, DOUBLE], REWORK)?.id).toBe('double');
    expect(nextAfter([NEW], NEW)).toBeUndefined();
  });
});
