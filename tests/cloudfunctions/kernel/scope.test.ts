import type { Caller } from '../../../cloudfunctions/kernel/context';
import { authorise } from '../../../cloudfunctions/kernel/identity';
import { gridScope, householdScope, mayTouchGrid } from '../../../cloudfunctions/kernel/scope';

const caller: Caller = {
  openid: 'o-wang',
  name: '王芳',
  householdId: 'h1',
  personId: null,
  posts: [
    { postId: 'p1', role: 'gridMember', gridId: 'liuxi-3', gridPath: ['town', 'liuxi', 'liuxi-3'] },
    { postId: 'p2', role: 'gridMember', gridId: 'liuxi-4', gridPath: ['town', 'liuxi', 'liuxi-4'] },
    { postId: 'p3', role: 'villageDoctor', gridId: 'shiqiao', gridPath: ['town', 'shiqiao'] },
  ],
};
const stranger: Caller = { openid: 'o-x', name: null, householdId: null, personId: null, posts: [] };

test('a role reaches the grids in which it is held, not those of another role', () => {
  expect(gridScope(caller, ['gridMember'])).toEqual({ kind: 'grids', gridIds: ['liuxi-3', 'liuxi-4'] });
  expect(gridScope(caller, ['villageDoctor'])).toEqual({ kind: 'grids', gridIds: ['shiqiao'] });
  expect(gridScope(caller, ['townOfficer'])).toEqual({ kind: 'public' });
});

test.each([
  [['town', 'liuxi', 'liuxi-3'], true],
  [['town', 'liuxi', 'liuxi-3', 'unit-1'], true],
  [['town', 'liuxi'], false],
  [['town', 'shiqiao'], false],
  [[], false],
])('a grid member of liuxi-3 and liuxi-4 in %j: %s', (gridPath, may) => {
  expect(mayTouchGrid(gridScope(caller, ['gridMember']), gridPath)).toBe(may);
});

test('households and strangers touch no grid; timers and operators touch all', () => {
  expect(mayTouchGrid(householdScope(caller), ['town'])).toBe(false);
  expect(mayTouchGrid({ kind: 'public' }, ['town'])).toBe(false);
  expect(mayTouchGrid({ kind: 'system' }, ['town'])).toBe(true);
});

describe('authorise', () => {
  test('names the role that is missing in plain words', () => {
    expect(() => authorise({ by: 'staff', roles: ['townOfficer', 'inspector'] }, caller)).toThrow(
      expect.objectContaining({
        code: 'FORBIDDEN',
        message: expect.stringContaining('镇防控办、督查') as string,
      }) as Error,
    );
  });
  test('sends who has no household to register first', () => {
    expect(() => authorise({ by: 'household' }, stranger)).toThrow(
      expect.objectContaining({ code: 'UNREGISTERED' }) as Error,
    );
    expect(authorise({ by: 'household' }, caller).scope).toEqual({ kind: 'household', householdId: 'h1' });
  });
  test('gives the posts that were needed, for the audit', () => {
    const { posts } = authorise({ by: 'staff', roles: ['villageDoctor'] }, caller);
    expect(posts.map(({ postId }) => postId)).toEqual(['p3']);
  });
  test('anyone sees what is public, machines see everything', () => {
    expect(authorise({ by: 'anyone' }, caller).scope).toEqual({ kind: 'public' });
    expect(authorise({ by: 'timer' }, stranger).scope).toEqual({ kind: 'system' });
    expect(authorise({ by: 'operator' }, stranger).scope).toEqual({ kind: 'system' });
  });
});
