/**
 * `npm start` on any machine: installs what is missing, then runs main.ts in this same process, so that stopping this
 * process stops everything. Nothing but Node itself is needed here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

function stop(chinese, english) {
  console.error(`${chinese}\n${english}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]))
  stop(
    `需要 Node.js ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。`,
    `Node.js ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`,
  );

/** npm writes this file last, so it is there and newer than the lock file only after a whole installation. */
const installed = join(project, 'node_modules', '.package-lock.json');
const wanted = join(project, 'package-lock.json');
if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
  console.log(
    '正在安装依赖，首次需要一两分钟…\nInstalling dependencies; the first time takes a minute or two…',
  );
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0)
    stop(
      '依赖安装失败：请检查网络，然后再次运行 npm start。',
      'Installing the dependencies failed: check the network, then run npm start again.',
    );
}

// Both, because what is loaded only when needed goes through import().
(await import('tsx/cjs/api')).register();
(await import('tsx/esm/api')).register();
await import('./main.ts');
