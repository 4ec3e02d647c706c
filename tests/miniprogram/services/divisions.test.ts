import { holdPhone, type Phone } from '../support/phone';

const ROWS = [
  '110000 北京市 bei jing shi',
  '110100 北京市 bei jing shi',
  '110101 东城区 dong cheng qu',
  '420000 湖北省 hu bei sheng',
  '429000 省直辖县 sheng zhi xia xian',
  '429004 仙桃市 xian tao shi',
  '510000 四川省 si chuan sheng',
  '510100 成都市 cheng du shi',
  '510107 武侯区 wu hou qu',
  '511400 眉山市 mei shan shi',
  '620100 兰州市 lan zhou shi',
  '620102 城关区 cheng guan qu',
];

/** A phone that was just switched on: nothing is in memory. */
async function open() {
  jest.resetModules();
  return (await import('../../../miniprogram/services/divisions')).loadDivisions();
}

describe('the divisions', () => {
  let phone: Phone;
  beforeEach(() => {
    phone = holdPhone();
    phone.answers({ version: 'a', rows: ROWS });
  });
  afterEach(() => jest.useRealTimers());

  it('come from the cloud once, and then from this phone, also without network', async () => {
    await open();
    phone.breaks({ errMsg: 'request:fail' });
    expect((await open()).fullName('510107')).toBe('四川省 成都市 武侯区');
    expect(phone.calls).toHaveLength(1);
  });

  it('say so when there are none on this phone and no network', async () => {
    phone = holdPhone();
    phone.breaks({ errMsg: 'request:fail' });
    await expect(open()).rejects.toMatchObject({ code: 'NETWORK' });
  });

  it('are asked for again after a month, with the version that is here', async () => {
    await open();
    jest.useFakeTimers({ now: Date.now() + 31 * 24 * 3_600_000, doNotFake: ['setTimeout'] });
    phone.answers({ version: 'a', rows: null });
    expect((await open()).below('510100')).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(phone.calls[1]).toMatchObject({ input: { version: 'a' } });
    await open();
    expect(phone.calls).toHaveLength(2);
  });

  it.each([
    ['武侯', '510107'],
    ['wuhou', '510107'],
    ['WHQ', '510107'],
    ['wu hou', '510107'],
    ['成都 武侯', '510107'],
    ['chengdu wuhou', '510107'],
    ['四川武侯', '510107'],
    ['成都', '510100'],
    ['仙桃', '429004'],
  ])('%s is found first: %s', async (text, code) => {
    expect((await open()).search(text)[0]?.code).toBe(code);
  });

  it.each(['', '  ', '直辖', 'zzz', '武当'])('“%s” finds nothing', async (text) =>
    expect((await open()).search(text)).toEqual([]),
  );

  it('go down level by level; counties without a city stand below their province', async () => {
    const index = await open();
    expect(index.below().map(({ name }) => name)).toEqual(['北京市', '湖北省', '四川省', '兰州市']);
    expect(index.below('420000').map(({ name }) => name)).toEqual(['仙桃市']);
    expect(index.hasBelow('510107')).toBe(false);
    expect(index.fullName('110101')).toBe('北京市 东城区');
    expect(index.fullName('999999')).toBe('999999');
  });
});
