import { button, element } from '../runtime/element';
import { chinaTime, fromChinaInput } from './china-time';
import { simulator } from './simulator-api';

const hour = 3_600_000;
const steps = [
  ['+1 小时', hour],
  ['+12 小时', 12 * hour],
  ['+1 天', 24 * hour],
] as const;

export interface ClockCard {
  node: HTMLElement;
  /** The simulator's time changed elsewhere. */
  follow(now: number): void;
}

/** The simulator's clock: shows it, moves it forward, sets it. */
export function createClockCard(): ClockCard {
  let ahead = 0;
  const clock = element('b', 'clock-time');
  const words = element('span', 'clock-date');
  const draw = (): void => {
    const shown = chinaTime(Date.now() + ahead);
    clock.textContent = shown.clock;
    words.textContent = shown.words;
  };
  const follow = (now: number): void => {
    ahead = now - Date.now();
    draw();
  };
  const input = element('input');
  input.type = 'datetime-local';
  input.ariaLabel = '把时间调到';
  const refused = element('p', 'clock-refused');
  refused.role = 'alert';
  const move = (asked: Promise<{ now: number }>): void => {
    asked.then(
      ({ now }) => {
        refused.textContent = '';
        follow(now);
      },
      () => (refused.textContent = '时间没有调成'),
    );
  };
  const set = button('outlined', '调到', () => {
    if (input.value !== '') move(simulator.setClock(fromChinaInput(input.value)));
  });
  const advance = steps.map(([text, time]) =>
    button('outlined', text, () => move(simulator.advanceClock(time))),
  );
  void simulator.clock().then(({ now }) => {
    follow(now);
    const { date, clock: time } = chinaTime(now);
    input.value = `${date}T${time}`;
  });
  setInterval(draw, 1000);
  const node = element('section', 'clock-card', [
    element('div', 'clock-face', [clock, words]),
    element('div', 'clock-steps', advance),
    element('div', 'clock-set', [input, set]),
    refused,
  ]);
  return { node, follow };
}
