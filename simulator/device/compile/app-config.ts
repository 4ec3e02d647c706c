import path from 'node:path';
import type { AppConfig, ComponentConfig } from '../manifest';
import { BuildError } from './build-error';
import type { SourceTree } from './source-tree';

export interface ComponentGraph {
  app: AppConfig;
  pages: string[];
  components: Record<string, ComponentConfig>;
}

type RawConfig = Partial<Omit<ComponentConfig, 'usingComponents'>> & {
  usingComponents?: Record<string, string>;
};

const customTabBar = 'custom-tab-bar/index';

/** Reads app.json and follows usingComponents from every page to all components that can appear. */
export function readComponentGraph(tree: SourceTree): ComponentGraph {
  const app = tree.readJson('app.json') as AppConfig;
  const pages = pagesOf(app);
  const components: Record<string, ComponentConfig> = {};
  const queue = [...pages, ...(app.tabBar?.custom ? [customTabBar] : [])];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (components[next]) continue;
    const config = readComponent(tree, app, next, pages.includes(next));
    components[next] = config.component;
    queue.push(...config.uses);
  }
  return { app, pages, components };
}

function pagesOf(app: AppConfig): string[] {
  const packages = app.subPackages ?? app.subpackages ?? [];
  return [
    ...app.pages,
    ...packages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
  ];
}

function readComponent(
  tree: SourceTree,
  app: AppConfig,
  virtual: string,
  isPage: boolean,
): { component: ComponentConfig; uses: string[] } {
  if (tree.script(virtual) === undefined) throw new BuildError(virtual, '找不到这个页面或组件的脚本');
  if (!tree.has(`${virtual}.wxml`)) throw new BuildError(`${virtual}.wxml`, '找不到这个页面或组件的模板');
  const raw = tree.has(`${virtual}.json`) ? (tree.readJson(`${virtual}.json`) as RawConfig) : {};
  const uses: string[] = [];
  const use = (reference: string, from: string): string => {
    const target = resolveComponent(tree, reference, from);
    uses.push(target);
    return `/${target}`;
  };
  const usingComponents: Record<string, string> = {};
  for (const [tag, reference] of Object.entries(app.usingComponents ?? {}))
    usingComponents[tag] = use(reference, 'app');
  for (const [tag, reference] of Object.entries(raw.usingComponents ?? {}))
    usingComponents[tag] = use(reference, virtual);
  const componentGenerics = Object.fromEntries(
    Object.entries(raw.componentGenerics ?? {}).map(([name, generic]) => [
      name,
      generic !== true && generic.default !== undefined
        ? { default: use(generic.default, virtual) }
        : generic,
    ]),
  );
  const component = isPage ? (raw.component ?? false) : true;
  return { component: { ...raw, usingComponents, componentGenerics, component }, uses };
}

/** A usingComponents reference is relative to its file, absolute in the mini-program, or an npm package. */
function resolveComponent(tree: SourceTree, reference: string, from: string): string {
  if (reference.startsWith('plugin://'))
    throw new BuildError(`${from}.json`, `未模拟：插件组件 ${reference}`);
  const candidates = reference.startsWith('/')
    ? [reference.slice(1)]
    : [path.posix.join(path.posix.dirname(from), reference), `miniprogram_npm/${reference}`];
  for (const candidate of candidates)
    for (const target of [candidate, `${candidate}/index`])
      if (tree.script(target) !== undefined) return target;
  throw new BuildError(`${from}.json`, `找不到组件 ${reference}`);
}
