import type { Program } from './code-space';
import type { EventChannel } from './event-channel';
import { OpenPage } from './page';
import { parseRoute, type Route } from './routes';
import { layers } from './screen';
import { stack, topPage } from './stack';

/** A refused navigation; `errMsg` is what the page's fail callback gets. */
class NavigationRefused extends Error {
  readonly errMsg: string;
  constructor(api: string, reason: string) {
    super(reason);
    this.errMsg = `${api}:fail ${reason}`;
  }
}

const deepest = 10;
let program: Program;
let onVisible: (page: OpenPage) => void;
const tabs = new Map<string, OpenPage>();

/** Sets what navigation works on; `whenVisible` redraws the bars around the page that has come to the front. */
export function prepareNavigation(running: Program, whenVisible: (page: OpenPage) => void): void {
  program = running;
  onVisible = whenVisible;
}

/** Redraws the bars after the visible page's title, colour or tab bar changed. */
export function redrawBars(): void {
  const page = topPage();
  if (page) onVisible(page);
}

export const isTab = (path: string): boolean =>
  program.manifest.app.tabBar?.list.some(({ pagePath }) => pagePath === path) ?? false;

export const homePath = (): string => program.manifest.app.entryPagePath ?? program.manifest.pages[0] ?? '';

export function navigateTo(url: string, channel: EventChannel): void {
  const route = find('navigateTo', url);
  if (isTab(route.path)) throw new NavigationRefused('navigateTo', 'can not navigateTo a tabbar page');
  if (stack.length >= deepest) throw new NavigationRefused('navigateTo', `webview count limit exceed`);
  topPage()?.hide();
  push(route, channel);
}

export function redirectTo(url: string): void {
  const route = find('redirectTo', url);
  if (isTab(route.path)) throw new NavigationRefused('redirectTo', 'can not redirectTo a tabbar page');
  const left = stack.pop();
  if (left) leave(left);
  push(route);
}

/** Closes everything and opens one page. */
export function reLaunch(url: string): void {
  const route = find('reLaunch', url);
  const left = new Set([...stack.splice(0).reverse(), ...tabs.values()]);
  tabs.clear();
  for (const page of left) page.close();
  push(route);
}

export function navigateBack(delta = 1): void {
  if (stack.length < 2) throw new NavigationRefused('navigateBack', 'cannot navigate back at first page.');
  for (let steps = 0; steps < delta && stack.length > 1; steps += 1) {
    const left = stack.pop();
    if (left) leave(left);
  }
  reveal();
}

/** Shows a tab's page; other pages close, tab pages stay as they are. */
export function switchTab(url: string): void {
  const route = find('switchTab', url);
  if (!isTab(route.path)) throw new NavigationRefused('switchTab', 'can not switch to no-tabBar page');
  if (topPage()?.route.path === route.path) return;
  const bottom = stack.shift();
  for (const page of stack.splice(0).reverse()) page.close();
  if (bottom?.route.path === route.path) {
    stack.push(bottom);
    reveal();
    return;
  }
  if (bottom) {
    if (bottom.isTab) bottom.hide();
    else bottom.close();
  }
  const kept = tabs.get(route.path);
  if (!kept) {
    push({ path: route.path, query: {} });
    topPage()?.run('onTabItemTap', tabItem(route.path));
    return;
  }
  stack.push(kept);
  reveal();
  kept.run('onTabItemTap', tabItem(route.path));
}

function push(route: Route, channel?: EventChannel): void {
  const page = new OpenPage(program, route, isTab(route.path), channel);
  stack.push(page);
  if (page.isTab) tabs.set(route.path, page);
  onVisible(page);
  page.open(layers.pages);
  // onLoad may already have gone elsewhere.
  if (topPage() !== page) return;
  page.show();
  onVisible(page);
  page.run('onReady');
}

function reveal(): void {
  const page = topPage();
  if (!page) return;
  onVisible(page);
  page.show();
}

/** A tab's page survives being left by redirectTo only as long as its tab; others close. */
function leave(page: OpenPage): void {
  if (page.isTab) tabs.delete(page.route.path);
  page.close();
}

function tabItem(path: string): object {
  const list = program.manifest.app.tabBar?.list ?? [];
  const index = list.findIndex(({ pagePath }) => pagePath === path);
  return { index, pagePath: path, text: list[index]?.text };
}

function find(api: string, url: string): Route {
  const route = parseRoute(url, topPage()?.route.path);
  if (!program.manifest.pages.includes(route.path))
    throw new NavigationRefused(api, `page "${route.path}" is not found`);
  return route;
}
