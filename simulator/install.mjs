// Nothing but Node itself is needed here: `npm start` and `npm test` begin with it on a fresh machine.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** Installs the locked packages unless they are there; answers what went wrong, in Chinese and English, or null. */
export function installPackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
    return (
      `需要 Node.js ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。\n` +
      `Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`
    );

  // npm writes this file last, so it is there and newer than the lock file only after a whole installation.
  const installed = join(project, 'node_modules', '.package-lock.json');
  const wanted = join(project, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return null;

  console.log(
    '正在安装依赖，首次需要一两分钟…\nInstalling dependencies; the first time takes a minute or two…',
  );
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return null;
  return (
    '依赖安装失败：请检查网络，然后再试一次。\n' +
    'Installing the dependencies failed: check the network, then try again.'
  );
}
