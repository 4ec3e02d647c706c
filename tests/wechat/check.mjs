// Would WeChat take it? Compiles miniprogram/ with WeChat's own compiler, fails on a require() that leads nowhere and on a
// package over WeChat's limit, and prints each package's size. `--json` prints the sizes as one line.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const cache = path.join(root, '.cache');
const compiler = path.join(cache, 'wechat-compiler');
const project = path.join(cache, 'wechat-project');
const LIMIT_KB = 2048;

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0]} failed:\n${stdout}${stderr}`);
}

function installCompiler() {
  const wanted = fs.readFileSync(path.join(here, 'compiler/package-lock.json'), 'utf8');
  const installed = path.join(compiler, 'package-lock.json');
  const marker = path.join(compiler, '.installed');
  if (fs.existsSync(marker) && fs.readFileSync(installed, 'utf8') === wanted) return;
  console.error("Installing WeChat's compiler (about 290 MB, once)…");
  fs.cpSync(path.join(here, 'compiler'), compiler, { recursive: true });
  run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], compiler);
  fs.writeFileSync(marker, '');
}

/** A tree with the mini-program and its runtime dependencies alone: the compiler packs whatever it finds. */
function layProject() {
  fs.rmSync(project, { recursive: true, force: true });
  fs.mkdirSync(project, { recursive: true });
  fs.cpSync(path.join(root, 'miniprogram'), path.join(project, 'miniprogram'), {
    recursive: true,
    filter: (file) => !file.includes('miniprogram_npm'),
  });
  fs.copyFileSync(path.join(root, 'project.config.json'), path.join(project, 'project.config.json'));
  const { name, version, dependencies } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  fs.writeFileSync(path.join(project, 'package.json'), JSON.stringify({ name, version, dependencies }));
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (folder !== '' && !entry.dev)
      fs.cpSync(path.join(root, folder), path.join(project, folder), { recursive: true });
  }
}

/** File name → contents of the package that would be uploaded. */
function compiledFiles() {
  const out = path.join(cache, 'wechat.zip');
  run(process.execPath, [path.join(here, 'compile.cjs'), compiler, project, out], root);
  const Zip = createRequire(path.join(compiler, 'package.json'))('adm-zip');
  const entries = new Zip(out).getEntries().filter((entry) => !entry.isDirectory);
  return new Map(entries.map((entry) => [path.posix.normalize(entry.entryName), entry.getData()]));
}

function danglingRequires(files) {
  const dangling = [];
  for (const [name, data] of files) {
    if (!name.endsWith('.js')) continue;
    for (const [, target] of data.toString('utf8').matchAll(/\brequire\(["']([^"']+)["']\)/g)) {
      const base = path.posix.normalize(path.posix.join(path.posix.dirname(name), target));
      const reached = [base, `${base}.js`, `${base}/index.js`, ...npmPlaces(name, target)];
      if (!reached.some((candidate) => files.has(candidate))) dangling.push(`${name}: require('${target}')`);
    }
  }
  return dangling;
}

/** Where WeChat looks for `require('dayjs')`: miniprogram_npm beside the file and in each folder above it. */
function npmPlaces(from, target) {
  if (target.startsWith('.')) return [];
  const places = [];
  for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
    const base = path.posix.join(folder, 'miniprogram_npm', target);
    places.push(`${base}.js`, `${base}/index.js`);
    if (folder === '.') return places;
  }
}

function sizesByPackage(files) {
  const app = JSON.parse(files.get('app.json').toString('utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map(({ root: folder }) =>
    folder.replace(/\/?$/, '/'),
  );
  const sizes = new Map([['main', 0], ...roots.map((folder) => [folder, 0])]);
  for (const [name, data] of files) {
    const owner = roots.find((folder) => name.startsWith(folder)) ?? 'main';
    sizes.set(owner, sizes.get(owner) + data.length);
  }
  return Object.fromEntries([...sizes].map(([name, bytes]) => [name, Math.ceil(bytes / 1024)]));
}

installCompiler();
layProject();
const files = compiledFiles();
const sizes = sizesByPackage(files);
const problems = [
  ...danglingRequires(files),
  ...Object.entries(sizes)
    .filter(([, kb]) => kb > LIMIT_KB)
    .map(([name, kb]) => `package ${name} is ${kb} KB, over WeChat's ${LIMIT_KB} KB`),
];
if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ files: files.size, sizes, problems }));
} else {
  for (const [name, kb] of Object.entries(sizes)) console.log(`${String(kb).padStart(6)} KB  ${name}`);
  console.log(`${files.size} files compiled by WeChat's compiler; ${problems.length} problems`);
  for (const problem of problems) console.error(`  ${problem}`);
}
process.exit(problems.length === 0 ? 0 : 1);
