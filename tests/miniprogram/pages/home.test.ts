import type { Today } from '../../../miniprogram/services/home';
import { homeView, waitedText } from '../../../miniprogram/pages/home/view';
import { familyTasks, watchTasks } from '../../../miniprogram/pages/home/returns-tasks';
import { NOW } from '../support/people';
import { holdPhone, type Phone } from '../support/phone';
import { act, render, settle, words } from '../support/render';

const nobody: Today = {
  installed: true,
  name: null,
  place: null,
  household: null,
  claim: null,
  contact: null,
  posts: [],
  queue: null,
  coverage: null,
  family: null,
  returns: null,
  supplies: null,
};
const villager: Today = {
  ...nobody,
  name: '李建国',
  place: '青石镇 柳溪村 三组',
  household: {
    householdId: 'h1',
    status: 'verified',
    submittedAt: '2026-11-20T17:08:00+08:00',
    returnReason: null,
    peopleCount: 4,
    claims: 0,
  },
  contact: { name: '张丽', phone: '13800001234' },
};
const household = (more: Partial<NonNullable<Today['household']>>): Today => ({
  ...villager,
  household: { ...villager.household!, ...more },
});
const officer: Today = {
  ...villager,
  posts: [{ role: 'gridMember', gridId: 'g', place: '青石镇 柳溪村 三组' }],
  queue: { submitted: 5, returned: 2, oldestAt: '2026-11-20T08:00:00+08:00', claims: 0, visits: 0 },
  coverage: [
    { gridId: 'a', name: '三组', registered: 36, known: 45 },
    { gridId: 'b', name: '一组', registered: 50, known: 48 },
  ],
};

describe("a villager's 今天要做的事", () => {
  it.each([
    ['nobody knows', nobody, 0, '登记我家', '登记我家', '/packages/registration/enrol/index'],
    [
      'has begun the form',
      nobody,
      NOW - 60_000,
      '登记我家，还没交',
      '接着填',
      '/packages/registration/enrol/index',
    ],
    [
      'has the form back',
      household({ status: 'returned', returnReason: '门牌写得不清楚' }),
      0,
      '登记要改一下',
      '去修改',
      '/packages/registration/change/index',
    ],
    [
      'waits',
      household({ status: 'submitted' }),
      0,
      '登记已经交了，等核实',
      '',
      '/packages/registration/household/index',
    ],
    ['is verified', villager, 0, '齐了', '', '/packages/registration/household/index'],
  ])('who %s', (_, today, draftAt, title, action, url) =>
    expect(homeView(today, 'staff', draftAt, NOW).tasks).toMatchObject([{ title, action, url }]),
  );

  const claim = { headMask: '王**', sentAt: '2026-11-21T17:08:00+08:00', refused: false };

  it('while a claim waits says whose house it is by one character, and asks for nothing', () => {
    const view = homeView({ ...nobody, claim }, 'staff', 0, NOW);
    expect(view.tasks).toMatchObject([{ title: '认领交了，等确认', action: '', url: '/packages/registration/claim/index' }]); // prettier-ignore
    expect(view.tasks[0]!.note).toContain('王**家');
  });

  it('says that a claim was refused, and the way on', () => {
    const { tasks } = homeView({ ...nobody, claim: { ...claim, refused: true } }, 'staff', 0, NOW);
    expect(tasks).toMatchObject([{ title: '认领没有通过', action: '去看看' }]);
  });

  it('puts a phone that asks to open the file before everything else', () => {
    const { tasks } = homeView(household({ claims: 1 }), 'staff', 0, NOW);
    expect(tasks.map(({ key }) => key)).toEqual(['claims', 'verified']);
    expect(tasks[0]).toMatchObject({ action: '去确认', url: '/packages/registration/phones/index' });
  });

  it('says why the form came back, in the words of the grid member', () => {
    const today = household({ status: 'returned', returnReason: '门牌写得不清楚' });
    expect(homeView(today, 'staff', 0, NOW).tasks[0]?.note).toBe('网格员说：门牌写得不清楚');
  });

  it('says since when it waits and who will come', () =>
    expect(homeView(household({ status: 'submitted' }), 'staff', 0, NOW).tasks[0]?.note).toBe(
      '11月20日 17:08 交的，张丽会来核实',
    ));

  it('greets by name and time of day', () => {
    const { greeting, place, date } = homeView(villager, 'staff', 0, NOW);
    expect([greeting, place, date]).toEqual(['李建国，上午好', '柳溪村三组', '11月22日 星期日']);
  });
});

const offered = (today: Today): string[] =>
  homeView(today, 'staff', 0, NOW).entrances.map(({ text }) => text);

describe("a grid member's home", () => {
  it('has what waits first, then what came back, and how long', () =>
    expect(
      homeView(officer, 'staff', 0, NOW).tasks.map(({ count, title, note }) => [count, title, note]),
    ).toEqual([
      ['5', '户登记待核实', '最早的等了 2 天'],
      ['2', '户退回中', '等住户改好再交'],
    ]));

  it('says 齐了 when nothing waits', () => {
    const done = { ...officer, queue: { submitted: 0, returned: 0, oldestAt: null, claims: 0, visits: 0 } };
    expect(homeView(done, 'staff', 0, NOW)).toMatchObject({ todo: 0, tasks: [{ title: '齐了' }] });
  });

  it('counts who is missing, and a grid with more files than the roll knows as complete', () =>
    expect(homeView(officer, 'staff', 0, NOW)).toMatchObject({
      coverageKnown: 93,
      coverageMissing: 9,
      coverage: [
        { missing: 9, percent: 80 },
        { missing: 0, percent: 100 },
      ],
    }));

  it('is the own household when the hat is changed', () => {
    const view = homeView(officer, 'resident', 0, NOW);
    expect(view).toMatchObject({
      hatText: '居民',
      canSwitch: true,
      coverage: [],
      tasks: [{ title: '齐了' }],
    });
  });

  it("offers the roster to the leader of a village, not to a team's", () => {
    const leads = (place: string): Today => ({
      ...officer,
      posts: [{ role: 'gridLeader', gridId: 'v', place }],
    });
    expect(offered(leads('青石镇 柳溪村'))).toContain('花名册');
    expect(offered(leads('青石镇 柳溪村 三组'))).not.toContain('花名册');
    expect(offered(officer)).not.toContain('花名册');
  });
  it('offers grids and posts to the office only', () => {
    expect(offered(officer)).not.toContain('网格和岗位');
    const office = { ...officer, posts: [{ role: 'townOfficer' as const, gridId: 't', place: '青石镇' }] };
    expect(offered(office)).toEqual(
      expect.arrayContaining(['网格和岗位', '规则和风险区域', '推送名单', '上门登记']),
    );
    expect(homeView(office, 'staff', 0, NOW).place).toBe('青石镇');
  });

  it('of a guard has neither queue nor files', () => {
    const guard = {
      ...officer,
      posts: [{ role: 'checkpointGuard' as const, gridId: 'v', place: '青石镇 柳溪村' }],
      queue: null,
      coverage: null,
    };
    expect(homeView(guard, 'staff', 0, NOW).tasks).toMatchObject([{ title: '齐了', action: '' }]);
    expect(offered(guard)).toEqual(['扫码验证']);
  });
});

const family: NonNullable<Today['family']> = { waiting: [], observed: [], alerts: [], certificates: [] };
const observed: (typeof family)['observed'][number] = {
  observationId: 'd1:1',
  name: '陈芳',
  measure: 'homeObservation',
  day: 5,
  days: 14,
  due: { half: 'pm', closesAt: '2026-11-23T00:00:00+08:00', late: false },
};
const work: NonNullable<Today['returns']> = {
  alerts: 0,
  urgent: null,
  missing: 0,
  toCheck: 0,
  expectedToday: 0,
  toFind: 0,
  overdue: 0,
  foundAgain: 0,
  toPropose: null,
  releasesToCheck: null,
  releasesToApprove: null,
  proposals: null,
};

describe("a family's returns", () => {
  it('readings of the whole family are one task, with who is missing and until when', () => {
    const sister = { ...observed, observationId: 'd2:1', name: '李小宇' };
    const [reading, first] = familyTasks({ ...family, observed: [observed, sister] }, NOW);
    expect(reading).toMatchObject({
      title: '填晚体温',
      note: '陈芳、李小宇还没报，24:00 截止',
      action: '填晚体温',
    });
    expect(first).toMatchObject({ title: '陈芳居家隔离观察', note: '第 5 天，共 14 天' });
  });

  it.each([
    [0, '还没开始，共 14 天'],
    [14, '第 14 天，共 14 天'],
    [15, '天数满了，等解除'],
  ])('on day %i it says so', (day, note) => {
    const tasks = familyTasks({ ...family, observed: [{ ...observed, day, due: null }] }, NOW);
    expect(tasks).toMatchObject([{ note }]);
  });

  it('an alert comes before all else, and 齐了 is not said beside it', () => {
    const alerts = [{ alertId: 'a1', name: '陈芳', status: 'open' as const, takenBy: null }];
    const { tasks } = homeView(
      { ...villager, family: { ...family, alerts, observed: [observed] } },
      'staff',
      0,
      NOW,
    );
    expect(tasks.map(({ title }) => title)).toEqual([
      '陈芳不舒服，已经报上去了',
      '填晚体温',
      '陈芳居家隔离观察',
    ]);
  });

  it('somebody who declared before they registered sees the declaration', () => {
    const waiting = [{ name: '陈芳', arrivesAt: '2026-11-22T18:00:00+08:00', arrived: false }];
    expect(familyTasks({ ...family, waiting }, NOW)[0]?.note).toContain('今天 18:00 到');
  });
});

describe('what waits for whoever looks after returnees', () => {
  it('is nothing where nothing waits', () => expect(watchTasks(work)).toEqual([]));

  it('counts people whose deadline has passed once', () => {
    const tasks = watchTasks({ ...work, toFind: 5, overdue: 2, missing: 3 });
    expect(tasks.map(({ count, title }) => `${count} ${title}`)).toEqual([
      '3 人没报体温',
      '2 人过了期限还没找到',
      '3 人要查找',
    ]);
  });

  it('an open alert stands above everything and carries the only filled button', () => {
    const urgent = {
      alertId: 'd1:1:2026-11-22-am',
      name: '王桂英',
      place: '青石镇 柳溪村 三组',
      temperature: 38.2,
      symptoms: [],
      other: '',
      raisedAt: '2026-11-22T09:00:00+08:00',
      reportBy: '2026-11-22T11:00:00+08:00',
      reportedAt: null,
      status: 'open' as const,
      level: 'villageDoctor' as const,
      takenBy: null,
      finding: null,
      outcome: null,
    };
    const view = homeView({ ...officer, returns: { ...work, alerts: 2, urgent } }, 'staff', 0, NOW);
    expect(view.alert).toMatchObject({ temperature: '38.2℃', isOpen: true, others: 1 });
    const quiet = { ...officer, queue: null, returns: { ...work, alerts: 1, urgent } };
    expect(homeView(quiet, 'staff', 0, NOW).tasks).toEqual([]);
    expect(view.alert?.url).toBe('/packages/alerts/detail/index?alertId=d1%3A1%3A2026-11-22-am');
  });
});

it.each([
  [null, ''],
  ['2026-11-22T08:00:00+08:00', '都是今天交的'],
  ['2026-11-21T23:59:00+08:00', '最早的等了 1 天'],
])('the oldest of %s is said as "%s"', (oldest, text) => expect(waitedText(oldest, NOW)).toBe(text));

describe('首页', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
  });
  const open = async () => {
    const page = render('pages/home');
    await act(page, 'load');
    return page;
  };

  it('opens the form in the team whose code a newcomer scans', async () => {
    phone.answers(nobody);
    const page = await open();
    expect(words(page)).toContain('扫登记码');
    await act(page, 'scanTeamCode');
    expect(phone.went).toEqual([]);
    phone.scans('packages/registration/enrol/index?scene=t1-v1-g3');
    await act(page, 'scanTeamCode');
    expect(phone.went).toEqual(['navigateTo /packages/registration/enrol/index?gridId=t1-v1-g3']);
  });

  it('keeps whom to call for a day without network', async () => {
    phone.answers(villager);
    await open();
    expect(phone.storage.get('contact')).toEqual({ name: '张丽', phone: '13800001234' });
  });

  it('says when nothing came, and what was on the screen stays when a refresh fails', async () => {
    phone.breaks({ errMsg: 'request:fail' });
    phone.breaks({ errMsg: 'request:fail' });
    const page = await open();
    await settle(900);
    expect(page.data.status).toBe('failed');
    phone.answers(villager);
    await act(page, 'load');
    phone.breaks({ errCode: -504002 });
    await act(page, 'load');
    expect(page.data.status).toBe('ready');
    expect(words(page)).toContain('我家 4 口人');
  });

  it('of an empty install offers to open the office', async () => {
    phone.answers({ ...nobody, installed: false });
    expect(words(await open())).toContain('开通本镇');
  });

  it('changes hats and remembers it', async () => {
    phone.answers(officer);
    const page = await open();
    await act(page, 'switchHat');
    expect(phone.storage.get('hat')).toBe('resident');
    expect(words(page)).toContain('我家档案');
  });

  it('switches large text on with one press', async () => {
    phone.answers(villager);
    const page = await open();
    await act(page, 'switchTextSize');
    expect(page.data.large).toBe(true);
    expect(words(page)).toContain('标准字');
  });
});
