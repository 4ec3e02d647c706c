import type { Mine } from '../../../../miniprogram/services/observation';
import { keptReadings, sendKeptReadings } from '../../../../miniprogram/services/unsent-readings';
import { EVENING, mine, observed, record, reportedBy } from '../../support/observed';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, settle, tap, words, type Rendered } from '../../support/render';

// The first page of a file is compiled while its first test runs.
jest.setTimeout(30_000);

const OFFLINE = { errCode: -1, errMsg: 'fail' };

let phone: Phone;
let asked: string[][];
beforeEach(() => {
  phone = holdPhone();
  jest.spyOn(Date, 'now').mockReturnValue(EVENING);
  asked = [];
  Object.assign(wx, {
    requestSubscribeMessage: async ({ tmplIds }: { tmplIds: string[] }) => {
      asked.push(tmplIds);
      return { [tmplIds[0]!]: 'accept' };
    },
  });
});
afterEach(() => jest.restoreAllMocks());

const open = async (answer: Mine | null, query: Record<string, string> = {}): Promise<Rendered> => {
  if (answer) phone.answers(answer);
  const page = render('packages/observation/reading');
  await act(page, 'onLoad', query);
  return page;
};
const fill = async (page: Rendered, digits: string, chosen: string[] = []) => {
  await act(page, 'onDigits', said({ digits }));
  await act(page, 'onSymptoms', said({ chosen, none: chosen.length === 0 }));
};
const sent = (action: string) =>
  phone.calls.filter((call) => call.action === action).map(({ input }) => input);

describe('报体温', () => {
  it('shows who is done, and opens on the first who has not reported', async () => {
    const page = await open(mine([reportedBy('王桂兰', '王桂兰'), observed('陈芳'), observed('李小宇')]));
    const tabs = page.querySelectorAll('.tab').map(({ dom }) => dom.textContent.replace(/\s+/g, ''));
    expect(tabs).toEqual(['王桂兰已报', '陈芳正在填', '李小宇晚上没报']);
    expect(words(page)).toContain('提交陈芳的晚体温');
    expect(words(page)).toContain('3月12日 晚上');
  });

  it('sends one reading and goes on to the next person', async () => {
    const page = await open(mine([observed('陈芳'), observed('李小宇')]));
    await fill(page, '367');
    phone.answers(reportedBy('陈芳', '陈芳', 36.7));
    await act(page, 'submitNow');
    expect(sent('report')).toEqual([
      expect.objectContaining({
        observationId: 'd-陈芳:1',
        slot: '2026-03-12-pm',
        temperature: 36.7,
        symptoms: [],
      }),
    ]);
    expect(words(page)).toContain('陈芳的晚体温 36.7℃，报好了');
    expect(words(page)).toContain('提交李小宇的晚体温');
    expect(page.data.form).toMatchObject({ digits: '', chosen: [], none: false });
  });

  it('asks for the figure and for 都没有 before it sends anything', async () => {
    const page = await open(mine([observed('陈芳')]));
    await act(page, 'onDigits', said({ digits: '36' }));
    await act(page, 'submitNow');
    expect(words(page)).toContain('请按完三个数字');
    expect(words(page)).toContain('没有不舒服，也请按');
    expect(sent('report')).toEqual([]);
  });

  it('refuses what no thermometer shows at once', async () => {
    const page = await open(mine([observed('陈芳')]));
    await act(page, 'onDigits', said({ digits: '45' }));
    expect(words(page)).toContain('请再量一次');
    await fill(page, '450');
    await act(page, 'submitNow');
    expect(sent('report')).toEqual([]);
  });

  it.each([
    ['a fever', '378', []],
    ['a symptom without fever', '365', ['dryCough']],
  ])('says what %s leads to before it is sent', async (_, digits, chosen) => {
    const page = await open(mine([observed('陈芳')]));
    await fill(page, digits, chosen);
    expect(words(page)).toContain('提交后，村医马上会给您打电话');
    phone.answers(reportedBy('陈芳', '陈芳', Number(digits) / 10));
    await act(page, 'submitNow');
    expect(words(page)).toContain('已告诉村医');
  });

  it('asks for words behind 别的', async () => {
    const page = await open(mine([observed('陈芳')]));
    await fill(page, '365', ['other']);
    await act(page, 'submitNow');
    expect(page.data.errors).toMatchObject({ other: '请填写哪里不舒服' });
    await act(page, 'onOther', said({ value: ' 牙痛 ' }));
    phone.answers(reportedBy('陈芳', '陈芳'));
    await act(page, 'submitNow');
    expect(sent('report')).toMatchObject([{ symptoms: ['other'], other: '牙痛' }]);
  });

  it('keeps what was typed for one person while another is on the screen', async () => {
    const page = await open(mine([observed('陈芳'), observed('李小宇')]));
    await act(page, 'onDigits', said({ digits: '36' }));
    await act(page, 'choose', said({}, { at: 1 }));
    expect(page.data.form).toMatchObject({ digits: '' });
    await act(page, 'choose', said({}, { at: 0 }));
    expect(page.data.form).toMatchObject({ digits: '36' });
  });

  it('is sent once by an impatient thumb', async () => {
    const page = await open(mine([observed('陈芳')]));
    await fill(page, '367');
    phone.answers(reportedBy('陈芳', '陈芳'));
    await Promise.all([act(page, 'submitNow'), act(page, 'submitNow')]);
    expect(sent('report')).toHaveLength(1);
  });

  it('shows what somebody else of the family reported meanwhile', async () => {
    const page = await open(mine([observed('陈芳'), observed('李小宇')]));
    await fill(page, '367');
    phone.refuses({ code: 'CONFLICT', message: '李建国 17:02 已经报过' });
    phone.answers(mine([reportedBy('陈芳', '李建国', 36.4), observed('李小宇')]));
    await act(page, 'submitNow');
    expect(words(page)).toContain('李建国 17:02 已经报过');
    expect(words(page)).toContain('36.4℃');
    expect(keptReadings()).toEqual([]);
  });

  it('says when everybody is done, and when the next one is', async () => {
    const page = await open(mine([reportedBy('陈芳', '陈芳')]));
    expect(words(page)).toContain('这一次都报好了');
    expect(words(page)).toContain('明天早上，06:00 到 10:00');
  });

  it('asks for a reminder in the tap that sends, once, and only while few are left', async () => {
    const page = await open(
      mine([observed('陈芳'), observed('李小宇')], { reminder: { templateId: 't1', left: 0 } }),
    );
    await fill(page, '367');
    phone.answers(reportedBy('陈芳', '陈芳'));
    await act(page, 'submitNow');
    await fill(page, '366');
    await act(page, 'submitNow');
    expect(asked).toEqual([['t1']]);
    expect(sent('keepMessages')).toEqual([{ accepted: ['readingDue'] }]);
  });
});

describe('without a network', () => {
  it('keeps the reading on the phone and sends it once when the network is back', async () => {
    const page = await open(mine([observed('陈芳'), observed('李小宇')]));
    await fill(page, '367');
    phone.breaks(OFFLINE);
    await act(page, 'submitNow');
    await settle(1000);
    expect(words(page)).toContain('已存在这部手机');
    expect(words(page)).toContain('提交李小宇的晚体温');
    const [kept] = keptReadings();
    expect(kept).toMatchObject({ name: '陈芳', what: '3月12日 晚上', keptAt: EVENING, problem: '' });

    phone.answers(reportedBy('陈芳', '陈芳', 36.7));
    phone.answers(mine([reportedBy('陈芳', '陈芳', 36.7), observed('李小宇')]));
    await Promise.all([sendKeptReadings(), sendKeptReadings()]);
    await settle();
    expect(keptReadings()).toEqual([]);
    const ids = sent('report').map((input) => (input as { requestId: string }).requestId);
    expect(new Set(ids)).toEqual(new Set([kept?.form.requestId]));
    const [first, ...later] = sent('report').map((input) => (input as { measuredAt?: string }).measuredAt);
    expect(first).toBeUndefined();
    expect(new Set(later.slice(-1))).toEqual(new Set([new Date(EVENING).toISOString()]));
    expect(words(page)).toContain('存着的体温都报上去了');
  });

  it('opens with the people whom the phone remembers, in today’s slot', async () => {
    await open(mine([reportedBy('陈芳', '陈芳'), observed('李小宇')]));
    jest.spyOn(Date, 'now').mockReturnValue(EVENING + 24 * 3_600_000);
    phone.breaks(OFFLINE);
    const page = await open(null);
    await settle(1000);
    expect(words(page)).toContain('现在没有网');
    expect(words(page)).toContain('提交陈芳的晚体温');
    expect(words(page)).toContain('3月13日 晚上');
  });

  it('keeps what the cloud would not take, with its words, until it is read', async () => {
    const page = await open(mine([observed('陈芳')]));
    await fill(page, '367');
    phone.breaks(OFFLINE);
    await act(page, 'submitNow');
    await settle(1000);
    phone.refuses({ code: 'CONFLICT', message: '已经截止，不能补报了' });
    await sendKeptReadings();
    await settle();
    expect(words(page)).toContain('没有报上：陈芳 3月12日 晚上 36.7℃');
    expect(words(page)).toContain('已经截止，不能补报了');
    phone.answers(mine([observed('陈芳')]));
    await act(page, 'forget', said({ requestId: keptReadings()[0]?.form.requestId }));
    expect(keptReadings()).toEqual([]);
  });
});

describe('whoever is not under observation', () => {
  it('tells how they feel, beside any slot', async () => {
    const page = await open(mine([]));
    expect(words(page)).toContain('提交爷爷的体温');
    await fill(page, '376', ['dryCough']);
    phone.answers({ abnormal: true, at: '2026-03-12T17:10:00+08:00' });
    await act(page, 'submitNow');
    expect(sent('selfReport')).toMatchObject([{ personId: 'p-爷爷', temperature: 37.6 }]);
  });
});

describe('somebody on duty', () => {
  const id = encodeURIComponent('d-陈芳:1');

  it('reports for a person, says how it became known, and goes back to the list', async () => {
    phone.answers(record());
    const page = await open(null, { observationId: id });
    expect(phone.calls[0]).toMatchObject({ action: 'record', input: { observationId: 'd-陈芳:1' } });
    await fill(page, '366');
    await act(page, 'submitNow');
    expect(words(page)).toContain('请选是上门量的，还是电话里说的');
    await act(page, 'onMeans', said({ chosen: ['phone'] }));
    phone.answers(reportedBy('陈芳', '张丽'));
    await act(page, 'submitNow');
    expect(sent('reportFor')).toMatchObject([{ slot: '2026-03-12-pm', means: 'phone', temperature: 36.6 }]);
    expect(phone.went).toEqual(['navigateBack']);
  });

  it('measures again beside the slots', async () => {
    phone.answers(record());
    const page = await open(null, { observationId: id, spot: '1' });
    expect(words(page)).toContain('记下陈芳的抽查体温');
    await fill(page, '366');
    phone.answers(observed('陈芳'));
    await tap(page, '.button-filled');
    expect(sent('spotCheck')).toMatchObject([{ observationId: 'd-陈芳:1', temperature: 36.6 }]);
  });

  it('is told when there is nothing to find', async () => {
    phone.refuses({ code: 'NOT_FOUND', message: '没有找到这个人的观察记录' });
    expect(words(await open(null, { observationId: 'x' }))).toContain('没有找到这个人的观察记录');
  });
});
