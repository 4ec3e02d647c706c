import path from 'node:path';
import { build } from 'esbuild';

/** Bundles the phone's own runtime, or the console page, for the browser: `{script, style}`. */
export async function bundleForBrowser(entry: string): Promise<{ script: string; style: string }> {
  const result = await build({
    entryPoints: [path.join(__dirname, entry)],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'inline',
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  const text = (extension: string): string =>
    result.outputFiles.find(({ path: file }) => file.endsWith(extension))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
