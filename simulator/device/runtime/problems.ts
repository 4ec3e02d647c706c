import { layers } from './screen';
import { button, element } from './element';

/** Everything that would be wrong on a real phone or isn't emulated here; browser tests assert that it stays empty. */
export const problems: string[] = [];

/** Says on screen, in the console and in `window.phone.problems` that something is wrong. */
export function report(problem: string, cause?: unknown): void {
  problems.push(problem);
  console.error(problem, ...(cause === undefined ? [] : [cause]));
  layers.banner.hidden = false;
  layers.banner.replaceChildren(
    element('b', '', problem),
    ...(problems.length > 1 ? [element('small', '', `一共 ${problems.length} 个问题，见控制台`)] : []),
    button('', '知道了', () => {
      layers.banner.hidden = true;
    }),
  );
}

/** An error thrown by the mini-program: reported with where it happened. */
export function reportError(where: string, error: unknown): void {
  report(`${where}：${error instanceof Error ? error.message : describe(error)}`, error);
}

/** Runs a piece of the mini-program so that its failure is loud but doesn't take the phone down. */
export function guard<T>(where: string, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    reportError(where, error);
    return undefined;
  }
}

export function notEmulated(what: string): void {
  report(`未模拟：${what}`);
}

/** Lets App.onError and the like hear of failures; set once the application exists. */
let tell: (lifetime: 'onError' | 'onUnhandledRejection', event: unknown) => void = () => undefined;
export const tellFailures = (to: typeof tell): void => void (tell = to);

/** Page errors and unhandled rejections are problems too. */
export function watchWindow(): void {
  window.addEventListener('error', (event) => {
    if (event.message === '') return;
    reportError('脚本错误', event.error ?? event.message);
    tell('onError', event.message);
  });
  window.addEventListener('unhandledrejection', (event) => {
    reportError('没有处理的失败', event.reason);
    tell('onUnhandledRejection', { reason: event.reason as unknown, promise: event.promise });
  });
}

function describe(error: unknown): string {
  if (typeof error === 'string') return error;
  const text = (error as { errMsg?: string } | null | undefined)?.errMsg;
  return text ?? JSON.stringify(error);
}
