import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { completeResidentId } from '../../miniprogram/shared/resident-id';
import { enrolForm } from '../support/forms';
import { GRID_MEMBER, HEAD_ID, NEWCOMER, WIFE_ID } from './enrolment';
import type { HandHeld } from './browser';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const TEAM = 't1-v1-g3';
const CHILD_ID = completeResidentId('51199920180507003');
const person = (name: string, number: string) => ({
  name,
  papers: { type: 'residentId' as const, number },
  careCategories: [],
  whereabouts: 'home' as const,
  registeredResidence: '',
});

/** Writes a family the way a roster import leaves it: known, nobody asked yet, no phone in it. */
async function rosterFamily(): Promise<void> {
  const { simulator } = township();
  const form = enrolForm(TEAM, {
    address: '18 号',
    head: { ...person('周平', HEAD_ID), relation: 'head', phone: '15490010007' },
    members: [
      { ...person('刘秀兰', WIFE_ID), relation: 'spouse' },
      { ...person('周小宝', CHILD_ID), relation: 'grandchild' },
    ],
  });
  await simulator.call('registration', { action: 'enrol', input: form }, { openid: 'o-import' });
  const change = (collectionName: string, query: object, data: object) =>
    simulator.database.handle('database.modifyDocument', {
      collectionName,
      query: JSON.stringify(query),
      data: JSON.stringify(data),
      multi: false,
      merge: true,
      upsert: false,
    });
  await change('households', { headName: '周平' }, { $set: { status: 'rostered', consent: null } });
  await change('coverage', { _id: TEAM }, { $inc: { submitted: -1, rostered: 1 } });
  await change('accounts', { _id: 'o-import' }, { $set: { householdId: null, personId: null } });
}

async function fillInHead(phone: HandHeld): Promise<void> {
  await phone.tap('登记我家');
  await phone.tap('柳溪村');
  await phone.tap('三组');
  await phone.sees('换地方');
  await phone.tap('下一步');
  await phone.type('门牌或位置', '18 号');
  await phone.tap('自家的房');
  await phone.tap('下一步');
  await phone.type('姓名', '周平');
  await phone.type('身份证号', HEAD_ID);
  await phone.type('手机号', '15490010007');
  await phone.tap('在家');
  await phone.tap('下一步');
}

it('a rostered household is claimed by its head, the grid member confirms, and a member joins with a code', async () => {
  await rosterFamily();
  const head = await hold(NEWCOMER);
  await fillInHead(head);
  await head.sees('周*家的档案里');
  expect(await head.text()).not.toContain('刘秀兰');
  await head.picture('claim-found');
  await head.answer('去认领');
  await head.press('认领我家');
  await head.sees('请先看完');
  await head.tap('我看完了，我同意');
  await head.tap('我是家里孩子的监护人，同意登记孩子的信息');
  await head.picture('claim-form');
  await head.press('认领我家');
  await head.sees('认领交了，等确认');
  expect(await head.text()).not.toContain('刘秀兰');
  await head.picture('home-claim-waits');

  const gridMember = await hold(GRID_MEMBER);
  await gridMember.sees('个认领等确认');
  await gridMember.tap('去确认');
  await gridMember.sees('名册上的，确认后就登记');
  await gridMember.picture('claims');
  await gridMember.press('是本人');
  await gridMember.answer('是本人');
  await gridMember.sees('没有等着的认领');

  await head.reopen();
  await head.sees('登记已经交了，等核实');
  await head.tap('我家档案');
  await head.sees('刘秀兰');
  await head.tap('家人的手机');
  await head.sees('还没有用自己的手机');
  await head.picture('phones');
  await head.press('邀请刘秀兰');
  await head.press('取邀请码');
  await head.sees('换一个');
  await head.picture('invite');
  const code = /[A-Z2-9]{4} [A-Z2-9]{4}/.exec(await head.text())![0];

  const wife = await hold('o-liu-xiulan');
  await wife.tap('输邀请码');
  await wife.type('邀请码', 'AAAA 2222');
  await wife.tap('我看完了，我同意');
  await wife.press('打开我家档案');
  await wife.sees('邀请码不对');
  await wife.picture('join-wrong');
  await wife.type('邀请码', code);
  await wife.press('打开我家档案');
  await wife.sees('周小宝');
  await wife.expectNoProblems();
  await head.expectNoProblems();
  await gridMember.expectNoProblems();
  const [file] = township()
    .documents<HouseholdDocument>('households')
    .filter(({ headName }) => headName === '周平');
  expect(file).toMatchObject({ status: 'submitted', consent: { by: NEWCOMER, guardianForChildren: true } });
});
