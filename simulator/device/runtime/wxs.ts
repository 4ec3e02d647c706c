import { Element as GlassElement, type GeneralComponent } from 'glass-easel';
import { phoneLengths } from '../compile/lengths';
import { domOf } from './glass';
import { guard } from './problems';

type Caller = Record<string, unknown> & { _$?: GeneralComponent };
type WxsFunction = (...parameters: unknown[]) => unknown;

const descriptors = new WeakMap<GlassElement, ComponentDescriptor>();

/** What wxs code may do with a component: the `ownerInstance` and `instance` of WeChat's responding events. */
class ComponentDescriptor {
  private readonly state: Record<string, unknown> = {};
  constructor(private readonly node: GlassElement) {}

  getState = (): Record<string, unknown> => this.state;
  getDataset = (): Record<string, unknown> => this.node.dataset;

  setStyle = (style: string | Record<string, string>): void => {
    const drawn = domOf(this.node);
    if (!drawn) return;
    const entries =
      typeof style === 'string' ? style.split(';').map(splitDeclaration) : Object.entries(style);
    for (const [name, value] of entries)
      if (name.trim() !== '') drawn.style.setProperty(kebab(name.trim()), phoneLengths(value));
  };

  addClass = (name: string): this => this.toggle(name, true);
  removeClass = (name: string): this => this.toggle(name, false);
  hasClass = (name: string): boolean => this.node.classList?.contains(name) ?? false;

  selectComponent = (selector: string): ComponentDescriptor | null =>
    describe(this.searchRoot()?.querySelector(selector));
  selectAllComponents = (selector: string): (ComponentDescriptor | null)[] =>
    (this.searchRoot()?.querySelectorAll(selector) ?? []).map(describe);

  callMethod = (name: string, parameter: unknown): unknown => {
    const caller = (
      'getMethodCaller' in this.node ? (this.node as GeneralComponent).getMethodCaller() : {}
    ) as Caller;
    const method = caller[name];
    return typeof method === 'function' ? (method as WxsFunction).call(caller, parameter) : undefined;
  };

  triggerEvent = (name: string, detail: unknown, options?: object): void =>
    this.node.triggerEvent(name, detail, options ?? {});
  requestAnimationFrame = (callback: FrameRequestCallback): number => requestAnimationFrame(callback);
  setTimeout = (callback: () => void, delay: number): number => window.setTimeout(callback, delay);
  clearTimeout = (timer: number): void => window.clearTimeout(timer);
  getBoundingClientRect = (): DOMRect | undefined => domOf(this.node)?.getBoundingClientRect();

  getComputedStyle = (names: readonly string[]): Record<string, string> => {
    const drawn = domOf(this.node);
    const style = drawn ? getComputedStyle(drawn) : undefined;
    return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(kebab(name)) ?? '']));
  };

  private searchRoot() {
    return 'getShadowRoot' in this.node
      ? (this.node as GeneralComponent).getShadowRoot()
      : this.node.ownerShadowRoot;
  }

  private toggle(name: string, on: boolean): this {
    this.node.toggleNodeClass(name, on);
    return this;
  }
}

function describe(node: GlassElement | null | undefined): ComponentDescriptor | null {
  if (!node) return null;
  const known = descriptors.get(node) ?? new ComponentDescriptor(node);
  descriptors.set(node, known);
  return known;
}

/** A `change:property` observer written in wxs; like WeChat's view layer it runs once the component is drawn. */
function onChange(observer: unknown) {
  return (value: unknown, old: unknown, host: GlassElement, node: GlassElement): void => {
    if (typeof observer !== 'function') return;
    const run = (): void => {
      guard('wxs', () => (observer as WxsFunction)(value, old, describe(host), describe(node)));
    };
    if (GlassElement.isAttached(node)) run();
    else queueMicrotask(run);
  };
}

interface WxsEvent {
  currentTarget: (GlassElement & Caller) | null;
}

/** An event handler: a method of the component as usual, or a wxs function, which gets descriptors. */
function onEvent(caller: Caller, event: WxsEvent, handler: WxsFunction, isWxs: boolean): unknown {
  if (!isWxs && isMethodOf(caller, handler)) return handler.call(caller, event);
  const target = event.currentTarget;
  const wxsEvent: object = Object.assign(Object.create(event) as object, {
    instance: describe(target?._$ ?? target),
  });
  return handler(wxsEvent, describe(caller._$));
}

function isMethodOf(caller: Caller, handler: WxsFunction): boolean {
  for (
    let at: unknown = Object.getPrototypeOf(caller);
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  )
    if (Object.values(at).includes(handler)) return true;
  return false;
}

const splitDeclaration = (declaration: string): [string, string] => {
  const [name = '', value = ''] = declaration.split(/:(.*)/s);
  return [name, value.trim()];
};
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Globals of wxs code and of the compiled templates' hooks. */
export function installWxs(): void {
  Object.assign(window, {
    phoneWxs: { onChange, onEvent },
    getRegExp: (pattern: string, flags?: string) => new RegExp(pattern, flags),
    getDate: (...parameters: unknown[]) => Reflect.construct(Date, parameters) as Date,
  });
}
