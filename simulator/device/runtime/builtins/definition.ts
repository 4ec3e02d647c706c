import type { GeneralComponent, GeneralComponentDefinition } from 'glass-easel';
import type { CodeSpace, component } from 'glass-easel-miniprogram-adapter';
import { domOf } from '../glass';
import { playAnimation } from './animation';
import { textOf } from './text-of';

type PropertyType = StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | null;
type PropertyOption = PropertyType | { type: PropertyType; value: unknown };

/** Called with a property's value once the node is attached and whenever it changes. */
export type Watchers = Record<string, (value: unknown) => void>;

/** A built-in component of WeChat, drawn on a `wx-…` element. */
export interface Builtin {
  name: string;
  properties?: Record<string, PropertyOption>;
  /** What assistive technology takes it for, unless `aria-role` says otherwise. */
  role?: string;
  /** Properties that the style sheet looks at, mirrored as attributes. */
  attributes?: readonly string[];
  /** Draws the node and answers what to do when properties change. */
  setup?(node: BuiltinNode): Watchers | undefined;
}

/** One built-in component on a page, as its own code sees it. */
export class BuiltinNode {
  private readonly watchers = new Map<string, ((value: unknown) => void)[]>();
  constructor(
    readonly caller: component.GeneralComponent,
    readonly host: HTMLElement,
  ) {}

  get glass(): GeneralComponent {
    return this.caller._$;
  }

  value(name: string): unknown {
    return (this.caller.data as Record<string, unknown>)[name];
  }
  text = (name: string): string => textOf(this.value(name));
  number = (name: string): number => Number(this.value(name));
  flag = (name: string): boolean => Boolean(this.value(name));

  set(change: Record<string, unknown>): void {
    this.glass.setData(change);
  }

  /** Tells the page: triggers an event that doesn't bubble, as most of WeChat's component events. */
  fire(name: string, detail: unknown = {}, options: { bubbles?: boolean; composed?: boolean } = {}): void {
    this.caller.triggerEvent(name, detail, options);
  }

  onTap(listener: () => void): void {
    this.glass.addListener('tap', () => listener());
  }

  /** Adds watchers; the answer takes them off again. */
  watch(watchers: Watchers): () => void {
    for (const [name, watcher] of Object.entries(watchers))
      this.watchers.set(name, [...(this.watchers.get(name) ?? []), watcher]);
    return () => {
      for (const [name, watcher] of Object.entries(watchers))
        this.watchers.set(
          name,
          (this.watchers.get(name) ?? []).filter((other) => other !== watcher),
        );
    };
  }

  changed(name: string): void {
    for (const watcher of this.watchers.get(name) ?? []) watcher(this.value(name));
  }
  refresh(): void {
    for (const name of this.watchers.keys()) this.changed(name);
  }
}

const nodes = new WeakMap<HTMLElement, BuiltinNode>();
const ofCaller = new WeakMap<object, BuiltinNode>();

/** The built-in component drawn as this element, if it is one. */
export const nodeOf = (host: Element | null | undefined): BuiltinNode | undefined =>
  host instanceof HTMLElement ? nodes.get(host) : undefined;

/** Every built-in takes these, whatever it is. */
const common: Record<string, PropertyOption> = {
  hidden: Boolean,
  hoverClass: null,
  hoverStopPropagation: Boolean,
  hoverStartTime: null,
  hoverStayTime: null,
  animation: null,
  ...Object.fromEntries(
    ['role', 'label', 'hidden', 'checked', 'disabled', 'expanded', 'live', 'selected', 'modal', 'atomic']
      .concat([
        'multiline',
        'multiselectable',
        'readonly',
        'required',
        'sort',
        'valuemin',
        'valuemax',
        'valuenow',
      ])
      .concat([
        'valuetext',
        'level',
        'orientation',
        'pressed',
        'describedby',
        'labelledby',
        'relevant',
        'haspopup',
      ])
      .concat(['controls', 'owns', 'busy', 'current', 'roledescription'])
      .map((name) => [`aria${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`, null]),
  ),
};

/** Registers a built-in with glass-easel and answers its definition. */
export function registerBuiltin(space: CodeSpace, builtin: Builtin): GeneralComponentDefinition {
  const properties = { ...common, ...builtin.properties };
  const mirrored = ['hidden', ...(builtin.attributes ?? [])];
  const attached = new WeakSet<BuiltinNode>();
  const observers = Object.keys(properties).map((name) => ({
    fields: name,
    observer(this: object) {
      const node = ofCaller.get(this);
      if (node && attached.has(node)) node.changed(name);
    },
  }));
  const registered = space
    .component(`__wx/${builtin.name}`)
    .definition({
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, option]) => [name, spelledOut(option)]),
      ),
      observers,
      lifetimes: {
        created(this: component.GeneralComponent) {
          const host = domOf(this._$);
          if (!host) return;
          const node = new BuiltinNode(this, host);
          nodes.set(host, node);
          ofCaller.set(this, node);
          node.watch(Object.fromEntries(mirrored.map((name) => [name, mirror(host, name)])));
          node.watch(accessibility(host, builtin.role));
          node.watch({ animation: (steps) => playAnimation(host, steps) });
          const watchers = builtin.setup?.(node);
          if (watchers) node.watch(watchers);
        },
        attached(this: object) {
          const node = ofCaller.get(this);
          if (!node) return;
          attached.add(node);
          node.refresh();
        },
      },
    })
    .register();
  return (registered as unknown as { _$: GeneralComponentDefinition })._$;
}

const defaults = new Map<PropertyType, unknown>([
  [String, ''],
  [Number, 0],
  [Boolean, false],
  [Array, []],
  [null, null],
]);

const spelledOut = (option: PropertyOption): { type: PropertyType; value: unknown } =>
  option !== null && typeof option === 'object' ? option : { type: option, value: defaults.get(option) };

/** Shows a property on the element as an attribute, for the style sheet. */
function mirror(host: HTMLElement, name: string): (value: unknown) => void {
  const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return (value) => {
    if (value === false || value === '' || value === null || value === undefined)
      host.removeAttribute(attribute);
    else host.setAttribute(attribute, value === true ? '' : textOf(value));
  };
}

const accessibility = (host: HTMLElement, ownRole: string | undefined): Watchers =>
  Object.fromEntries(
    Object.keys(common)
      .filter((name) => name.startsWith('aria'))
      .map((name) => {
        const attribute = name === 'ariaRole' ? 'role' : `aria-${name.slice(4).toLowerCase()}`;
        return [
          name,
          (value: unknown) => {
            const text = textOf(value) || (attribute === 'role' ? (ownRole ?? '') : '');
            if (text === '') host.removeAttribute(attribute);
            else host.setAttribute(attribute, text);
          },
        ];
      }),
  );
