import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ticksBetween, type Timer } from '../../../simulator/cloud/functions/timer-plan';
import type { Simulator } from '../../../simulator/simulator';
import { startWithFixtures } from '../fixtures/simulator';

const HOUR = 3_600_000;
const every = (name: string, period: number): Timer => ({
  function: name,
  trigger: name,
  next: (after) => (Math.floor(after / period) + 1) * period,
});

describe('what is due while the clock is moved', () => {
  const names = (timers: Timer[], to: number, limit = 2000): string[] =>
    ticksBetween(timers, 0, to, limit).map(({ timer, at }) => `${timer.function}@${at}`);

  test('comes in order, with both ends of the interval in their place', () => {
    expect(names([every('a', 20), every('b', 30)], 60)).toEqual(['a@20', 'b@30', 'a@40', 'b@60', 'a@60']);
  });

  test('a frequent timer gives way to a rare one, and is spread over the whole time', () => {
    const ticks = ticksBetween(
      [every('minutely', 60_000), every('daily', 24 * HOUR)],
      0,
      30 * 24 * HOUR,
      500,
    );
    expect(ticks.length).toBeLessThanOrEqual(500);
    expect(ticks.filter(({ timer }) => timer.function === 'daily')).toHaveLength(30);
    const minutely = ticks.filter(({ timer }) => timer.function === 'minutely').map(({ at }) => at);
    expect(minutely).toHaveLength(470);
    expect(minutely[0]).toBeLessThan(2 * HOUR);
    expect(minutely.at(-1)).toBe(30 * 24 * HOUR);
    expect(new Set(minutely).size).toBe(470);
  });
});

describe('a timer that CloudBase would not take stops the start', () => {
  test.each([
    ['five fields', [{ name: 'a', type: 'timer', config: '*/5 * * * *' }], 'not a timer of seven fields'],
    ['nonsense', [{ name: 'a', type: 'timer', config: '0 0 99 * * * *' }], 'not a timer of seven fields'],
    [
      'two of them',
      [
        { name: 'a', type: 'timer', config: '0 0 8 * * * *' },
        { name: 'b', type: 'timer', config: '0 0 9 * * * *' },
      ],
      'one timer',
    ],
  ])('%s', async (_what, triggers, reason) => {
    const functions = mkdtempSync(join(tmpdir(), 'cunan-timers-'));
    cpSync(join(__dirname, '../fixtures/functions/clockwork'), join(functions, 'clockwork'), {
      recursive: true,
    });
    cpSync(join(__dirname, '../fixtures/functions/cloud.ts'), join(functions, 'cloud.ts'));
    writeFileSync(join(functions, 'clockwork/config.json'), JSON.stringify({ triggers }));
    await expect(startWithFixtures({ functions })).rejects.toThrow(reason);
    rmSync(functions, { recursive: true });
  });
});

interface Tick {
  event: { Type: string; TriggerName: string; Time: string };
  source: string;
  now: string;
}

describe('the timer of a function', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startWithFixtures();
    await simulator.clock.set('2022-12-20T08:00:10+08:00');
  }, 90_000);
  afterAll(() => simulator.stop());

  const ticks = (): Tick[] =>
    simulator
      .logs()
      .filter((line) => line.function === 'clockwork')
      .map(({ text }) => JSON.parse(text) as Tick);

  test('fires at each due time on the way when the clock is advanced, and sees that time', async () => {
    const before = ticks().length;
    await simulator.clock.advance(3 * 60_000);
    const fired = ticks().slice(before);
    expect(fired.map(({ event }) => event.Time)).toEqual([
      '2022-12-20T00:00:30Z',
      '2022-12-20T00:01:30Z',
      '2022-12-20T00:02:30Z',
    ]);
    expect(fired[0]).toMatchObject({
      event: { Type: 'Timer', TriggerName: 'minutely' },
      source: 'wx_trigger',
    });
    for (const { event, now } of fired) expect(Date.parse(now) - Date.parse(event.Time)).toBeLessThan(5000);
    expect(simulator.clock.now() - Date.parse('2022-12-20T08:03:10+08:00')).toBeLessThan(5000);
  });

  test('fires nothing when the clock goes back, and fires again on the next way forward', async () => {
    const before = ticks().length;
    await simulator.clock.set('2022-12-20T08:00:10+08:00');
    expect(ticks()).toHaveLength(before);
    await simulator.clock.advance(60_000);
    expect(ticks()).toHaveLength(before + 1);
  });

  test('fires by itself when its time comes', async () => {
    await simulator.clock.set('2022-12-20T09:00:29.500+08:00');
    const before = ticks().length;
    for (let wait = 0; wait < 100 && ticks().length === before; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(ticks()).toHaveLength(before + 1);
  });

  test('fires on demand', async () => {
    await expect(simulator.fireTimer('clockwork')).resolves.toMatchObject({
      source: 'wx_trigger',
      event: { Type: 'Timer' },
    });
  });

  test('two advances at once happen one after the other', async () => {
    const before = ticks().length;
    const start = simulator.clock.now();
    await Promise.all([simulator.clock.advance(60_000), simulator.clock.advance(60_000)]);
    expect(simulator.clock.now() - start).toBeGreaterThanOrEqual(120_000);
    expect(ticks()).toHaveLength(before + 2);
  });
});
