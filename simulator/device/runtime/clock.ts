import { askSimulator } from './session';

const RealDate = Date;
let ahead = 0;

/** Epoch milliseconds of the simulator's time. */
export const now = (): number => RealDate.now() + ahead;

/** The phone's clock follows the simulator's, so that what a page takes for today is what the functions take for today. */
export async function followSimulatorClock(): Promise<void> {
  const clock = await askSimulator<{ now: number }>('/simulator/clock');
  setClock(clock.now);
  patchDate();
}

export function setClock(time: number): void {
  ahead = time - RealDate.now();
}

/** Time as the status bar and WeChat's own screens show it: China's, wherever the browser is. */
export function clockText(time = now()): string {
  return new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    timeStyle: 'short',
    hour12: false,
  }).format(new RealDate(time));
}

function patchDate(): void {
  window.Date = new Proxy(RealDate, {
    construct: (target, parameters: unknown[]) =>
      Reflect.construct(target, parameters.length === 0 ? [now()] : parameters) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
  });
}
