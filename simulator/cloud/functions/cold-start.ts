import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { Clock } from '../clock';
import { bundleBootstrap, bundleFunction } from './bundler';
import { environmentOfCall, environmentOfInstance, operator } from './caller';
import { FunctionInstance } from './instance';

export interface ColdStart {
  /** Milliseconds from nothing to the function's first answer. */
  function: number;
  /** Milliseconds for a bare thread that does `require('wx-server-sdk')` and answers. */
  bare: number;
}

/** Answers with the SDK's version only: the least that a thread which has loaded the SDK can do. */
const BARE = `const { parentPort } = require('node:worker_threads');
parentPort.postMessage(require('wx-server-sdk').version);`;

/** Starts the function in `folder` cold, and a bare thread for comparison. Nothing is served; `event` is JSON text. */
export async function measureColdStart(folder: string, event: string): Promise<ColdStart> {
  const bundle = await bundleFunction({ name: 'cold-start', folder });
  const bootstrap = await bundleBootstrap();
  const inProject = mkdtempSync(join(dirname(dirname(bundle)), 'bare-'));
  try {
    const bareFile = join(inProject, 'bare.cjs');
    writeFileSync(bareFile, BARE);
    return {
      bare: await timed(() => answerOfBareThread(bareFile)),
      function: await timed(() => answerOfFunction(bootstrap, bundle, event)),
    };
  } finally {
    rmSync(inProject, { recursive: true });
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function answerOfBareThread(file: string): Promise<void> {
  const worker = new Worker(file);
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  void worker.terminate();
}

async function answerOfFunction(bootstrap: string, bundle: string, event: string): Promise<void> {
  const instance = new FunctionInstance({
    bootstrap,
    bundle,
    clock: new Clock().shared,
    port: 1,
    name: 'cold-start',
    number: 1,
    environment: environmentOfInstance('http://127.0.0.1:1/admin', {}),
    memoryMB: 256,
    timeoutSeconds: 10,
    log: () => undefined,
  });
  const environment = environmentOfCall(operator, 'cold-start');
  await instance.run({ requestId: 'cold-start', event, environment, context: {} });
  await instance.terminate();
}
