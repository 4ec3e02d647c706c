import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
  cpSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const START = resolve(__dirname, '../../../simulator/start.mjs');
let folder: string;
let started: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-start-'));
});
afterEach(async () => {
  if (started?.exitCode === null && started.signalCode === null) await ended(started, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

const data = (): string => join(folder, 'data');

/** Runs `npm start` and waits for the address it prints. */
async function start(
  ...options: string[]
): Promise<{ process: ChildProcess; url: string; printed: () => string }> {
  const running = spawn(process.execPath, [START, '--port', '0', '--data', data(), '--no-watch', ...options]);
  started = running;
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (address !== undefined && text.includes('Ctrl+C')) resolve(address);
    };
    running.stdout.on('data', read);
    running.stderr.on('data', read);
    running.on('exit', () => reject(new Error(text)));
  });
  return { process: running, url, printed: () => text };
}

function ended(running: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    running.on('exit', (code) => resolve(code));
    running.kill(signal);
  });
}

/** A start that must not get far: what it says. */
function refused(...options: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, '--data', data(), ...options], {
    encoding: 'utf8',
    timeout: 90_000,
  });
  return { status, text: stdout + stderr };
}

test('an empty start prints where to look and the first officer’s code, stops at once, and comes back in seconds', async () => {
  const first = await start('--demo', 'empty');
  const code = /First officer's code:\s+([2-9A-HJKMNP-Z]{8})/.exec(first.printed())?.[1];
  expect(code).toBeDefined();
  expect((await fetch(`${first.url}/simulator/health`)).status).toBe(200);
  expect((await fetch(first.url)).status).toBe(200);
  await expect(ended(first.process, 'SIGTERM')).resolves.toBe(0);

  const before = Date.now();
  const second = await start();
  expect(Date.now() - before).toBeLessThan(60_000);
  expect(second.printed()).toContain(code);
  await ended(second.process, 'SIGINT');
  const third = await start('--demo', 'township');
  expect(third.printed()).toContain('The data folder holds empty; add --reset to start over with township');
}, 180_000);

test('what npm started ends when npm is killed', async () => {
  // A shell in npm's place: it starts node below itself, says which process that is, and is killed.
  const command = `'${process.execPath}' '${START}' --port 0 --data '${data()}' --demo empty --no-watch & echo pid $!; wait`;
  const shell = spawn('sh', ['-c', command], { env: { ...process.env, npm_lifecycle_event: 'start' } });
  let text = '';
  await new Promise<void>((resolve) => {
    shell.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Ctrl+C')) resolve();
    });
  });
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)![0];
  await ended(shell, 'SIGKILL');
  const isThere = (): Promise<boolean> =>
    fetch(url).then(
      () => true,
      () => false,
    );
  for (let wait = 0; wait < 200 && (await isThere()); wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const left = await isThere();
  if (left) process.kill(Number(/pid (\d+)/.exec(text)![1]), 'SIGKILL');
  expect(left).toBe(false);
}, 180_000);

test('a kill leaves a folder that starts again', async () => {
  const first = await start('--demo', 'township');
  const personas = (await (await fetch(`${first.url}/simulator/personas`)).json()) as unknown[];
  expect(personas.length).toBeGreaterThan(5);
  await ended(first.process, 'SIGKILL');
  const second = await start();
  expect(await (await fetch(`${second.url}/simulator/personas`)).json()).toEqual(personas);
}, 180_000);

test('a busy port, a folder in use and wrong options are said in one line', async () => {
  const { url } = await start('--demo', 'empty');
  const port = new URL(url).port;
  expect(refused('--port', port, '--data', join(folder, 'other'))).toEqual({
    status: 1,
    text: expect.stringContaining(`port ${port} is taken`) as string,
  });
  expect(refused('--port', '0')).toEqual({
    status: 1,
    text: expect.stringContaining('another simulator is running') as string,
  });
  expect(refused('--demo', 'village').text).toContain('choose one of township, empty, city');
  expect(refused('--port', 'x').text).toContain('is not a port');
  expect(refused('--colour').text).toContain('--reset');
}, 180_000);

describe('on a fresh machine', () => {
  /** A project of its own with a `npm` that notes how it was called and ends as told. */
  function freshProject(npmEnds: number): {
    run: () => { status: number | null; text: string };
    calls: () => string;
  } {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'simulator'), { recursive: true });
    for (const file of ['start.mjs', 'install.mjs'])
      cpSync(join(dirname(START), file), join(project, 'simulator', file));
    writeFileSync(join(project, 'package-lock.json'), '{}');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const log = join(folder, 'npm.log');
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$@" >> '${log}'\nexit ${npmEnds}\n`, { mode: 0o755 });
    return {
      calls: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
      run: () => {
        const { status, stdout, stderr } = spawnSync(
          process.execPath,
          [join(project, 'simulator/start.mjs')],
          {
            encoding: 'utf8',
            env: { PATH: bin + delimiter + process.env.PATH! },
          },
        );
        return { status, text: stdout + stderr };
      },
    };
  }

  test('what is missing is installed, and a failure says what to do in both languages', () => {
    const { run, calls } = freshProject(1);
    expect(run()).toEqual({
      status: 1,
      text: expect.stringMatching(/依赖安装失败[^]*Installing the dependencies failed/) as string,
    });
    expect(calls()).toBe('ci --no-audit --no-fund\n');
  });

  test('nothing is installed again until the lock file is newer than the installation', () => {
    const { run, calls } = freshProject(0);
    const installed = join(folder, 'project/node_modules/.package-lock.json');
    mkdirSync(join(folder, 'project/node_modules'));
    writeFileSync(installed, '{}');
    run();
    expect(calls()).toBe('');
    utimesSync(installed, new Date(0), new Date(0));
    run();
    expect(calls()).toBe('ci --no-audit --no-fund\n');
  });
});
