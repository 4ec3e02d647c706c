import type { Today } from '../../../miniprogram/services/home';

/** What the home page is answered, by who holds the phone. */
export const nobody: Today = {
  installed: true,
  name: null,
  place: null,
  household: null,
  claim: null,
  contact: null,
  posts: [],
  queue: null,
  coverage: null,
  family: null,
  returns: null,
  supplies: null,
  notices: null,
};
export const villager: Today = {
  ...nobody,
  name: '李建国',
  place: '青石镇 柳溪村 三组',
  household: {
    householdId: 'h1',
    status: 'verified',
    submittedAt: '2026-11-20T17:08:00+08:00',
    returnReason: null,
    peopleCount: 4,
    claims: 0,
  },
  contact: { name: '张丽', phone: '13800001234' },
};
export const household = (more: Partial<NonNullable<Today['household']>>): Today => ({
  ...villager,
  household: { ...villager.household!, ...more },
});
export const officer: Today = {
  ...villager,
  posts: [{ role: 'gridMember', gridId: 'g', place: '青石镇 柳溪村 三组' }],
  queue: { submitted: 5, returned: 2, oldestAt: '2026-11-20T08:00:00+08:00', claims: 0, visits: 0 },
  coverage: [
    { gridId: 'a', name: '三组', registered: 36, known: 45 },
    { gridId: 'b', name: '一组', registered: 50, known: 48 },
  ],
};
