/**
 * What the tests use of miniprogram-simulate. Its own typings bring an older miniprogram-api-typings with them, whose globals
 * clash with the project's; tests/tsconfig.json points here instead.
 */
export type Rendered = {
  data: Record<string, unknown>;
  dom: HTMLElement;
  /** `this` of the component's methods. */
  instance: Record<string, (argument?: unknown) => unknown>;
  attach(parent: Node): void;
  detach(): void;
  setData(data: Record<string, unknown>): void;
  querySelectorAll(selector: string): Rendered[];
  dispatchEvent(event: string, options?: object): void;
  addEventListener(event: string, listener: (event: { detail: unknown }) => void): void;
  toJSON(): object;
};

type Definition = { tagName: string; template: string };
type LoadOptions = { rootPath: string; usingComponents?: Record<string, string> };

declare const simulate: {
  load(component: string | Definition, options?: LoadOptions): string;
  render(id: string, properties?: Record<string, unknown>): Rendered;
  sleep(ms: number): Promise<void>;
};
export default simulate;
