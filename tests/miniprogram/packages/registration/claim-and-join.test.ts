import type { ClaimView } from '../../../../cloudfunctions/contracts/index';
import { act, render, said, words } from '../../support/render';
import { filled, head } from '../../support/people';
import { holdPhone, type Phone } from '../../support/phone';

const claim: ClaimView = {
  claimId: 'c1',
  householdId: 'h1',
  personId: 'p2',
  personName: '王芳',
  relation: 'spouse',
  headName: '王大成',
  place: '青石镇 柳溪村 三组',
  rostered: true,
  phoneMask: '154****9999',
  sentAt: '2026-11-22T08:00:00+08:00',
};

let phone: Phone;
beforeEach(() => {
  phone = holdPhone();
});
const callsOf = (action: string) => phone.calls.filter((call) => call.action === action);

describe('登记我家, when the head is given', () => {
  const open = async (people = [head({ name: '周平' })]) => {
    phone.storage.set('draft:enrol', { ...filled({ step: 2, people }), savedAt: 1 });
    const page = render('packages/registration/enrol');
    await act(page, 'onLoad');
    return page;
  };

  it('offers to claim the file in which the village has them', async () => {
    const page = await open();
    phone.answers({ found: { headMask: '周*' } });
    await act(page, 'next');
    expect(phone.modals[0]!.content).toContain('周*家');
    expect(phone.went).toEqual([`navigateTo ../claim/index?headMask=${encodeURIComponent('周*')}`]);
    expect(page.data.step).toBe(2);
  });

  it('goes on when it is not theirs, and looks once for one person', async () => {
    const page = await open([head({ name: '周平安' })]);
    phone.answers({ found: { headMask: '周*' } });
    phone.confirms(false);
    await act(page, 'next');
    await act(page, 'back');
    await act(page, 'next');
    expect(page.data.step).toBe(3);
    expect(callsOf('findHousehold')).toHaveLength(1);
  });

  it('goes on without a network', async () => {
    const page = await open([head({ name: '周安平' })]);
    phone.breaks({ errMsg: 'request:fail' });
    await act(page, 'next');
    expect(page.data.step).toBe(3);
  });
});

describe('认领我家', () => {
  it('claims once when pressed twice, and leaves no copy of the papers on the phone', async () => {
    phone.storage.set('draft:enrol', { ...filled(), savedAt: 1 });
    const page = render('packages/registration/claim');
    await act(page, 'onLoad', { headMask: encodeURIComponent('周*') });
    phone.answers({ headMask: '周*' });
    await Promise.all([act(page, 'send'), act(page, 'send')]);
    expect(callsOf('claim')).toHaveLength(1);
    expect(phone.storage.has('draft:enrol')).toBe(false);
    expect(phone.went).toEqual(['switchTab /pages/home/index']);
  });

  it('asks for consent first', async () => {
    phone.storage.set('draft:enrol', { ...filled({ agreed: false }), savedAt: 1 });
    const page = render('packages/registration/claim');
    await act(page, 'onLoad', { headMask: encodeURIComponent('周*') });
    await act(page, 'send');
    expect(page.data.errors).toEqual({ consent: '请先看完，再点“我同意”' });
    expect(callsOf('claim')).toHaveLength(0);
  });
});

describe('加入我家', () => {
  it('says beside the box what is wrong with the code', async () => {
    const page = render('packages/registration/join');
    await act(page, 'onCode', said({ value: 'AAAA2222' }));
    await act(page, 'onConsent', said({ value: true }));
    phone.refuses({ code: 'INVALID_INPUT', message: '请改正', fields: { code: '邀请码不对' } });
    await act(page, 'send');
    expect(page.data).toMatchObject({ errors: { code: '邀请码不对' }, problem: '', sending: false });
  });
});

describe('家人的手机', () => {
  const open = async (isHead: boolean) => {
    const me = { personId: 'p1', name: '王大成', relation: 'head', isMe: true, hasPhone: true, mayBeInvited: false }; // prettier-ignore
    phone.answers({ isHead, people: [me], claims: [claim] });
    const page = render('packages/registration/phones');
    await act(page, 'load');
    return page;
  };

  it('shows a member who asks, with the number masked; only the head answers', async () => {
    expect(words(await open(false))).not.toContain('是本人');
    const page = await open(true);
    expect(words(page)).toContain('154****9999');
  });

  it('asks once more before it lets a phone in', async () => {
    const page = await open(true);
    phone.confirms(false);
    await act(page, 'onDecide', said({ claimId: 'c1', decision: 'confirm' }));
    expect(callsOf('decideClaimOnMyHousehold')).toHaveLength(0);
    phone.confirms(true);
    await act(page, 'onDecide', said({ claimId: 'c1', decision: 'confirm' }));
    expect(callsOf('decideClaimOnMyHousehold')).toMatchObject([
      { input: { claimId: 'c1', decision: 'confirm' } },
    ]);
  });
});
