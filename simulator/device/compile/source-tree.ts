import fs from 'node:fs';
import path from 'node:path';
import { BuildError } from './build-error';

const npmFolder = 'miniprogram_npm/';
const isFile = (file: string): boolean => fs.statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/**
 * The mini-program's files by their path inside it. npm components answer under `miniprogram_npm/` as WeChat's
 * "build npm" would put them, but are read from node_modules, so that no build step stands between an edit and the phone.
 */
export class SourceTree {
  private readonly modules: string;

  constructor(readonly root: string) {
    this.modules = nearestModules(root);
  }

  /** The file or folder on disk behind a path of the mini-program. */
  locate(virtual: string): string {
    const direct = path.join(this.root, virtual);
    if (!virtual.startsWith(npmFolder) || this.builtNpm(direct)) return direct;
    const { name, rest } = splitPackage(virtual.slice(npmFolder.length));
    const folder = this.packageFolder(name);
    return folder === undefined ? direct : path.join(folder, rest);
  }

  /** Where a package keeps its mini-program build, or undefined for an ordinary npm package. */
  packageFolder(name: string): string | undefined {
    const file = path.join(this.modules, name, 'package.json');
    if (!isFile(file)) return undefined;
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as { miniprogram?: string };
    const folder = path.join(this.modules, name, manifest.miniprogram ?? 'miniprogram_dist');
    return fs.existsSync(folder) ? folder : undefined;
  }

  has(virtual: string): boolean {
    return isFile(this.locate(virtual));
  }

  read(virtual: string): string {
    if (!this.has(virtual)) throw new BuildError(virtual, '找不到这个文件');
    return fs.readFileSync(this.locate(virtual), 'utf8');
  }

  readJson(virtual: string): unknown {
    try {
      return JSON.parse(this.read(virtual));
    } catch (error) {
      if (error instanceof SyntaxError) throw new BuildError(virtual, error.message);
      throw error;
    }
  }

  /** The script of a page or component on disk, symbolic links resolved as the bundler does. */
  script(virtual: string): string | undefined {
    const found = ['.ts', '.js'].map((extension) => this.locate(virtual) + extension).find(isFile);
    return found === undefined ? undefined : fs.realpathSync(found);
  }

  private builtNpm(direct: string): boolean {
    return ['', '.json', '.js', '.wxml', '.wxss', '.wxs'].some((extension) => isFile(direct + extension));
  }
}

/** `@scope/name/rest` or `name/rest` into the package and the path inside it. */
export function splitPackage(reference: string): { name: string; rest: string } {
  const parts = reference.split('/');
  const length = reference.startsWith('@') ? 2 : 1;
  return { name: parts.slice(0, length).join('/'), rest: parts.slice(length).join('/') };
}

function nearestModules(from: string): string {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules');
    if (fs.existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) return path.join(from, 'node_modules');
  }
}
