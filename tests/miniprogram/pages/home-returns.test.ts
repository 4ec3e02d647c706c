import { familyTasks, watchTasks } from '../../../miniprogram/pages/home/returns-tasks';
import { homeView } from '../../../miniprogram/pages/home/view';
import type { Today } from '../../../miniprogram/services/home';
import { officer, villager } from '../support/homes';
import { NOW } from '../support/people';

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
  notArrived: 0,
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

  it('opens the arrivals on the tab whose rows it counts', () => {
    const tasks = watchTasks({ ...work, notArrived: 2, expectedToday: 3, toCheck: 1 });
    expect(tasks.map(({ count, title, url }) => [`${count} ${title}`, url])).toEqual([
      ['1 人到了，等核实', '/packages/returns/queue/index?tab=waiting'],
      ['2 人过了时间没到', '/packages/returns/queue/index?tab=overdue'],
      ['3 人今天要到', '/packages/returns/queue/index?tab=today'],
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
