import path from 'node:path';
import simulate, { type Rendered } from 'miniprogram-simulate';

const MINIPROGRAM = path.resolve(__dirname, '../../../miniprogram');
/** TDesign ships ES modules that jest does not take; a plain container stands in for its popup and switch. */
const container = simulate.load({ tagName: 'container', template: '<slot/>' });
/** All templates are compiled at once, and come back through a pipe that is a megabyte long unless told. */
const compilerOptions = { maxBuffer: 32 * 1024 * 1024 };
const usingComponents = { 't-popup': container, 't-qrcode': container, 't-switch': container };

export type { Rendered };

const open: Rendered[] = [];
/** A page left open would write its draft into the next test's phone. */
afterEach(() => {
  for (const rendered of open.splice(0)) rendered.detach();
});

const loaded = new Map<string, string>();

/** A component or page of the mini-program, attached to the document. `name` is its folder inside miniprogram/. */
export function render(name: string, properties: Record<string, unknown> = {}): Rendered {
  const options = { rootPath: MINIPROGRAM, usingComponents, compilerOptions };
  const id = loaded.get(name) ?? simulate.load(path.join(MINIPROGRAM, name, 'index'), options);
  loaded.set(name, id);
  const rendered = simulate.render(id, properties);
  rendered.attach(document.createElement('parent'));
  open.push(rendered);
  return rendered;
}

export const settle = (ms = 20): Promise<void> => simulate.sleep(ms);

/** Everything that can be read on it. */
export const words = (rendered: Rendered): string => rendered.dom.textContent.replace(/\s+/g, ' ');

/** Taps the `index`-th element of a class. */
export async function tap(rendered: Rendered, selector: string, index = 0): Promise<void> {
  const element = rendered.querySelectorAll(selector)[index];
  if (!element) throw new Error(`nothing to tap: ${selector} ${index}`);
  element.dispatchEvent('tap');
  await settle();
}

/** Collects what a component says. */
export function listen(rendered: Rendered, event: string): jest.Mock {
  const heard = jest.fn();
  rendered.addEventListener(event, ({ detail }) => void heard(detail));
  return heard;
}

/** Calls a page's own method, as WeChat calls `onLoad` or a binding its handler. */
export async function act(page: Rendered, method: string, argument?: unknown): Promise<void> {
  await page.instance[method]?.(argument);
  await settle();
}

/** An event as a component on the page sends it. */
export const said = (detail: unknown, dataset: Record<string, unknown> = {}) => ({
  detail,
  currentTarget: { dataset },
});
