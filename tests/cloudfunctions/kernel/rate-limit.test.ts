import { InstanceCounter } from '../../../cloudfunctions/kernel/rate-limit';

const limit = { times: 3, perSeconds: 60, counted: 'instance' } as const;

test('the call after the last allowed one is refused and told how long to wait', () => {
  const counter = new InstanceCounter();
  for (let i = 0; i < 3; i += 1) counter.count('wang', limit, 1_000 * i);
  expect(() => counter.count('wang', limit, 3_000)).toThrow(
    expect.objectContaining({ code: 'TOO_MANY_REQUESTS', message: '操作太频繁，请 1 分钟后再试' }) as Error,
  );
});

test('the window slides: each call is forgotten after its time', () => {
  const counter = new InstanceCounter();
  for (const at of [0, 30_000, 50_000]) counter.count('wang', limit, at);
  expect(() => counter.count('wang', limit, 59_999)).toThrow();
  counter.count('wang', limit, 60_001);
  expect(() => counter.count('wang', limit, 89_999)).toThrow();
  counter.count('wang', limit, 90_001);
});

test('callers are counted apart', () => {
  const counter = new InstanceCounter();
  for (let i = 0; i < 3; i += 1) counter.count('wang', limit, i);
  expect(() => counter.count('li', limit, 3)).not.toThrow();
});

test('memory is bounded: of many callers the least recent are forgotten, the busy one is not', () => {
  const counter = new InstanceCounter();
  for (let i = 0; i < 3; i += 1) counter.count('busy', limit, i);
  for (let i = 0; i < 20_000; i += 1) {
    counter.count(`caller ${i}`, limit, 10);
    if (i % 1_000 === 0) expect(() => counter.count('busy', limit, 10)).toThrow();
  }
  expect(counter.size).toBeLessThanOrEqual(5_000);
});

test('a clock that was set back does not lock anybody out', () => {
  const counter = new InstanceCounter();
  for (let i = 0; i < 3; i += 1) counter.count('wang', limit, 9_000_000);
  expect(() => counter.count('wang', limit, 1_000)).not.toThrow();
});
