import path from 'node:path';
import postcss, { type AtRule, type Root, type Rule } from 'postcss';
import type { ComponentConfig } from '../manifest';
import { BuildError } from './build-error';
import { drawIconsAsMasks } from './icons';
import { phoneLengths } from './lengths';
import { rewriteSelector } from './selectors';
import type { SourceTree } from './source-tree';

export interface CompiledStyles {
  scopes: Record<string, string>;
  styles: Record<string, string>;
}

/** Compiles app.wxss and every component's WXSS, each within its own scope. */
export function compileStyles(tree: SourceTree, components: Record<string, ComponentConfig>): CompiledStyles {
  const styles: Record<string, string> = { app: compileSheet(tree, 'app.wxss', '') };
  const scopes: Record<string, string> = {};
  for (const [index, [virtual, config]] of Object.entries(components).entries()) {
    const scope = sharesStyles(config) ? '' : `c${index.toString(36)}`;
    scopes[virtual] = scope;
    styles[virtual] = compileSheet(tree, `${virtual}.wxss`, scope);
  }
  return { scopes, styles };
}

function sharesStyles({ component, styleIsolation }: ComponentConfig): boolean {
  return styleIsolation === undefined
    ? component !== true
    : styleIsolation === 'shared' || styleIsolation === 'page-shared';
}

function compileSheet(
  tree: SourceTree,
  virtual: string,
  scope: string,
  importers: readonly string[] = [],
): string {
  if (importers.includes(virtual)) return '';
  if (!tree.has(virtual)) {
    if (importers.length === 0) return '';
    throw new BuildError(importers.at(-1) ?? virtual, `找不到 @import 的 ${virtual}`);
  }
  const root = parse(tree, virtual);
  let imported = '';
  root.walkAtRules('import', (rule) => {
    imported += compileSheet(tree, importTarget(rule, virtual), scope, [...importers, virtual]);
    rule.remove();
  });
  if (/tdesign-miniprogram\/.*icon\.wxss$/.test(virtual)) drawIconsAsMasks(root);
  root.walkDecls((declaration) => {
    declaration.value = phoneLengths(declaration.value);
  });
  root.walkRules((rule) => {
    if (!insideKeyframes(rule)) rule.selector = rewriteSelector(rule.selector, scope);
  });
  return `${imported}${root.toString()}\n`;
}

function parse(tree: SourceTree, virtual: string): Root {
  try {
    return postcss.parse(tree.read(virtual), { from: virtual });
  } catch (error) {
    if (error instanceof Error && error.name === 'CssSyntaxError')
      throw new BuildError(virtual, error.message);
    throw error;
  }
}

function importTarget(rule: AtRule, virtual: string): string {
  const reference = /['"]([^'"]+)['"]/.exec(rule.params)?.[1];
  if (reference === undefined) throw new BuildError(virtual, `看不懂的 @import ${rule.params}`);
  return reference.startsWith('/')
    ? reference.slice(1)
    : path.posix.join(path.posix.dirname(virtual), reference);
}

const insideKeyframes = (rule: Rule): boolean =>
  rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.includes('keyframes');
