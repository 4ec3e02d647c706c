import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import type { PostDocument } from '../../cloudfunctions/township/post.document';
import { enrolForm } from '../support/forms';
import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const FAMILY = 'o-moved-to-the-next-village';
const file = () =>
  township()
    .documents<HouseholdDocument>('households')
    .find(({ changes }) => changes.some(({ by }) => by === FAMILY))!;
const memberOf = (gridId: string) =>
  township()
    .documents<PostDocument>('posts')
    .find((post) => post.gridId === gridId && post.role === 'gridMember' && post.openid !== null)!.openid!;

it('a household that lives in another village now is handed over to the grid member there', async () => {
  const input = enrolForm('t1-v1-g3');
  await township().simulator.call('registration', { action: 'enrol', input }, { openid: FAMILY });
  const former = await hold(GRID_MEMBER, { route: '/packages/gridwork/search/index' });
  await former.type('找哪一户', '欧阳春兰');
  await former.press('找一找');
  await former.tap('欧阳春兰家');
  await former.press('转到别的村组');
  await former.sees('现在登记在柳溪村三组');
  await former.press('转过去');
  await former.sees('请选到最小的网格');
  await former.tap('石桥村');
  await former.tap('二组');
  await former.sees('换地方');
  await former.picture('hand-over');
  await former.press('转过去');
  await former.tap('全家搬到那边住了');
  await former.press('转过去');
  await former.sees('转过去了，那边的网格员会来核实');
  await former.sees('找一找');
  expect(file()).toMatchObject({ gridId: 't1-v2-g2', status: 'submitted' });
  await former.expectNoProblems();

  const route = `/packages/registration/review/index?householdId=${file()._id}`;
  const noLonger = await hold(GRID_MEMBER, { route });
  await noLonger.sees('没有找到这户的档案');

  const next = await hold(memberOf('t1-v2-g2'), { route: '/packages/registration/queue/index' });
  await next.scrollTo('欧阳春兰家');
  await next.tap('欧阳春兰家');
  await next.sees('从柳溪村三组转来，要重新核实');
  await next.sees('全家搬到那边住了');
  await next.picture('handed-over');
  await next.press('核实无误');
  await next.sees('核实好了');
  await next.expectNoProblems();

  const family = await hold(FAMILY, { route: '/packages/registration/household/index' });
  await family.sees('石桥村二组');
  await family.tap('谁看过我家档案');
  await family.sees('把档案转到了别的村组');
  await family.picture('hand-over-trail');
  await family.expectNoProblems();
});

it('until it is verified there, the family reads from where and why', async () => {
  const openid = 'o-told-of-it';
  const { simulator } = township();
  const enrolled = (await simulator.call(
    'registration',
    { action: 'enrol', input: enrolForm('t1-v1-g3') },
    { openid },
  )) as { data: { householdId: string } };
  const { householdId } = enrolled.data;
  const moved = {
    requestId: `request-${'1'.repeat(16)}`,
    householdId,
    version: 1,
    gridId: 't1-v2-g2',
    reason: '村组重新划分了',
  };
  await simulator.call('registration', { action: 'handOver', input: moved }, { openid: GRID_MEMBER });
  const family = await hold(openid, { route: '/packages/registration/household/index', fontSize: 23 });
  await family.sees('从柳溪村三组转来，要重新核实');
  await family.sees('村组重新划分了');
  await family.picture('handed-over-family-large');
  await family.expectNoProblems();
});
