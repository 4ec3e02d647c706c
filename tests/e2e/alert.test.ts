import type { AlertDocument } from '../../cloudfunctions/alerts/alert.document';
import type { HouseholdDocument } from '../../cloudfunctions/registration/household.document';
import { slotNow } from '../../miniprogram/shared/slots';
import { newRequestId } from '../support/forms';
import { observationNow, putObservation, readingForm } from '../support/observations';
import { useBrowser } from './use-browser';

jest.setTimeout(120_000);

const { hold, township } = useBrowser();

const FAMILY = 'o-li-jianguo';
const DOCTOR = 'o-sun-xiumei';
const LEADER = 'o-li-guoqiang';
const OFFICER = 'o-chen-zhiyuan';
const MINUTE = 60_000;

const fileOf = (headName: string) =>
  township()
    .documents<HouseholdDocument>('households')
    .find((file) => file.headName === headName && file.gridId === 't1-v1-g3')!;
const alertsOf = (householdId: string) =>
  township()
    .documents<AlertDocument>('alerts')
    .filter((alert) => alert.householdId === householdId);

/** Half past five in the afternoon: the evening's reading is open. */
async function inTheEvening(): Promise<void> {
  const { clock } = township().simulator;
  const today = new Date(clock.now() + 8 * 60 * MINUTE).toISOString().slice(0, 10);
  await clock.set(Date.parse(`${today}T17:30:00+08:00`) + 24 * 60 * MINUTE);
}

it('a fever is reported, and the doctor takes it, judges it, sends the person to the clinic, reports it and closes it', async () => {
  const { simulator } = township();
  await inTheEvening();
  const household = fileOf('李建国');
  const observation = putObservation(township(), household._id);
  const slot = slotNow(observation.slotTimes, simulator.clock.now())!;
  const office = await hold(OFFICER, { route: '/packages/alerts/clinics/index' });
  await office.type('加一家', '县人民医院发热门诊');
  await office.press('加进名单');
  await office.sees('去掉');

  const reading = { ...readingForm(observation, slot), temperature: 38.2, symptoms: ['dryCough' as const] };
  const reply = await simulator.call('observation', { action: 'report', input: reading }, { openid: FAMILY });
  expect(reply).toMatchObject({ ok: true });
  expect(observationNow(township(), observation).openAlerts).toBe(1);

  const doctor = await hold(DOCTOR, { route: '/packages/alerts/list/index' });
  await doctor.sees('李建国 干咳');
  await doctor.sees('还剩');
  await doctor.picture('alerts-open');
  await doctor.press('去处理这个异常');
  await doctor.sees('前后的体温');
  await doctor.press('我来处理');
  await doctor.sees('（村医）已接');
  await doctor.picture('alerts-taken');

  const family = await hold(FAMILY, { route: '/packages/alerts/mine/index' });
  await family.sees('接了，会来看');
  await family.picture('alerts-mine');

  await doctor.press('量体温、判断');
  await doctor.type('再量的体温（℃）', '38.4');
  await doctor.tap('疑似，送发热门诊');
  await doctor.type('看到的情况', '咳了两天，精神差');
  await doctor.press('记下判断');
  await doctor.press('送发热门诊');
  await doctor.tap('县人民医院发热门诊');
  await doctor.tap('救护车');
  await doctor.type('谁护送', '张丽');
  await doctor.press('安排好了');
  await doctor.sees('救护车，张丽护送');
  await family.reopen();
  await family.sees('出发去县人民医院发热门诊，张丽护送');

  await doctor.press('已报镇里');
  await doctor.answer('报过了');
  await doctor.sees('17:3');
  await doctor.press('办结');
  await doctor.tap('排除');
  await doctor.type('结果说明', '核酸阴性，普通感冒');
  await doctor.press('办结');
  await doctor.sees('已办结：排除');
  await doctor.picture('alerts-closed');

  expect(alertsOf(household._id)).toMatchObject([{ status: 'closed', outcome: { result: 'excluded' } }]);
  expect(observationNow(township(), observation).openAlerts).toBe(0);
  for (const phone of [doctor, family, office]) await phone.expectNoProblems();
});

it('one that nobody takes climbs to the grid leader after 30 minutes, who gets a message, and is counted where the office looks', async () => {
  const { simulator } = township();
  const leader = await hold(LEADER, { route: '/packages/alerts/list/index' });
  await leader.press('多收一条');
  await leader.answer('允许');
  await leader.sees('还能收 1 条');
  const household = fileOf('李建国');
  const feeling = { personId: household.people[0]!.personId, temperature: 37.9, symptoms: [], other: '' };
  const reply = await simulator.call(
    'observation',
    { action: 'selfReport', input: { requestId: newRequestId(), ...feeling } },
    { openid: FAMILY },
  );
  expect(reply).toMatchObject({ ok: true });
  await simulator.clock.advance(31 * MINUTE);
  expect(simulator.messages().filter(({ to }) => to === LEADER)).toMatchObject([
    { content: { thing1: '柳溪村三组', thing4: '前面的人没有接，点这里处理' } },
  ]);
  await leader.reopen();
  await leader.sees('没人接，已升到网格长');

  const officer = await hold(OFFICER, { route: '/packages/numbers/overview/index' });
  await officer.scrollTo('柳溪村');
  await officer.tap('柳溪村');
  await officer.sees('柳溪村');
  await officer.scrollTo('没办结的异常 1 件');
  await officer.picture('numbers-village');
  await officer.tap('没办结的异常 1 件');
  await officer.sees('李建国');
  await officer.picture('numbers-people');

  await leader.press('去处理这个异常');
  await leader.press('我来处理');
  await leader.sees('（网格长）已接');
  await leader.sees('等村医量体温、判断');
  await leader.picture('alerts-leader');
  // Answered: it climbs no further.
  await simulator.clock.advance(60 * MINUTE);
  const [open] = alertsOf(household._id).filter(({ status }) => status !== 'closed');
  expect(open).toMatchObject({ status: 'acknowledged', level: 'gridLeader', climbsAt: null });
  for (const phone of [leader, officer]) await phone.expectNoProblems();
});
