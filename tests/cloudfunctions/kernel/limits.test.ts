import { codeOf, MEMBER, useProbe } from './probe';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

const { simulator, call } = useProbe();

describe('limits', () => {
  test('counted in the database: of 20 parallel calls exactly 5 pass', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => call('fewTimes', {}, 'o-eager')));
    expect(replies.map(codeOf).filter((code) => code === 'ok')).toHaveLength(5);
    expect(replies.find((reply) => codeOf(reply) !== 'ok')).toMatchObject({
      error: {
        code: 'TOO_MANY_REQUESTS',
        message: expect.stringMatching(/^操作太频繁，请 \d+ 分钟后再试$/) as string,
      },
    });
  });

  test('the next window begins anew, and others were never held up', async () => {
    expect(codeOf(await call('fewTimes', {}, 'o-other'))).toBe('ok');
    await simulator().clock.advance(3_600_000);
    expect(codeOf(await call('fewTimes', {}, 'o-eager'))).toBe('ok');
  });

  test('a form filled in wrongly does not count', async () => {
    for (let i = 0; i < 8; i += 1)
      expect(codeOf(await call('fewTimes', 'nothing', 'o-typo'))).toBe('INVALID_INPUT');
    expect(codeOf(await call('fewTimes', {}, 'o-typo'))).toBe('ok');
  });

  test('counted in the instance: one call after the other, the fourth is refused', async () => {
    const codes = [];
    for (let i = 0; i < 4; i += 1) codes.push(codeOf(await call('fewTimesHere', {}, 'o-busy')));
    expect(codes).toEqual(['ok', 'ok', 'ok', 'TOO_MANY_REQUESTS']);
  });

  test('an action without a limit of its own still stops a flood', async () => {
    const codes = [];
    for (let i = 0; i < 121; i += 1) codes.push(codeOf(await call('echo', { text: '好' }, 'o-flood')));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(120);
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS');
  });
});

test('a call costs one read of the caller’s account, and an audited one a write more', async () => {
  const calls = async (act: () => Promise<unknown>) => {
    const before = simulator().database.statistics().calls;
    await act();
    return simulator().database.statistics().calls - before;
  };
  expect(await calls(() => call('echo', { text: '好' }))).toBe(1);
  expect(await calls(() => call('personal', { reason: '核实' }, MEMBER))).toBe(2);
});
