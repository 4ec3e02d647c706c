import { Cron } from 'croner';
import type { Clock } from '../clock';
import type { FunctionDefinition } from './definition';
import { ticksBetween, type Tick, type Timer } from './timer-plan';

export interface ScheduleOptions {
  clock: Clock;
  fire: (functionName: string, trigger: string, at: number) => Promise<void>;
  /** After each change of the clock. */
  onClock: (now: number) => void;
}

/** So many ticks are fired one by one when the clock is moved; see ticksBetween for what happens beyond. */
const TICKS_AT_MOST = 400;
const LONGEST_SLEEP = 3_600_000;
const BEIJING_MINUTES = 8 * 60;

/** Fires the functions' timers by the simulator's clock, and moves that clock. */
export class TimerSchedule {
  readonly #options: ScheduleOptions;
  #timers: Timer[] = [];
  #alarm: NodeJS.Timeout | undefined;
  /** Everything due until this moment has been fired. */
  #doneUntil: number;
  #moving: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#doneUntil = options.clock.now();
  }

  use(definitions: readonly FunctionDefinition[]): void {
    this.#timers = definitions.flatMap(({ name, config }) =>
      config.triggers.map(({ name: trigger, config: pattern }) => ({
        function: name,
        trigger,
        next: nextOf(pattern, name),
      })),
    );
    this.#rearm();
  }

  /**
   * Sets the clock to `moment` (epoch milliseconds). On the way forward each due timer is fired at its time and
   * waited for; on the way back nothing happens.
   */
  moveTo(moment: number): Promise<number> {
    return this.#inTurn(() => moment);
  }

  advance(milliseconds: number): Promise<number> {
    return this.#inTurn((now) => now + milliseconds);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#alarm);
  }

  #inTurn(target: (now: number) => number): Promise<number> {
    const moved = this.#moving.then(() => this.#move(target(this.#options.clock.now())));
    this.#moving = moved.catch(() => undefined);
    return moved;
  }

  async #move(target: number): Promise<number> {
    const { clock, onClock } = this.#options;
    clearTimeout(this.#alarm);
    if (target > clock.now())
      for (const tick of this.#due(target)) {
        if (this.#stopped) break;
        if (clock.now() < tick.at) clock.moveTo(tick.at);
        await this.#fire(tick);
      }
    if (target < this.#doneUntil || clock.now() < target) clock.moveTo(target);
    this.#doneUntil = target;
    onClock(clock.now());
    this.#rearm();
    return clock.now();
  }

  #due(until: number): Tick[] {
    return ticksBetween(this.#timers, this.#doneUntil, until, TICKS_AT_MOST);
  }

  #fire({ timer, at }: Tick): Promise<void> {
    return this.#options.fire(timer.function, timer.trigger, at);
  }

  #rearm(): void {
    clearTimeout(this.#alarm);
    if (this.#stopped || this.#timers.length === 0) return;
    const next = Math.min(...this.#timers.map((timer) => timer.next(this.#doneUntil) ?? Infinity));
    const wait = Math.min(LONGEST_SLEEP, Math.max(0, next - this.#options.clock.now()));
    this.#alarm = setTimeout(() => this.#ring(), wait).unref();
  }

  #ring(): void {
    const now = this.#options.clock.now();
    for (const tick of this.#due(now)) void this.#fire(tick);
    this.#doneUntil = now;
    this.#rearm();
  }
}

/** CloudBase's seven fields (second minute hour day month weekday year), in Beijing time. */
function nextOf(pattern: string, functionName: string): Timer['next'] {
  const cron = parse(pattern, functionName);
  return (after) => cron.nextRun(new Date(after))?.getTime();
}

function parse(pattern: string, functionName: string): Cron {
  try {
    return new Cron(pattern, { mode: '7-part', utcOffset: BEIJING_MINUTES, paused: true });
  } catch (error) {
    throw new Error(`${functionName}/config.json: "${pattern}" is not a timer of seven fields`, {
      cause: error,
    });
  }
}
