import { fillEnrolment, NEWCOMER } from './enrolment';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();
type Household = { headName: string };
const filesOf = (head: string) =>
  township()
    .documents<Household>('households')
    .filter(({ headName }) => headName === head);

it('what is written without a network stays on the phone, also when it is closed, and is sent once', async () => {
  const phone = await hold(NEWCOMER);
  await fillEnrolment(phone);
  await phone.network('offline');
  await phone.tap('提交登记');
  await phone.sees('网络不好，没有交上去。内容已存在这部手机');
  await phone.picture('enrol-offline');
  expect(filesOf('周平')).toHaveLength(0);

  await phone.reopen();
  await phone.tap('接着填');
  await phone.sees('18 号');
  await phone.sees('刘秀兰');
  await phone.tap('提交登记');
  await phone.sees('登记交上去了');
  expect(filesOf('周平')).toHaveLength(1);
  await phone.expectNoProblems();
});

it('an impatient thumb on a slow network registers once', async () => {
  const phone = await hold('o-wu-xia');
  await fillEnrolment(phone, { isOnFile: true });
  await phone.network('slow');
  await phone.tapTwice('提交登记');
  await phone.sees('登记交上去了');
  expect(filesOf('周平')).toHaveLength(2);
  await phone.expectNoProblems();
});

it('a page that could not be loaded says so and offers to try again', async () => {
  const phone = await hold('o-li-jianguo');
  await phone.sees('登记已核实');
  await phone.network('offline');
  await phone.tap('我家档案');
  await phone.sees('没有加载出来');
  await phone.picture('failed');
  await phone.network('online');
  await phone.tap('再试一次');
  await phone.sees('李建国');
  await phone.expectNoProblems();
});
