// `npm test`: installs what the tests need, then runs all of them and sums them up.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from '../simulator/install.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0;
const quietly = (command, args) => spawnSync(command, args, { encoding: 'utf8' });
const found = (command) => quietly('sh', ['-c', `command -v ${command}`]).status === 0;

const hasChromium = () => Boolean(process.env.CHROMIUM) || found('chromium') || found('google-chrome');
const hasChineseFont = () => quietly('fc-list', [':lang=zh', 'family']).stdout?.trim() !== '';

/** Debian's chromium and a Chinese font, where we may install them; otherwise one line says what to do. */
function installBrowser() {
  const missing = [...(hasChromium() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  if (missing.length === 0) return true;
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const mayInstall = found('apt-get') && (apt[0] !== 'sudo' || quietly('sudo', ['-n', 'true']).status === 0);
  if (mayInstall) {
    console.log(`Installing ${missing.join(' and ')}…`);
    const [command, ...before] = apt;
    quietly(command, [...before, 'update']);
    quietly(command, [...before, 'install', '-y', '--no-install-recommends', ...missing]);
  }
  if (hasChromium() && hasChineseFont()) return true;
  console.error(
    `Browser tests need ${missing.join(' and ')}: install with "sudo apt-get install ${missing.join(' ')}", or set CHROMIUM to a browser's path.`,
  );
  return false;
}

/** One jest run; its counts, or one failure when it did not even get to report. */
function jest(label, args) {
  console.log(`\n— ${label}`);
  const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cunan-jest-')), 'report.json');
  const ok = run('npx', ['jest', '--json', '--outputFile', report, ...args]);
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
    fs.readFileSync(report, 'utf8'),
  );
  const failed = numFailedTests + numRuntimeErrorTestSuites;
  return { passed: numPassedTests, failed: ok ? failed : Math.max(1, failed) };
}

function step(label, ok) {
  console.log(`${ok ? '✓' : '✗'} ${label}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

const problem = installPackages();
if (problem !== null) {
  console.error(problem);
  process.exit(1);
}
const hasBrowser = installBrowser();
const results = [
  step('lint', run('npm', ['run', '--silent', 'lint'])),
  step('types', run('npm', ['run', '--silent', 'types'])),
  step('a browser to test in', hasBrowser),
  jest('rules, functions, pages', [
    '--selectProjects',
    'rules',
    'cloudfunctions',
    'miniprogram',
    '--maxWorkers=2',
  ]),
  jest('simulator', ['--selectProjects', 'simulator', '--maxWorkers=2']),
  ...(hasBrowser ? [jest('journeys in the browser', ['--selectProjects', 'e2e', '--runInBand'])] : []),
];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
