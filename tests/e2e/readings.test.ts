import type { ObservationDocument } from '../../cloudfunctions/observation/observation.document';
import { putObserved } from '../support/observed';
import type { HandHeld } from './browser';
import { useBrowser } from './use-browser';

const { hold, township } = useBrowser();

const FAMILY = 'o-li-jianguo';
const READING = '/packages/observation/reading/index';
const EVENING = '2026-11-22T17:10:00+08:00';
const SLOT = '2026-11-22-pm';

beforeAll(async () => {
  const { simulator, documents } = township();
  await simulator.clock.set(EVENING);
  const household = documents<{ _id: string; headName: string }>('households').find(
    ({ headName }) => headName === '李建国',
  )!;
  for (const name of ['李建国', '陈秀兰', '李雨桐', '李强'])
    putObserved({ simulator, documents }, household._id, name);
});

const observationOf = (name: string): ObservationDocument =>
  township()
    .documents<ObservationDocument>('observations')
    .find((one) => one.name === name)!;
const readingOf = (name: string) => observationOf(name).slots[SLOT]?.reading;

async function type(phone: HandHeld, keys: string): Promise<void> {
  for (const key of keys) await phone.tap(key);
}

/** Puts somebody's tab in front, whoever the page began with. */
async function turnTo(phone: HandHeld, name: string): Promise<void> {
  await phone.sees('正在填');
  await phone.tap(name);
  await phone.sees(`提交${name}的晚体温`);
}

it('a family reports two members, and a fever is red and told at once', async () => {
  const phone = await hold(FAMILY, { route: READING });
  await turnTo(phone, '李建国');
  await type(phone, '367');
  await phone.sees('正常');
  await phone.tap('都没有');
  await phone.picture('reading');
  await phone.tap('提交李建国的晚体温');
  await phone.answer('允许');
  await phone.sees('李建国的晚体温 36.7℃，报好了');

  await turnTo(phone, '陈秀兰');
  await type(phone, '378');
  await phone.sees('偏高');
  const red = await phone.page
    .getByText('37.8', { exact: true })
    .first()
    .evaluate((figure) => getComputedStyle(figure).color);
  expect(red).toBe('rgb(176, 48, 31)');
  await phone.tap('干咳');
  await phone.sees('提交后，村医马上会给您打电话');
  await phone.picture('reading-fever');
  await phone.tap('提交陈秀兰的晚体温');
  await phone.sees('陈秀兰的晚体温 37.8℃，已告诉村医');

  expect(readingOf('李建国')).toMatchObject({ temperature: 36.7, symptoms: [], abnormal: false });
  expect(readingOf('陈秀兰')).toMatchObject({
    temperature: 37.8,
    symptoms: ['dryCough'],
    abnormal: true,
  });
  expect(observationOf('陈秀兰').openAlerts).toBe(1);
  await phone.expectNoProblems();
});

it('without a network a reading stays on the phone, also when it is closed, and is reported once', async () => {
  const phone = await hold(FAMILY, { route: READING });
  await turnTo(phone, '李雨桐');
  await phone.network('offline');
  await type(phone, '364');
  await phone.tap('都没有');
  await phone.tap('提交李雨桐的晚体温');
  await phone.sees('已存在这部手机，有网时自动报');
  await phone.sees('李雨桐 11月22日 晚上 36.4℃');
  await phone.picture('reading-offline');
  expect(readingOf('李雨桐')).toBeUndefined();

  await phone.reopen();
  await phone.sees('提交李强的晚体温');
  await phone.page.waitForFunction(
    () => !Object.keys(localStorage).some((key) => key.endsWith('unsent-readings')),
  );
  const first = readingOf('李雨桐');
  expect(first).toMatchObject({ temperature: 36.4 });
  await phone.network('offline');
  await phone.network('online');
  await phone.tap('李雨桐');
  await phone.sees('36.4℃');
  expect(readingOf('李雨桐')).toEqual(first);
  expect(observationOf('李雨桐').version).toBe(2);
  await phone.expectNoProblems();
});

it('the grid member sees who is missing and reports for them with one tap', async () => {
  const phone = await hold('o-zhang-li', { route: '/packages/observation/today/index' });
  await phone.sees('晚上还没报');
  await phone.picture('today');
  await phone.tap('代李强报体温');
  await phone.sees('提交李强的晚体温');
  await type(phone, '365');
  await phone.tap('都没有');
  await phone.tap('电话里说的');
  await phone.picture('reading-proxy');
  await phone.tap('提交李强的晚体温');
  await phone.sees('今天的观察');
  await phone.tap('全部');
  await phone.sees('晚上 36.5℃');
  expect(observationOf('李强').slots[SLOT]).toMatchObject({
    state: 'proxied',
    reading: { how: 'gridMember', means: 'phone' },
  });

  await phone.tap('看李强的记录');
  await phone.sees('早晚记录');
  await phone.picture('record');
  await phone.expectNoProblems();
});
