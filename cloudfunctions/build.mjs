import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
/** How a function is bundled: data, because the simulator bundles the same way. */
const options = JSON.parse(readFileSync(join(root, 'bundle.json'), 'utf8'));

/**
 * Bundles each deployable folder (one with a package.json) into `<outdir>/<name>/`, ready for upload.
 * Every folder is uploaded alone, so shared code goes in; the SDK stays outside, at the version package.json names.
 * `only` names the functions to build; all of them without it. Answers the names built.
 */
export async function buildFunctions({ outdir = join(root, 'dist'), only } = {}) {
  const names = readdirSync(root).filter(
    (name) => existsSync(join(root, name, 'package.json')) && (only === undefined || only.includes(name)),
  );
  await Promise.all(names.map((name) => buildFunction(name, join(outdir, name))));
  return names;
}

async function buildFunction(name, outdir) {
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...options,
    entryPoints: [join(root, name, 'index.ts')],
    outfile: join(outdir, 'index.js'),
    logLevel: 'error',
  });
  for (const file of ['package.json', 'config.json'])
    if (existsSync(join(root, name, file))) cpSync(join(root, name, file), join(outdir, file));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const names = await buildFunctions();
  console.log(
    `${names.length} functions in ${relative(process.cwd(), join(root, 'dist'))}: ${names.join(', ')}`,
  );
}
