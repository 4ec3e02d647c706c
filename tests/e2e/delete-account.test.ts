import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const VILLAGER = 'o-li-jianguo';

it('a villager deletes their account: the phone knows nothing any more, and the family’s file stays', async () => {
  const phone = await hold(VILLAGER, { route: '/pages/me/index' });
  await phone.tap('注销账号');
  await phone.press('注销我的账号');
  await phone.sees('请先看完，再勾选');
  await phone.picture('leave');
  await phone.tap('我看完了，要注销');
  await phone.press('注销我的账号');
  await phone.sees('真的注销？');
  await phone.answer('注销');
  await phone.sees('注销好了');
  await phone.answer('知道了');
  await phone.sees('准备好全家人的身份证');
  expect(await phone.text()).not.toContain('李建国');
  await phone.expectNoProblems();

  const accounts = township().documents<{ _id: string }>('accounts');
  expect(accounts.some(({ _id }) => _id === VILLAGER)).toBe(false);
  const files = township().documents<HouseholdDocument>('households');
  const file = files.find(({ headName }) => headName === '李建国');
  expect(file).toMatchObject({ consent: { by: '' }, status: 'verified' });
});
