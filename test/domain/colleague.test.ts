import {
  actorAt,
  holdsPost,
  isOfDepartment,
  mayWorkByToken,
  POST_ROLES,
  withoutPost,
  withPost,
  type Colleague,
  type Post,
} from '../../domain/colleague';

const head: Post = { role: 'head', department: 'light' };
const colleague: Colleague = { id: 'telegram-7', posts: [head, { role: 'moderator' }], rev: 1 };

describe('the posts of a colleague', () => {
  it('grow and shrink one at a time, the same post counting once', () => {
    const grown = withPost(colleague, { role: 'official', department: 'light' });
    expect(grown).toMatchObject({ id: 'telegram-7', rev: 2 });
    expect(grown.posts).toEqual([...colleague.posts, { role: 'official', department: 'light' }]);
    expect(withPost(grown, { role: 'official', department: 'light' }).posts).toHaveLength(3);
    expect(withoutPost(grown, head)).toMatchObject({
      rev: 3,
      posts: [{ role: 'moderator' }, { role: 'official', department: 'light' }],
    });
  });

  it('are told apart by their departments', () => {
    expect(holdsPost(colleague, head)).toBe(true);
    expect(holdsPost(colleague, { role: 'head', department: 'roads' })).toBe(false);
    expect(withoutPost(colleague, { role: 'head', department: 'roads' }).posts).toEqual(colleague.posts);
  });
});

describe('a post', () => {
  it('is of a department or of the whole city', () => {
    expect(POST_ROLES.filter(isOfDepartment)).toEqual(['official', 'head']);
    expect(POST_ROLES).not.toContain('citizen');
  });

  it('can be held by token alone where nobody must be reached', () => {
    expect(POST_ROLES.filter(mayWorkByToken)).toEqual(['official', 'head', 'moderator']);
  });
});

describe('what a colleague may act as', () => {
  it('is their posts at work', () => {
    expect(actorAt(colleague, { isAtWork: true })).toEqual({
      id: 'telegram-7',
      roles: ['citizen', 'head', 'moderator'],
      within: { official: [], head: ['light'] },
    });
  });

  it('is nothing elsewhere', () => {
    expect(actorAt(colleague, { isAtWork: false }).roles).toEqual(['citizen']);
  });

  it('is an official for whatever departments the chat is open to', () => {
    const nobody = { id: 'telegram-9', posts: [], rev: 0 };
    expect(actorAt(nobody, { isAtWork: true, openDepartments: ['light', 'roads'] })).toEqual({
      id: 'telegram-9',
      roles: ['citizen', 'official'],
      within: { official: ['light', 'roads'], head: [] },
    });
    expect(actorAt(nobody, { isAtWork: true }).roles).toEqual(['citizen']);
  });

  it('is nothing in an open chat either, once they were let go', () => {
    const letGo = withoutPost({ ...colleague, posts: [head] }, head);
    expect(actorAt(letGo, { isAtWork: true, openDepartments: ['light'] }).roles).toEqual(['citizen']);
  });

  it('knows the departments of each role, and each role once', () => {
    const posts: Post[] = [
      ...(['light', 'roads'] as const).map((department): Post => ({ role: 'official', department })),
      { role: 'head', department: 'water' },
      { role: 'controller' },
    ];
    expect(actorAt({ id: 'telegram-7', posts, rev: 1 }, { isAtWork: true, isGroup: true })).toEqual({
      id: 'telegram-7',
      roles: ['citizen', 'official', 'head', 'controller'],
      within: { official: ['light', 'roads'], head: ['water'] },
      isInGroup: true,
    });
  });

  it('in an open chat is their own posts and the open departments together', () => {
    const open = actorAt(colleague, { isAtWork: true, openDepartments: ['roads'] });
    expect(open.within).toEqual({ official: ['roads'], head: ['light'] });
    expect(open.roles).toEqual(['citizen', 'head', 'moderator', 'official']);
  });
});
