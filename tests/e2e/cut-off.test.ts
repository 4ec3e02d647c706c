import type { RoundDocument } from '../../cloudfunctions/rounds/round.document';
import { turnWheels } from './declaring';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

const LEADER = 'o-li-guoqiang';
const openRound = () =>
  township()
    .documents<RoundDocument>('rounds')
    .find(({ status }) => status === 'open')!;

it('a leader moves the cut-off of an open round, with a double tap, and families read the new time', async () => {
  const before = openRound();
  const family = await hold('o-li-jianguo');
  await family.sees('18:00');
  const leader = await hold(LEADER, { route: `/packages/rounds/show/index?roundId=${before._id}` });
  await leader.scrollTo('改截止时间');
  await leader.press('改截止时间');
  await leader.sees('什么时候截止？');
  await turnWheels(leader, '几点截止', '18时', '30分');
  await leader.picture('cut-off');
  await leader.tapTwice('改好');
  await leader.sees('截止时间改到');
  const after = openRound();
  expect(after).toMatchObject({ _id: before._id, version: before.version + 1 });
  expect(after.closesAt).toBe(before.closesAt.replace('T18:00', 'T18:30'));
  await family.reopen();
  await family.sees('18:30');
  for (const phone of [leader, family]) await phone.expectNoProblems();
});
