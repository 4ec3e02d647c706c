import type { AlertDocument } from '../../cloudfunctions/alerts/alert.document';
import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import { addDays } from '../../miniprogram/shared/slots';
import { newRequestId } from '../support/forms';
import { putAreaInForce } from '../support/rules';
import type { HandHeld } from './browser';
import { findPlace, signName, turnWheels } from './declaring';
import { HEAD_ID, NEWCOMER } from './enrolment';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser('township', { timers: false });

const NAME = '周平';
const GRID_MEMBER = 'o-zhang-li';
const DOCTOR = 'o-sun-xiumei';
const LEADER = 'o-li-guoqiang';
const OFFICERS = ['o-chen-zhiyuan', 'o-he-min'] as const;
const ARRIVAL = '2026-12-01';

const dayOf = (day: number): string => addDays(ARRIVAL, day - 1);
const timeIs = (day: number, time: string) =>
  township().simulator.clock.set(`${dayOf(day)}T${time}:00+08:00`);
const observation = (): ObservationDocument =>
  township()
    .documents<ObservationDocument>('observations')
    .find(({ name, declarationId }) => name === NAME && declarationId !== '')!;

/** Calls as somebody's phone would; the journey looks at the screens where people first meet them, and goes on like this. */
async function call(openid: string, functionName: string, action: string, input: object): Promise<unknown> {
  const { simulator } = township();
  const reply = (await simulator.call(functionName, { action, input }, { openid })) as {
    ok: boolean;
    error?: { message: string };
  };
  return reply.ok ? 'ok' : reply.error?.message;
}

const report = (day: number, half: 'am' | 'pm', temperature = 36.5) =>
  call(NEWCOMER, 'observation', 'report', {
    requestId: newRequestId(),
    observationId: observation()._id,
    slot: `${dayOf(day)}-${half}`,
    temperature,
    symptoms: [],
    other: '',
  });

/** Morning and evening of a day, each at its time. */
async function reportDay(day: number): Promise<void> {
  for (const [half, time] of [
    ['am', '08:00'],
    ['pm', '18:00'],
  ] as const) {
    await timeIs(day, time);
    expect(await report(day, half)).toBe('ok');
  }
}

async function typeKeys(phone: HandHeld, keys: string): Promise<void> {
  for (const key of keys) await phone.tap(key);
}

it('somebody from a risk area declares, is checked, reports for fourteen days with a miss and a fever, and is released with a certificate', async () => {
  const { simulator, documents } = township();
  const town = documents<{ _id: string; name: string; level: string }>('grids').find(
    ({ level }) => level === 'town',
  )!;
  await timeIs(1, '09:00');
  putAreaInForce(
    { simulator, documents, town: { gridId: town._id, name: town.name } },
    { code: '330212', level: 'medium', validFrom: '2026-11-20', validTo: null },
  );

  // From another province, on one's own phone.
  const phone = await hold(NEWCOMER);
  await phone.tap('返乡申报');
  await phone.type('姓名', NAME);
  await phone.type('身份证号', HEAD_ID);
  await phone.type('手机号', '15490010007');
  await phone.tap('柳溪村');
  await phone.tap('三组');
  await phone.type('门牌或位置', '18 号');
  await phone.tap('自家的房');
  await phone.tap('下一步');
  await phone.tap('火车');
  await phone.type('车次', 'G2204');
  await turnWheels(phone, '哪天到家');
  await turnWheels(phone, '大概几点', '17时', '30分');
  await phone.tap('下一步');
  await phone.tap('写住过的地方');
  await findPlace(phone, 'yzq', '鄞州区');
  await phone.sees('浙江省 宁波市 鄞州区');
  await phone.tap('下一步');
  await phone.tap('都没有');
  await phone.tap('没有');
  await phone.tap('绿码');
  await phone.tap('做过');
  await turnWheels(phone, '最近一次哪天做的');
  await phone.tap('阴性');
  await phone.tap('下一步');
  await phone.tap('我看完了，我同意');
  await signName(phone);
  await phone.tap('提交申报');
  await phone.sees('申报交上去了');
  await phone.sees('居家隔离观察 14 天');
  await phone.sees('中风险');
  await phone.picture('journey-decision');

  // Arrived; the grid member checks at the door.
  await timeIs(1, '17:40');
  await phone.tap('我家的申报');
  await phone.tap('我到了');
  await phone.answer('到了');
  const member = await hold(GRID_MEMBER);
  await member.sees('人到了，等核实');
  await member.picture('journey-member-home');
  await member.press('去核实');
  await member.picture('journey-queue');
  await member.tap(`看${NAME} 男 68 岁的申报`);
  await member.sees('当面核对');
  await typeKeys(member, '365');
  // What was declared says so too; the answer at the door is the one below.
  await member.page.getByText('都没有', { exact: true }).last().tap();
  await member.picture('journey-check');
  await member.press('核实并开始居家隔离观察');
  await member.sees('看体温记录');
  expect(observation()).toMatchObject({ measure: 'homeObservation', days: 14, firstDate: ARRIVAL });

  // Day 1: the evening only, from the home page.
  await phone.reopen();
  await phone.sees('填晚体温');
  await phone.picture('journey-home-observed');
  await phone.press('填晚体温');
  await phone.sees(`提交${NAME}的晚体温`);
  await typeKeys(phone, '366');
  await phone.tap('都没有');
  await phone.tap(`提交${NAME}的晚体温`);
  await phone.answer('允许');
  await phone.sees('36.6℃，报好了');
  await reportDay(2);

  // Day 3: the morning is missed; the grid member is told, and says why.
  await timeIs(3, '10:01');
  await simulator.fireTimer('observation');
  const missing = await hold(GRID_MEMBER);
  await missing.sees('人没报体温');
  await missing.close();
  await timeIs(3, '14:05');
  await simulator.fireTimer('observation');
  expect(observation().slots[`${dayOf(3)}-am`]).toMatchObject({ state: 'missed' });
  await timeIs(3, '18:00');
  expect(await report(3, 'pm')).toBe('ok');
  expect(await report(3, 'am')).toContain('过了');
  await reportDay(4);

  // Day 5: a fever in the morning; the doctor answers.
  await timeIs(5, '08:00');
  expect(await report(5, 'am', 38.1)).toBe('ok');
  const doctor = await hold(DOCTOR);
  await doctor.sees(`${NAME} 发热`);
  await doctor.sees('38.1℃');
  await doctor.picture('journey-doctor-home');
  await doctor.press('去处理这个异常');
  await doctor.press('我来处理');
  await doctor.press('量体温、判断');
  await doctor.type('再量的体温（℃）', '36.8');
  await doctor.tap('再量正常');
  await doctor.type('看到的情况', '穿太多，复测两次都正常');
  await doctor.press('记下判断');
  await doctor.sees('办结');
  await timeIs(5, '18:00');
  expect(await report(5, 'pm')).toBe('ok');
  for (let day = 6; day <= 13; day += 1) await reportDay(day);
  await timeIs(14, '08:00');
  expect(await report(14, 'am')).toBe('ok');

  // Never before its time, never with anything open: through any call.
  const propose = async (): Promise<unknown> =>
    call(LEADER, 'release', 'propose', {
      requestId: newRequestId(),
      observationId: observation()._id,
      version: observation().version,
    });
  expect(await propose()).not.toBe('ok');
  await timeIs(14, '18:00');
  expect(await report(14, 'pm')).toBe('ok');
  await timeIs(15, '08:00');
  expect(await propose()).not.toBe('ok');

  const [alert] = documents<AlertDocument>('alerts').filter(({ name }) => name === NAME);
  expect(alert).toMatchObject({ temperature: 38.1, status: 'assessed' });
  expect(
    await call(DOCTOR, 'alerts', 'close', {
      requestId: newRequestId(),
      alertId: alert!._id,
      version: alert!.version,
      outcome: 'excluded',
      words: '一直正常',
    }),
  ).toBe('ok');
  for (const day of [1, 7, 14])
    expect(
      await call(DOCTOR, 'observation', 'recordTest', {
        requestId: newRequestId(),
        observationId: observation()._id,
        day,
        date: dayOf(day),
        place: '镇卫生院',
        result: 'negative',
      }),
    ).toBe('ok');
  expect(await propose()).not.toBe('ok');
  await member.close();
  const explains = await hold(GRID_MEMBER, {
    route: `/packages/observation/record/index?observationId=${encodeURIComponent(observation()._id)}`,
  });
  await explains.sees('早晚记录');
  await explains.picture('journey-record');
  await explains.expectNoProblems();
  expect(
    await call(GRID_MEMBER, 'observation', 'explainGap', {
      requestId: newRequestId(),
      observationId: observation()._id,
      slot: `${dayOf(3)}-am`,
      text: '忘了报，电话里问过，人没有不舒服',
    }),
  ).toBe('ok');

  // Released by three people.
  for (const [openid, task, button, after] of [
    [LEADER, '去提', '记录齐全，提出解除', '等镇里审核'],
    [OFFICERS[0], '去审核', '记录属实，审核通过', '前面一步是您办的'],
    [OFFICERS[1], '去批准', '批准解除，发证明', '看期满证明'],
  ] as const) {
    const stepper = await hold(openid);
    await stepper.sees('今天要做的事');
    await stepper.tap(task);
    await stepper.sees(NAME);
    await stepper.tap(NAME);
    await stepper.press(button);
    await stepper.sees(after);
    await stepper.expectNoProblems();
    await stepper.close();
  }
  expect(observation().status).toBe('released');

  await phone.reopen();
  await phone.sees(`${NAME}解除了`);
  await phone.picture('journey-released');
  await phone.press('看证明');
  await phone.sees('有效');
  await phone.picture('journey-certificate');
  const [certificate] = documents<{ _id: string }>('certificates');
  const stranger = await hold('o-a-stranger', {
    route: `/packages/release/verify/index?scene=${certificate!._id}`,
  });
  await stranger.sees('有效');
  expect(await stranger.text()).not.toContain(NAME);
  for (const one of [phone, doctor, stranger]) await one.expectNoProblems();
}, 300_000);
