import { randomUUID } from 'node:crypto';
import { CONSENT_VERSION } from '../../miniprogram/shared/consent';
import { GRID_MEMBER, HEAD_ID, WIFE_ID } from './enrolment';
import { useBrowser } from './use-browser';

jest.setTimeout(60_000);

const { hold, township } = useBrowser();

const papers = (number: string) => ({ type: 'residentId', number });
const person = (name: string, number: string, relation: string) => ({
  name,
  papers: papers(number),
  relation,
  whereabouts: 'home',
});

/** A couple registers twice: he with her, and she with him. */
async function enrol(openid: string, address: string, people: ReturnType<typeof person>[]): Promise<void> {
  const team = township()
    .documents<{ _id: string; pathNames: string[] }>('grids')
    .find(({ pathNames }) => pathNames.join(' ').endsWith('柳溪村 三组'));
  const [head, ...members] = people;
  const input = {
    requestId: randomUUID(),
    gridId: team?._id,
    address,
    tenure: 'owner',
    consent: { version: CONSENT_VERSION },
    head: { ...head, phone: '15490010007' },
    members,
  };
  await township().simulator.call('registration', { action: 'enrol', input }, { openid });
}

it('a couple that registered twice becomes one household, and both phones open it', async () => {
  await enrol('o-e2e-husband', '18 号', [
    person('周平', HEAD_ID, 'head'),
    person('刘秀兰', WIFE_ID, 'spouse'),
  ]);
  await enrol('o-e2e-wife', '18 号院', [
    person('刘秀兰', WIFE_ID, 'head'),
    person('周平', HEAD_ID, 'spouse'),
  ]);
  const phone = await hold(GRID_MEMBER);
  await phone.tap('找住户');
  await phone.type('找哪一户', '周平');
  await phone.tap('找一找');
  await phone.tap('周平家');
  await phone.tap('两份档案放在一起看');
  await phone.sees('同一个人登记在两户');
  await phone.picture('compare');
  await phone.press('并成一户');
  await phone.sees('请先选留下哪一份');
  await phone.tap('留下周平家这份');
  await phone.press('并成一户');
  await phone.tap('夫妻各登记了一次');
  await phone.picture('compare-reason');
  await phone.press('并成一户');
  await phone.sees('并成一户了');

  const wife = await hold('o-e2e-wife', { route: '/packages/registration/household/index' });
  await wife.sees('周平');
  expect(await wife.text()).toContain('18 号');
  expect(await wife.text()).not.toContain('18 号院');
  await phone.expectNoProblems();
});
