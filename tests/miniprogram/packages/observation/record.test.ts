import {
  courseText,
  dayRows,
  historyRows,
  linePoints,
  slotDetails,
  testRows,
} from '../../../../miniprogram/packages/observation/record-view';
import { EVENING, mine, observed, record } from '../../support/observed';
import { holdPhone, type Phone } from '../../support/phone';
import { act, render, said, tap, words } from '../../support/render';

// The first page of a file is compiled while its first test runs.
jest.setTimeout(30_000);

const given = record();
const [first, second] = given.record;

describe('a record', () => {
  it('has a row a day up to today, with what each half came to', () =>
    expect(
      dayRows(given, '2026-03-12').map(({ date, am, pm }) => [date, am.text, am.note, pm.text, pm.note]),
    ).toEqual([
      ['3月11日', '36.9℃', '异常、晚报', '没报', '要说明'],
      ['3月12日', '36.5℃', '代报', '待报', ''],
    ]));

  it('tells of one slot who, when and how they felt, in official terms or plain ones', () => {
    const told = slotDetails(first!.am!, EVENING, false);
    expect(told).toContain('36.9℃，乏力');
    expect(told).toContain('过了时间');
    expect(slotDetails(first!.am!, EVENING, true)).toContain('没力气');
    expect(slotDetails(second!.am!, EVENING, false)).toContain('张丽报的，电话里说的');
    expect(slotDetails(first!.pm!, EVENING, false)).toBe('没有报，还没说明原因');
    expect(slotDetails(second!.pm!, EVENING, false)).toBe('还没报，20:00 前要报');
  });

  it('gives the line its slots, with a break where one was missed', () =>
    expect(linePoints(given)).toEqual([{ temperature: 36.9 }, { temperature: null }, { temperature: 36.5 }]));

  it('says of each test whether it is done, due or to come', () =>
    expect(testRows(given).map(({ note, canRecord }) => [note, canRecord])).toEqual([
      ['3月11日 做的，阴性（镇卫生院）', false],
      ['该做了，还没做', true],
      ['还没到', false],
    ]));

  it.each([
    [{}, '居家隔离观察，第 2 天，共 14 天（3月11日 到 3月24日）'],
    [{ day: 0 }, '居家隔离观察，还没开始，共 14 天（3月11日 到 3月24日）'],
    [{ day: 15 }, '居家隔离观察，共 14 天（3月11日 到 3月24日）'],
  ])('counts its days: %j', (more, text) => expect(courseText(record(more))).toBe(text));

  it('tells what changed, in order', () =>
    expect(
      historyRows(
        record({
          extensions: [{ days: 7, reason: '同住的人阳性', at: '2026-03-12T10:00:00+08:00' }],
          pauses: [{ from: '2026-03-11T10:00:00+08:00', to: null, reason: '住院了' }],
        }),
        EVENING,
      ),
    ).toEqual(['昨天 10:00 暂停：住院了', '今天 10:00 延长 7 天：同住的人阳性']));
});

describe('观察记录', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
    jest.spyOn(Date, 'now').mockReturnValue(EVENING);
  });
  afterEach(() => jest.restoreAllMocks());
  const open = async (answer = given) => {
    phone.answers(answer);
    const page = render('packages/observation/record');
    await act(page, 'onLoad', { observationId: encodeURIComponent('d-陈芳:1') });
    return page;
  };
  const inputs = (action: string) =>
    phone.calls.filter((call) => call.action === action).map(({ input }) => input);

  it('shows who it is, how far it has come and what is missing', async () => {
    const shown = words(await open());
    for (const text of ['女 · 40 岁 · 510***********2424', '第 2 天，共 14 天', '柳溪村三组 12 号', '没说明'])
      expect(shown).toContain(text);
  });

  it('asks why a slot was missed, and takes the answer once', async () => {
    const page = await open();
    await act(page, 'openSlot', said({ slot: '2026-03-11-pm' }));
    expect(words(page)).toContain('3月11日 晚上为什么没报？');
    phone.answers(record({ counts: { ...given.counts, unexplained: 0 } }));
    await act(page, 'onExplained', said({ reason: '手机没电' }));
    expect(inputs('explainGap')).toEqual([
      expect.objectContaining({ observationId: 'd-陈芳:1', slot: '2026-03-11-pm', text: '手机没电' }),
    ]);
    expect(page.data.sheet).toBe('');
  });

  it('tells of any other slot instead', async () => {
    const page = await open();
    await act(page, 'openSlot', said({ slot: '2026-03-11-am' }));
    expect(phone.modals).toMatchObject([{ title: '3月11日 早上' }]);
  });

  it('pauses with a reason, and goes on when asked', async () => {
    const page = await open();
    await act(page, 'askPause');
    phone.answers(record({ status: 'paused' }));
    await act(page, 'onPaused', said({ reason: '住院了' }));
    expect(inputs('pause')).toMatchObject([{ reason: '住院了' }]);
    expect(words(page)).toContain('恢复观察');
    phone.answers(given);
    await act(page, 'resume');
    expect(inputs('resume')).toHaveLength(1);
  });

  it('says what the cloud answers, and reads again after a conflict', async () => {
    const page = await open();
    await act(page, 'askPause');
    phone.refuses({ code: 'CONFLICT', message: '已经暂停了，不用再按' });
    phone.answers(record({ status: 'paused' }));
    await act(page, 'onPaused', said({ reason: '住院了' }));
    expect(phone.modals).toMatchObject([{ content: '已经暂停了，不用再按' }]);
    expect(words(page)).toContain('暂停中');
  });

  it('leads to the forms about this person', async () => {
    const page = await open();
    await act(page, 'go', said({}, { to: 'test', more: 'day=2' }));
    expect(phone.went).toEqual(['navigateTo ../test/index?observationId=d-%E9%99%88%E8%8A%B3%3A1&day=2']);
  });

  it('leaves out what only others may do', async () => {
    phone.storage.set('roles', ['townOfficer']);
    const shown = words(await open());
    expect(shown).toContain('延长观察');
    expect(shown).not.toContain('抽查体温');
    expect(shown).not.toContain('换住处');
  });
});

describe('我家的观察', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
    jest.spyOn(Date, 'now').mockReturnValue(EVENING);
  });
  afterEach(() => jest.restoreAllMocks());

  it('says how far it has come, what to do, when the tests are and who looks after us', async () => {
    phone.answers({ observed: [{ observationId: 'd-陈芳:1', name: '陈芳' }], people: [] });
    phone.answers(given);
    const page = render('packages/observation/mine');
    await act(page, 'load');
    const shown = words(page);
    for (const text of [
      '共 14 天',
      '最后一天是 3月24日',
      '待在家里，不出门',
      '第 7 天，3月17日',
      '张丽',
      '有 1 次没报',
      '报体温',
    ])
      expect(shown).toContain(text);
    expect(phone.calls.map(({ action }) => action)).toEqual(['mine', 'myRecord']);
    await tap(page, '.button-filled');
    expect(phone.went).toEqual(['navigateTo ../reading/index']);
  });

  it('says when nobody is under observation', async () => {
    phone.answers({ observed: [], people: [] });
    const page = render('packages/observation/mine');
    await act(page, 'load');
    expect(page.data.status).toBe('empty');
    expect(words(page)).toContain('有人不舒服，随时报');
  });
});

it.each(['record', 'mine'])(
  'central quarantine on %s says who reads instead of an empty table',
  async (name) => {
    const phone: Phone = holdPhone();
    const { decision } = record();
    const elsewhere = record({
      decision: { ...decision, measure: 'centralQuarantine' },
      record: [],
      tests: [],
    });
    const { observationId } = elsewhere;
    if (name === 'mine') phone.answers(mine([observed('陈芳', { measure: 'centralQuarantine' })]));
    phone.answers(elsewhere);
    const page = render(`packages/observation/${name}`);
    await act(page, name === 'mine' ? 'load' : 'onLoad', { observationId });
    expect(words(page)).toContain('由集中隔离点管，村里不用报体温');
    expect(words(page)).not.toContain('早晚记录');
    expect(words(page)).not.toContain('还没有体温');
  },
);
