import { tellAppListeners } from './app-events';
import { homePath, reLaunch } from './navigation';
import { guard, reportError, tellFailures } from './problems';
import { formatRoute, parseRoute } from './routes';
import { settings } from './session';
import { stack } from './stack';

export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  shareTicket?: string;
  referrerInfo: object;
}

type AppDefinition = Record<string, unknown>;

let application: AppDefinition = {};
let launched: LaunchOptions | undefined;
let entered: LaunchOptions | undefined;
/** openGid of the group whose card opened the mini-program last. */
let enteredGroup = settings.group;

/** Globals through which the mini-program registers and reaches its App. */
export function installApplication(): void {
  tellFailures(run);
  Object.assign(window, {
    App: (definition: AppDefinition) => {
      application = definition;
    },
    getApp: () => application,
    getCurrentPages: () => stack.map((page) => page.instance),
  });
}

export const launchOptions = (): LaunchOptions => launched ?? optionsFor(homePath(), 1001, '');
export const enterOptions = (): LaunchOptions => entered ?? launchOptions();
export const groupEntered = (): string => enteredGroup;

/** Cold start: App's lifetimes, then the first page. */
export function launch(): void {
  launched = optionsFor(settings.path, settings.scene, settings.group);
  entered = launched;
  run('onLaunch', launched);
  run('onShow', launched);
  openTarget(launched);
}

/** A card or address may name a page that is gone: App.onPageNotFound may go elsewhere, else it's loud and home opens. */
function openTarget(options: LaunchOptions): void {
  try {
    reLaunch(`/${formatRoute(options)}`);
  } catch (error) {
    const before = stack.at(-1);
    run('onPageNotFound', { path: options.path, query: options.query, isEntryPage: true });
    if (stack.at(-1) !== before) return;
    reportError('打不开的页面', error);
    reLaunch(`/${homePath()}`);
  }
}

/** Leaves the mini-program for WeChat; its pages stay. */
export function leaveApplication(): void {
  stack.at(-1)?.run('onHide');
  run('onHide', undefined);
}

/** Comes back, where it was (no path) or to the page that a card or message names. */
export function enterApplication(target?: { path: string; scene: number; group?: string }): void {
  if (target) enteredGroup = target.group ?? '';
  entered = target ? optionsFor(target.path, target.scene, enteredGroup) : { ...enterOptions(), scene: 1089 };
  run('onShow', entered);
  if (target) openTarget(entered);
  else stack.at(-1)?.run('onShow');
}

/** Runs one of App's lifetimes and tells the listeners of wx.onApp…. */
export function run(lifetime: string, parameter: unknown): void {
  tellAppListeners(lifetime, parameter);
  const method = application[lifetime];
  if (typeof method === 'function')
    guard(`App ${lifetime}`, () => (method as (value: unknown) => unknown).call(application, parameter));
}

function optionsFor(target: string, scene: number, group: string): LaunchOptions {
  const { path, query } = parseRoute(`/${(target === '' ? homePath() : target).replace(/^\//, '')}`);
  return { path, query, scene, ...(group === '' ? {} : { shareTicket: group }), referrerInfo: {} };
}
