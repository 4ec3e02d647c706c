import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build, type BuildOptions, stop } from 'esbuild';
import bundleOptions from '../../../cloudfunctions/bundle.json';

const PROJECT = resolve(__dirname, '../../..');
/** Inside the project, so that a bundle's `require('wx-server-sdk')` finds the project's node_modules. */
const CACHE = join(PROJECT, '.cache', 'functions');
const DAYS_KEPT = 30;

type Source = { name: string; folder: string };

/**
 * Bundles functions as the deployment does, all in one go, for what they share is read once then. Answers the path of each one's bundle by name; the
 * same code gives the same path.
 */
export async function bundleFunctions(sources: readonly Source[]): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    ...(bundleOptions as BuildOptions),
    entryPoints: Object.fromEntries(sources.map(({ name, folder }) => [name, join(folder, 'index.ts')])),
    outdir: CACHE,
    sourcemap: false,
    write: false,
  });
  return new Map(
    outputFiles.map(({ path, contents }) => {
      const name = basename(path, '.js');
      return [name, placeCode(name, contents)];
    }),
  );
}

export async function bundleFunction(source: Source): Promise<string> {
  const bundle = (await bundleFunctions([source])).get(source.name);
  if (bundle === undefined) throw new Error(`${source.name} did not become a bundle`);
  return bundle;
}

/** Ends the bundler's own process, which holds all that it read; the next bundle starts it again. */
export const letGoOfBundler = stop;

/** The worker's own start-up code, as plain JavaScript: nothing may slow a cold start. */
export async function bundleBootstrap(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'worker', 'bootstrap.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
    write: false,
    outfile: 'index.js',
  });
  return placeCode('instance', outputFiles[0]!.contents);
}

function placeCode(name: string, code: Uint8Array): string {
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  return place(join(CACHE, `${name}-${hash}`), code);
}

/** Written beside and renamed, because other simulators may be bundling the same code now. */
function place(folder: string, code: Uint8Array): string {
  const file = join(folder, 'index.js');
  if (existsSync(file)) {
    utimesSync(folder, new Date(), new Date());
    return file;
  }
  const draft = `${folder}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, 'index.js'), code);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(file)) throw error;
  }
  return file;
}

/** Forgets bundles that nobody has used for a month. */
export function sweepBundles(): void {
  if (!existsSync(CACHE)) return;
  const oldest = Date.now() - DAYS_KEPT * 86_400_000;
  for (const name of readdirSync(CACHE)) {
    const folder = join(CACHE, basename(name));
    const seen = statSync(folder, { throwIfNoEntry: false });
    if (seen !== undefined && seen.mtimeMs < oldest) rmSync(folder, { recursive: true, force: true });
  }
}
