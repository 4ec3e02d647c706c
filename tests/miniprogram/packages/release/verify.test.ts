import { certificateInCode } from '../../../../miniprogram/packages/release/verify/result';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, settle, words } from '../../support/render';

const certificate = {
  number: '青防证〔2022〕0317 号',
  organisation: '青禾镇疫情防控指挥部',
  nameMask: '周*',
  measure: 'homeObservation',
  days: 14,
  firstDate: '2022-02-26',
  lastDate: '2022-03-11',
  issuedAt: '2022-03-12T10:00:00+08:00',
  validUntil: '2022-03-26',
  revokedAt: null as string | null,
};

let phone: Phone;
let scanned: () => Promise<{ path: string }>;
beforeEach(() => {
  phone = holdPhone();
  Object.assign(wx, { scanCode: () => scanned() });
});
const open = async (query: Record<string, string> = {}) => {
  const page = render('packages/release/verify');
  await act(page, 'onLoad', query);
  await settle();
  return page;
};

test.each([
  [{ state: 'valid', certificate }, ['有效', '到 2022年3月26日', '周*', '居家隔离观察 14 天', '请核对']],
  [{ state: 'expired', certificate }, ['已过期', '过了有效期']],
  [
    { state: 'revoked', certificate: { ...certificate, revokedAt: '2022-03-13T09:00:00+08:00' } },
    ['已作废', '2022年3月13日作废', '不能再用'],
  ],
  [{ state: 'unknown', certificate: null }, ['查不到', '不能当作证明']],
  [{ state: 'forged', certificate: null }, ['对不上', '被改动过']],
])('opened by the camera with a code: %j', async (answer, said) => {
  phone.answers(answer);
  const page = await open({ scene: 'abc' });
  expect(phone.calls).toEqual([{ name: 'release', action: 'verify', input: { certificateId: 'abc' } }]);
  for (const part of said) expect(words(page)).toContain(part);
});

test('entered without a code it waits for a scan, which reads a mini-program code', async () => {
  const page = await open();
  expect(phone.calls).toEqual([]);
  expect(words(page)).toContain('谁都可以查，不用登录');
  scanned = async () => ({ path: 'packages/release/verify/index?scene=abc' });
  phone.answers({ state: 'valid', certificate });
  await act(page, 'scan');
  expect(phone.calls[0]).toMatchObject({ input: { certificateId: 'abc' } });
  expect(words(page)).toContain('再扫一张');
});

test('another kind of code is not sent anywhere; closing the scanner changes nothing', async () => {
  const page = await open();
  scanned = async () => ({ path: 'packages/registration/enrol/index?scene=t1-v1-g3' });
  await act(page, 'scan');
  expect(phone.modals.map(({ title }) => title)).toEqual(['这不是期满证明的码']);
  scanned = async () => {
    throw new Error('cancel');
  };
  await act(page, 'scan');
  expect(phone.calls).toEqual([]);
  expect(page.data.status).toBe('idle');
});

test('without a network it says so and tries again', async () => {
  phone.refuses({ code: 'TOO_MANY_REQUESTS', message: '操作太频繁，请 5 分钟后再试' });
  const page = await open({ scene: 'abc' });
  expect(words(page)).toContain('请 5 分钟后再试');
  phone.answers({ state: 'valid', certificate });
  await act(page, 'retry');
  expect(page.data.status).toBe('ready');
});

test.each([
  ['packages/release/verify/index?scene=abc', 'abc'],
  ['/packages/release/verify/index?scene=abc', 'abc'],
  ['packages/release/verify/index?x=1&scene=a%3Ab', 'a:b'],
  ['packages/release/verify/index', ''],
  ['packages/registration/enrol/index?scene=abc', ''],
  ['', ''],
])('the code %p names the certificate %p', (path, id) => {
  expect(certificateInCode(path)).toBe(id);
});
