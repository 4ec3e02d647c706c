import type { CertificateView } from '../../../../cloudfunctions/contracts/index';
import { drawPaper, WIDTH } from '../../../../miniprogram/packages/release/certificate/picture';
import { paperOf } from '../../../../miniprogram/packages/release/certificate/view';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, words } from '../../support/render';

const certificate = (more: Partial<CertificateView> = {}): CertificateView => ({
  certificateId: 'c1',
  number: '青防证〔2022〕0317 号',
  organisation: '青禾镇疫情防控指挥部',
  state: 'valid',
  name: '周敏',
  sex: 'female',
  papersMask: '511***********2428',
  measure: 'homeObservation',
  days: 14,
  firstDate: '2022-02-26',
  lastDate: '2022-03-11',
  counts: { normalTemperatures: 28, negativeTests: 3, abnormal: 0 },
  steps: [
    { name: '张立新', date: '2022-03-11' },
    { name: '何静', date: '2022-03-12' },
    { name: '方敏', date: '2022-03-12' },
  ],
  issuedAt: '2022-03-12T10:00:00+08:00',
  validUntil: '2022-03-26',
  revoked: null,
  code: { format: 'png', base64: 'AAAA' },
  ...more,
});
const revoked = certificate({
  state: 'revoked',
  revoked: { at: '2022-03-13T09:00:00+08:00', reason: '核酸报告有误' },
});
const row = (certificateId: string, name: string) => ({
  certificateId,
  number: '青防证〔2022〕0317 号',
  name,
  measure: 'homeObservation',
  state: 'valid',
  lastDate: '2022-03-11',
});

let phone: Phone;
let enlarged: string[];
beforeEach(() => {
  phone = holdPhone();
  enlarged = [];
  Object.assign(wx, {
    env: { USER_DATA_PATH: 'http://usr' },
    getFileSystemManager: () => ({ writeFile: ({ success }: { success: () => void }) => success() }),
    previewImage: async ({ urls }: { urls: string[] }) => void enlarged.push(...urls),
  });
});
const open = async (query: Record<string, string> = {}) => {
  const page = render('packages/release/certificate');
  await act(page, 'onLoad', query);
  await settle();
  return page;
};

test('says whether it holds, until when, for what, and who signed it', async () => {
  phone.answers(certificate());
  const page = await open({ id: 'c1' });
  expect(phone.calls).toEqual([{ name: 'release', action: 'certificate', input: { certificateId: 'c1' } }]);
  const text = words(page);
  for (const part of [
    '有效',
    '到 2022年3月26日',
    '青禾镇疫情防控指挥部',
    '居家隔离观察期满证明',
    '编号 青防证〔2022〕0317 号',
    '周敏',
    '女 · 511***********2428',
    '已完成居家隔离观察 14 天（2月26日到 3月11日），现予解除。',
    '28',
    '村提出张立新3月11日',
    '指挥部批准方敏3月12日',
  ])
    expect(text).toContain(part);
  await act(page, 'enlarge');
  expect(enlarged).toEqual(['http://usr/certificate-c1.png']);
  expect(text).not.toContain('作废这份证明');
});

test('a family with one certificate sees it at once; of several it chooses; with none it learns when it comes', async () => {
  phone.answers({ rows: [row('c1', '周敏')] });
  phone.answers(certificate());
  expect((await open()).data).toMatchObject({ status: 'ready', id: 'c1' });

  phone.answers({ rows: [row('c2', '周强'), row('c1', '周敏')] });
  const page = await open();
  expect(words(page)).toContain('周强的期满证明');
  phone.answers(certificate());
  await act(page, 'open', said({}, { id: 'c1' }));
  expect(page.data).toMatchObject({ status: 'ready', id: 'c1' });

  phone.answers({ rows: [] });
  expect((await open()).data).toMatchObject({ status: 'list', rows: [] });
});

test('an officer revokes it for a reason; it then says so', async () => {
  phone.answers(certificate());
  const page = await open({ id: 'c1', staff: '1', revoke: '1' });
  expect(phone.calls[0]).toMatchObject({ action: 'certificateForStaff' });
  expect(words(page)).toContain('作废这份证明');
  phone.answers(revoked);
  await act(page, 'onReason', said({ reason: '核酸报告有误' }));
  expect(phone.calls.at(-1)).toMatchObject({
    action: 'revoke',
    input: { certificateId: 'c1', reason: '核酸报告有误' },
  });
  const text = words(page);
  expect(text).toContain('已作废');
  expect(text).toContain('2022年3月13日作废');
  expect(text).toContain('作废原因：核酸报告有误');
});

test('a refusal to revoke is told, and nothing changes', async () => {
  phone.answers(certificate());
  const page = await open({ id: 'c1', staff: '1', revoke: '1' });
  phone.refuses({ code: 'CONFLICT', message: '这份证明已经作废了' });
  await act(page, 'onReason', said({ reason: '发错了人' }));
  expect(phone.modals).toEqual([{ title: '没有作废', content: '这份证明已经作废了' }]);
  expect(page.data.paper).toMatchObject({ state: 'valid' });
});

test('without a code the rest still shows', async () => {
  phone.answers(certificate({ code: null }));
  const page = await open({ id: 'c1' });
  expect(words(page)).toContain('小程序发布以后才有码');
  expect(words(page)).not.toContain('放大给人扫');
});

test('somebody else’s certificate is said not to be there', async () => {
  phone.refuses({ code: 'NOT_FOUND', message: '没有找到这份证明' });
  expect((await open({ id: 'x' })).data).toMatchObject({ status: 'failed', problem: '没有找到这份证明' });
});

test('the picture for the album holds everything that the page says', () => {
  const drawn: string[] = [];
  const images: unknown[] = [];
  const context = new Proxy(
    {},
    {
      get: (_, name) => {
        if (name === 'fillText') return (text: string) => void drawn.push(text);
        if (name === 'measureText') return (text: string) => ({ width: text.length * 72 });
        if (name === 'drawImage') return (image: unknown) => void images.push(image);
        return () => undefined;
      },
      set: () => true,
    },
  ) as unknown as Parameters<typeof drawPaper>[0];
  const code = {} as NonNullable<Parameters<typeof drawPaper>[2]>;
  drawPaper(context, paperOf(certificate()), code);
  for (const part of [
    '以扫码为准',
    '到 2022年3月26日',
    '居家隔离观察期满证明',
    '周敏',
    '28',
    '方敏',
    '扫码验真假',
  ])
    expect(drawn).toContain(part);
  expect(images).toEqual([code]);
  expect(WIDTH).toBe(1080);
  drawPaper(context, paperOf(revoked), null);
  expect(drawn).toContain('已作废');
  expect(images).toHaveLength(1);
});
