import fs from 'node:fs';
import path from 'node:path';
import { build as bundle, type Message, type Plugin } from 'esbuild';
import type { Manifest } from '../manifest';
import { BuildError } from './build-error';
import { splitPackage, type SourceTree } from './source-tree';

/** Bundles the mini-program's scripts, with its manifest and templates, into the one script that the phone runs. */
export async function bundleScripts(
  tree: SourceTree,
  manifest: Manifest,
  templates: string,
  warnings: readonly string[],
): Promise<string> {
  const appScript = tree.script('app');
  if (appScript === undefined) throw new BuildError('app.ts', '找不到 app.ts 或 app.js');
  const owners = new Map(
    Object.keys(manifest.components).map((virtual) => [tree.script(virtual) ?? '', virtual]),
  );
  const entry = [
    `phone.install(${JSON.stringify(manifest)}, ${templates}, ${JSON.stringify(warnings)});`,
    `phone.define('app', () => require(${JSON.stringify(appScript)}));`,
    ...Object.keys(manifest.components).map(
      (virtual) =>
        `phone.define(${JSON.stringify(virtual)}, () => require(${JSON.stringify(tree.script(virtual))}));`,
    ),
    'phone.start();',
  ].join('\n');
  const result = await bundle({
    stdin: { contents: entry, resolveDir: tree.root, loader: 'js', sourcefile: 'mini-program.js' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    sourcemap: 'inline',
    sourcesContent: true,
    charset: 'utf8',
    logLevel: 'silent',
    tsconfigRaw: {},
    define: { 'process.env.NODE_ENV': '"development"', global: 'globalThis' },
    plugins: [announceOwners(owners), packagesAndBorders(tree)],
  }).catch((error: unknown) => {
    throw asBuildError(tree, error);
  });
  return result.outputFiles[0]?.text ?? '';
}

/** Page() and Component() don't say whose script is running, so each page's and component's script says so first. */
function announceOwners(owners: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'announce-owners',
    setup(build) {
      build.onLoad({ filter: /\.[tj]s$/ }, ({ path: file }) => {
        const owner = owners.get(file);
        if (owner === undefined) return undefined;
        return {
          contents: `phone.enter(${JSON.stringify(owner)});\n${fs.readFileSync(file, 'utf8')}`,
          loader: file.endsWith('.ts') ? 'ts' : 'js',
          resolveDir: path.dirname(file),
        };
      });
    },
  };
}

/** Packages with a mini-program build are taken from there; a value import from outside miniprogram/ is refused. */
function packagesAndBorders(tree: SourceTree): Plugin {
  const root = fs.realpathSync(tree.root) + path.sep;
  return {
    name: 'packages-and-borders',
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, ({ path: reference }) => {
        const { name, rest } = splitPackage(reference);
        const folder = tree.packageFolder(name);
        const file = folder === undefined ? undefined : scriptAt(path.join(folder, rest));
        return file === undefined ? undefined : { path: fs.realpathSync(file) };
      });
      build.onLoad({ filter: /\.[tj]s$/ }, ({ path: file }) => {
        if (file.startsWith(root) || file.includes(`${path.sep}node_modules${path.sep}`)) return undefined;
        return {
          errors: [
            {
              text: `${path.relative(tree.root, file)} 在 miniprogram/ 之外：微信里取不到，只能 import type`,
            },
          ],
        };
      });
    },
  };
}

const scriptAt = (target: string): string | undefined =>
  [target, `${target}.js`, path.join(target, 'index.js')].find(
    (file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false,
  );

function asBuildError(tree: SourceTree, error: unknown): unknown {
  const messages = (error as { errors?: Message[] }).errors;
  const first = messages?.[0];
  if (first === undefined) return error;
  const where = first.location ? path.relative(tree.root, path.resolve(first.location.file)) : 'app';
  return new BuildError(`${where}:${String(first.location?.line ?? 0)}`, first.text);
}
