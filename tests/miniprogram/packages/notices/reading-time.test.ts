import { readingTime, secondsToRead } from '../../../../miniprogram/packages/notices/notice/reading-time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it.each([
  [0, 3],
  [45, 3],
  [150, 10],
  [5_000, 40],
])('%i characters take at least %i seconds', (characters, seconds) =>
  expect(secondsToRead(characters)).toBe(seconds),
);

const start = (needed: number) => {
  const finished = jest.fn();
  const time = readingTime(needed, finished);
  time.resume();
  return { time, finished };
};

it('who scrolls to the end at once has not read it yet', () => {
  const { time, finished } = start(5);
  time.reachEnd();
  jest.advanceTimersByTime(4_000);
  expect(finished).not.toHaveBeenCalled();
  jest.advanceTimersByTime(1_000);
  expect(finished).toHaveBeenCalledWith(5);
});

it('who waits without scrolling has not read it either', () => {
  const { time, finished } = start(5);
  jest.advanceTimersByTime(60_000);
  expect(finished).not.toHaveBeenCalled();
  time.reachEnd();
  expect(finished).toHaveBeenCalledWith(60);
});

it('time counts only while the page is on the screen, and it is said once', () => {
  const { time, finished } = start(5);
  jest.advanceTimersByTime(2_000);
  time.pause();
  jest.advanceTimersByTime(60_000);
  time.reachEnd();
  time.resume();
  time.resume();
  expect(finished).not.toHaveBeenCalled();
  jest.advanceTimersByTime(3_000);
  time.reachEnd();
  time.resume();
  jest.advanceTimersByTime(60_000);
  expect(finished).toHaveBeenCalledTimes(1);
  expect(finished).toHaveBeenCalledWith(5);
});
