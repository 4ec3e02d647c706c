import { homePath, reLaunch } from './navigation';
import { guard } from './problems';
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
  reLaunch(`/${formatRoute(launched)}`, 'launch');
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
  if (target) reLaunch(`/${formatRoute(entered)}`);
  else stack.at(-1)?.run('onShow');
}

/** Tells App of what wx.on… listeners would hear, e.g. onPageNotFound. */
export function run(lifetime: string, parameter: unknown): void {
  const method = application[lifetime];
  if (typeof method === 'function')
    guard(`App ${lifetime}`, () => (method as (value: unknown) => unknown).call(application, parameter));
}

function optionsFor(target: string, scene: number, group: string): LaunchOptions {
  const { path, query } = parseRoute(`/${(target === '' ? homePath() : target).replace(/^\//, '')}`);
  return { path, query, scene, ...(group === '' ? {} : { shareTicket: group }), referrerInfo: {} };
}
