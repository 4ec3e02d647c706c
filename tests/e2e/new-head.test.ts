import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { enrolForm } from '../support/forms';
import { GRID_MEMBER } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();
const file = () =>
  township()
    .documents<HouseholdDocument>('households')
    .find(({ changes }) => changes.some(({ by }) => by === 'o-two-of-them'))!;

it('at the door a household gets another head, and its file closes when it moved away', async () => {
  const input = enrolForm('t1-v1-g3');
  await township().simulator.call('registration', { action: 'enrol', input }, { openid: 'o-two-of-them' });
  const route = `/packages/registration/review/index?householdId=${file()._id}`;
  const gridMember = await hold(GRID_MEMBER, { route });
  await gridMember.press('换户主');
  await gridMember.sees('新户主是谁');
  await gridMember.press('换户主');
  await gridMember.sees('请选新户主');
  await gridMember.tap('欧阳小满');
  await gridMember.press('换户主');
  await gridMember.sees('请选欧阳春兰是新户主的什么人');
  await gridMember.tap('父母');
  await gridMember.picture('new-head');
  await gridMember.press('换户主');
  await gridMember.tap('户主长期在外');
  await gridMember.press('换好户主');
  await gridMember.sees('核实无误');
  await gridMember.page.waitForTimeout(500);
  expect(file()).toMatchObject({ headName: '欧阳小满' });

  const again = await hold(GRID_MEMBER, { route });
  await again.press('搬出本镇了');
  await again.tap('全家搬到外地了');
  await again.picture('move-out');
  await again.press('关上档案');
  await again.page.waitForTimeout(1500);
  expect(file()).toMatchObject({ status: 'closed', closedReason: 'movedOut' });
  await gridMember.expectNoProblems();
});
