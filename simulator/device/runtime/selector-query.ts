import type { Element as GlassElement, GeneralComponent } from 'glass-easel';
import { component } from 'glass-easel-miniprogram-adapter';
import { nodeContext } from './builtins/canvas-node';
import { screenWidth } from './geometry';
import { domOf } from './glass';
import { topPage } from './stack';

type Caller = component.GeneralComponent;
type Row = Record<string, unknown>;

interface Fields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

interface Request {
  scope: Caller;
  selector: string | null;
  all: boolean;
  fields: Fields;
  callback: ((result: unknown) => void) | undefined;
}

/** wx.createSelectorQuery: asks the drawn page for positions, sizes, properties and canvas nodes. */
export class SelectorQuery {
  private readonly requests: Request[] = [];
  constructor(private scope: Caller) {}

  in(scope: Caller): this {
    this.scope = scope;
    return this;
  }

  select = (selector: string): NodesRef => this.reference(selector, false);
  selectAll = (selector: string): NodesRef => this.reference(selector, true);
  selectViewport = (): NodesRef => this.reference(null, false);

  exec(callback?: (results: unknown[]) => void): this {
    const requests = this.requests.splice(0);
    // WeChat answers after the page has been drawn.
    requestAnimationFrame(() => {
      const results = requests.map(answer);
      requests.forEach(({ callback: own }, index) => own?.(results[index]));
      callback?.(results);
    });
    return this;
  }

  private reference(selector: string | null, all: boolean): NodesRef {
    const { scope } = this;
    return new NodesRef((fields, callback) => {
      this.requests.push({ scope, selector, all, fields, callback });
      return this;
    });
  }
}

class NodesRef {
  constructor(
    private readonly ask: (fields: Fields, callback?: (result: unknown) => void) => SelectorQuery,
  ) {}
  fields = (fields: Fields, callback?: (result: unknown) => void): SelectorQuery =>
    this.ask(fields, callback);
  boundingClientRect = (callback?: (result: unknown) => void): SelectorQuery =>
    this.ask({ id: true, dataset: true, rect: true, size: true }, callback);
  scrollOffset = (callback?: (result: unknown) => void): SelectorQuery =>
    this.ask({ id: true, dataset: true, scrollOffset: true }, callback);
  context = (callback?: (result: unknown) => void): SelectorQuery => this.ask({ context: true }, callback);
  node = (callback?: (result: unknown) => void): SelectorQuery => this.ask({ node: true }, callback);
}

function answer({ scope, selector, all, fields }: Request): unknown {
  if (selector === null) return viewportRow(fields);
  const root = scope._$.getShadowRoot();
  if (all) return (root?.querySelectorAll(selector) ?? []).map((node) => rowOf(node, fields));
  const node = root?.querySelector(selector);
  return node ? rowOf(node, fields) : null;
}

function rowOf(node: GlassElement, fields: Fields): Row {
  const drawn = domOf(node);
  const box = drawn?.getBoundingClientRect();
  const data = 'data' in node ? (node as GeneralComponent).data : {};
  const style = drawn && fields.computedStyle ? getComputedStyle(drawn) : undefined;
  return {
    ...(fields.id && { id: node.id }),
    ...(fields.dataset && { dataset: node.dataset }),
    ...(fields.mark && { mark: node.collectMarks() }),
    ...(fields.rect && { left: box?.left, top: box?.top, right: box?.right, bottom: box?.bottom }),
    ...(fields.size && { width: box?.width, height: box?.height }),
    ...(fields.scrollOffset && scrollRow(drawn)),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [name, Reflect.get(style ?? {}, name) as unknown]),
    ),
    ...((fields.node ?? fields.context) && nodeContext(drawn)),
  };
}

const scrollRow = (drawn: HTMLElement | undefined): Row => ({
  scrollLeft: drawn?.scrollLeft ?? 0,
  scrollTop: drawn?.scrollTop ?? 0,
  scrollWidth: drawn?.scrollWidth ?? 0,
  scrollHeight: drawn?.scrollHeight ?? 0,
});

function viewportRow(fields: Fields): Row {
  const scroller = topPage()?.scroller;
  const [width, height] = [screenWidth(), scroller?.clientHeight ?? 0];
  return {
    ...(fields.id && { id: '' }),
    ...(fields.dataset && { dataset: {} }),
    ...(fields.rect && { left: 0, top: 0, right: width, bottom: height }),
    ...(fields.size && { width, height }),
    ...(fields.scrollOffset && scrollRow(scroller)),
  };
}

/** Components' own `this.createSelectorQuery()`, with `node()`, which the adapter lacks. */
export function installSelectorQuery(): void {
  Object.assign(component.ComponentCaller.prototype, {
    createSelectorQuery(this: Caller) {
      return new SelectorQuery(this);
    },
  });
}
