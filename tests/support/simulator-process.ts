import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const PROJECT = resolve(__dirname, '../..');

/** The whole simulator as a process of its own, over a folder that outlives it. */
export interface SimulatorProcess {
  url: string;
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>;
}

export async function startSimulatorProcess(folder: string): Promise<SimulatorProcess> {
  const program = ['--import', 'tsx', 'simulator/main.ts', '--port', '0', '--data', folder, '--no-watch'];
  const child = spawn(process.execPath, program, { cwd: PROJECT, stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = new Promise<void>((ended) => child.once('exit', () => ended()));
  const url = await addressOf(child);
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let output = '';
    child.stdout!.on('data', (chunk) => {
      output += String(chunk);
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url !== undefined) found(url);
    });
    child.once('exit', () => failed(new Error(`The simulator ended before it was ready: ${output}`)));
  });

/** What a phone sends to a function of it; throws when the process is killed meanwhile. */
export async function callOver<T>(
  url: string,
  openid: string,
  { functionName, action, input }: { functionName: string; action: string; input: unknown },
): Promise<T> {
  const response = await fetch(`${url}/call/${functionName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ data: { action, input } }),
  });
  return ((await response.json()) as { result: T }).result;
}
