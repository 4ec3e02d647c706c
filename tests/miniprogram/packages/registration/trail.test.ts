import { trailCard } from '../../../../miniprogram/packages/registration/trail/rows';
import type { TrailRow } from '../../../../miniprogram/services/household-life';
import { NOW } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, words } from '../../support/render';

const row = (more: Partial<TrailRow> = {}): TrailRow => ({
  id: '1-a',
  at: '2026-11-22T08:00:00+08:00',
  action: 'registration.openNumber',
  by: 'staff',
  name: '张丽',
  roles: [{ role: 'gridMember', place: '青石镇 柳溪村 三组' }],
  personName: '王芳',
  reason: '打电话核实',
  succeeded: true,
  ...more,
});

describe('a line of the record', () => {
  it.each<[string, Partial<TrailRow>, string]>([
    ['whose number was opened', {}, '张丽 看了王芳的号码'],
    ['an act of the family', { by: 'family', name: '王大成', action: 'registration.changeMyHousehold', personName: null }, '王大成 修改了档案'], // prettier-ignore
    ['a phone outside the family, without a name', { by: 'other', name: null, action: 'registration.claim', personName: null }, '有人 认领了我家'], // prettier-ignore
    ['somebody who left', { name: null, action: 'registration.household', personName: null }, '已注销的账号 看了档案'], // prettier-ignore
    ['an attempt', { action: 'registration.household', personName: null, succeeded: false }, '张丽 想办一件事，没有办成（看档案）'], // prettier-ignore
    ['an act that is newer than this phone', { action: 'gridwork.somethingNew', personName: null }, '张丽 办了一件事'], // prettier-ignore
  ])('names %s', (_, more, title) => expect(trailCard(row(more), NOW).title).toBe(title));

  it('says in which role and place, and why', () => {
    expect(trailCard(row(), NOW)).toMatchObject({
      who: '网格员 · 柳溪村三组',
      reason: '原因：打电话核实',
      when: '今天 08:00',
    });
  });
});

describe('谁看过我家档案', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });

  it('goes on at the end, and leaves what is there', async () => {
    phone.answers({ rows: [row()], next: 'after-1' });
    const page = render('packages/registration/trail');
    await act(page, 'load');
    phone.answers({ rows: [row({ id: '0-b', name: '李国强' })], next: null });
    await act(page, 'onReachBottom');
    expect(words(page)).toContain('李国强');
    expect(words(page)).toContain('张丽');
    expect(phone.calls.at(-1)).toMatchObject({ action: 'trail', input: { after: 'after-1' } });
  });

  it('says so when there is nothing yet', async () => {
    phone.answers({ rows: [], next: null });
    const page = render('packages/registration/trail');
    await act(page, 'load');
    expect(words(page)).toContain('还没有记录');
  });
});
