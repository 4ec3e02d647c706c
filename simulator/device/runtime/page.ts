import type { GeneralComponent } from 'glass-easel';
import type { Root } from 'glass-easel-miniprogram-adapter';
import type { WindowConfig } from '../manifest';
import type { Program } from './code-space';
import { element } from './element';
import { EventChannel } from './event-channel';
import { headHeight, safeAreaBottom, screenHeight, tabBarHeight } from './geometry';
import { domOf } from './glass';
import { guard } from './problems';
import { attachRefresher, type Refresher } from './pull-down';
import type { Route } from './routes';

type Lifetime = (parameter?: unknown) => unknown;

/** A page as its own script sees it: `this` of Page(). */
export interface PageInstance {
  route: string;
  options: Record<string, string>;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>): void;
  getTabBar?: () => unknown;
  getOpenerEventChannel?: () => EventChannel;
}

/** A page on the stack: its instance, its element, and what WeChat draws around it. */
export class OpenPage {
  readonly instance: PageInstance;
  readonly frame = element('div', 'page-frame');
  readonly scroller = element('div', 'page-scroller');
  readonly refresher: Refresher;
  /** What setNavigationBarTitle and the like changed. */
  readonly windowChanges: WindowConfig = {};
  /** Whether ••• offers to share the page; undefined: if it has onShareAppMessage. */
  sharing: boolean | undefined;
  /** The question that WeChat asks before the page is left, if the page wants one. */
  alertBeforeUnload: string | undefined;
  private readonly root: Root;
  private tabBarRoot: Root | undefined;

  constructor(
    private readonly program: Program,
    readonly route: Route,
    readonly isTab: boolean,
    channel = new EventChannel(),
  ) {
    this.root = program.drawing.createRoot('page', program.space, route.path);
    this.instance = this.root.get() as unknown as PageInstance;
    Object.assign(this.instance, {
      route: route.path,
      options: route.query,
      getOpenerEventChannel: () => channel,
    });
    this.frame.dataset.route = route.path;
    this.refresher = attachRefresher(this);
  }

  get component(): GeneralComponent {
    return this.root.getComponent();
  }

  get window(): WindowConfig {
    const { app, components } = this.program.manifest;
    return { ...app.window, ...components[this.route.path], ...this.windowChanges };
  }

  get hasNavigationBar(): boolean {
    return this.window.navigationStyle !== 'custom';
  }

  /** Draws the page and runs its first lifetimes. */
  open(parent: HTMLElement): void {
    this.layOut();
    const placeholder = element('span');
    this.scroller.append(placeholder);
    this.frame.append(this.scroller);
    parent.append(this.frame);
    this.passQueryToProperties();
    guard(`${this.route.path} 渲染`, () => this.root.attach(this.scroller as never, placeholder as never));
    if (this.isTab && this.program.manifest.app.tabBar?.custom) this.attachTabBar();
    this.watchScrolling();
    this.run('onLoad', this.route.query);
  }

  show(): void {
    this.frame.hidden = false;
    this.program.backend.showStylesOf(this.route.path, this.program.manifest.pages);
    this.run('onShow');
    this.component.triggerPageLifetime('show', []);
    this.tabBarRoot?.getComponent().triggerPageLifetime('show', []);
  }

  hide(): void {
    this.run('onHide');
    this.component.triggerPageLifetime('hide', []);
    this.frame.hidden = true;
  }

  close(): void {
    this.run('onUnload');
    guard(`${this.route.path} 关闭`, () => {
      this.tabBarRoot?.release();
      this.root.release();
    });
    this.frame.remove();
  }

  /** Calls one of the page's lifetimes or handlers if it has it. */
  run(name: string, parameter?: unknown): unknown {
    const method: unknown = Reflect.get(this.instance, name);
    if (typeof method !== 'function') return undefined;
    return guard(`${this.route.path} ${name}`, () => (method as Lifetime).call(this.instance, parameter));
  }

  has(name: string): boolean {
    return typeof Reflect.get(this.instance, name) === 'function';
  }

  /** The first element of the page that a selector finds. */
  find(selector: string): HTMLElement | undefined {
    return domOf(this.component.getShadowRoot()?.querySelector(selector));
  }

  /** Height of the page's viewport, in px: what `100vh` is inside it. */
  get viewportHeight(): number {
    const native = this.isTab && !this.program.manifest.app.tabBar?.custom;
    return (
      screenHeight() - (this.hasNavigationBar ? headHeight : 0) - (native ? tabBarHeight + safeAreaBottom : 0)
    );
  }

  private layOut(): void {
    this.frame.style.top = `${this.hasNavigationBar ? headHeight : 0}px`;
    this.frame.style.height = `${this.viewportHeight}px`;
    this.frame.style.setProperty('--phone-page-height', `${this.viewportHeight}px`);
    this.frame.style.backgroundColor = this.window.backgroundColor ?? '#fff';
    this.frame.style.overflow = this.window.disableScroll ? 'hidden' : '';
  }

  /** A page made with Component() receives its query as properties too. */
  private passQueryToProperties(): void {
    const properties = Object.keys(this.route.query).filter((key) => key in this.instance.data);
    const isComponent = this.program.manifest.components[this.route.path]?.component;
    if (isComponent && properties.length > 0)
      this.instance.setData(Object.fromEntries(properties.map((key) => [key, this.route.query[key]])));
  }

  /** A custom tab bar is an instance per tab page, inside that page's document. */
  private attachTabBar(): void {
    const { program } = this;
    const root = program.drawing.createRoot('custom-tab-bar', program.space, 'custom-tab-bar/index');
    const placeholder = element('span');
    this.scroller.firstElementChild?.append(placeholder);
    guard('custom-tab-bar 渲染', () => root.attach(placeholder.parentElement as never, placeholder as never));
    this.tabBarRoot = root;
    this.instance.getTabBar = () => root.get();
  }

  private watchScrolling(): void {
    const distance = this.window.onReachBottomDistance ?? 50;
    let atBottom = false;
    this.scroller.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = this.scroller;
      if (this.has('onPageScroll')) this.run('onPageScroll', { scrollTop });
      const near = scrollHeight - clientHeight - scrollTop <= distance;
      if (near && !atBottom) this.run('onReachBottom');
      atBottom = near;
    });
  }
}
