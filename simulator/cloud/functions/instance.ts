import { Worker } from 'node:worker_threads';
import { CloudBaseError } from '../errors';
import type { LogLevel } from './log-book';
import type { CallMessage, InstanceMessage, InstanceOptions } from './worker/protocol';

export interface InstanceSettings extends InstanceOptions {
  bootstrap: string;
  name: string;
  number: number;
  environment: Record<string, string>;
  memoryMB: number;
  timeoutSeconds: number;
  log: (level: LogLevel, text: string, requestID: string) => void;
}

/** CloudBase allows a function's start a time of its own, apart from the calls' time-out. */
const START_SECONDS = 30;

interface Pending {
  call: CallMessage;
  resolve: (result: string) => void;
  reject: (error: CloudBaseError) => void;
}

/** One instance of a function: a thread with its own memory, environment and clock, serving one call at a time. */
export class FunctionInstance {
  readonly #worker: Worker;
  readonly #settings: InstanceSettings;
  #pending: Pending | undefined;
  #ready = false;
  #countdown: NodeJS.Timeout | undefined;
  #outOfMemory = false;
  /** Once true it serves no more. */
  gone = false;

  constructor(settings: InstanceSettings) {
    this.#settings = settings;
    const { bundle, clock, port } = settings;
    this.#worker = new Worker(settings.bootstrap, {
      workerData: { bundle, clock, port } satisfies InstanceOptions,
      env: settings.environment,
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMB, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
    });
    this.#worker.unref();
    this.#worker.on('message', (message: InstanceMessage) => this.#receive(message));
    this.#worker.on('error', (error: Error & { code?: string }) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#exit(code));
    this.#worker.stdout.on('data', (text: Buffer) => this.#print('log', text.toString()));
    this.#worker.stderr.on('data', (text: Buffer) => this.#print('error', text.toString()));
  }

  get number(): number {
    return this.#settings.number;
  }

  /** Answers the function's result as JSON text; rejects with CloudBase's error. */
  run(call: CallMessage): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#pending = { call, resolve, reject };
      this.#worker.ref();
      this.#startCountdown();
      this.#worker.postMessage(call);
    });
  }

  async terminate(): Promise<void> {
    this.gone = true;
    await this.#worker.terminate();
  }

  #startCountdown(): void {
    clearTimeout(this.#countdown);
    const seconds = this.#ready ? this.#settings.timeoutSeconds : START_SECONDS;
    this.#countdown = setTimeout(() => {
      const text = `Invoking task timed out after ${seconds} seconds`;
      this.#print('error', text);
      this.#settle(new CloudBaseError('FUNCTIONS_TIME_LIMIT_EXCEEDED', text));
      void this.terminate();
    }, seconds * 1000);
  }

  #receive(message: InstanceMessage): void {
    switch (message.kind) {
      case 'ready':
        this.#ready = true;
        if (this.#pending !== undefined) this.#startCountdown();
        return;
      case 'log':
        this.#settings.log(message.level, message.text, message.requestId);
        return;
      case 'result':
        if (message.requestId === this.#pending?.call.requestId) this.#settle(message.result);
        return;
      case 'failure':
        this.#settings.log('error', message.text, message.requestId);
        if (message.requestId === this.#pending?.call.requestId)
          this.#settle(new CloudBaseError('FUNCTIONS_EXECUTE_FAIL', firstLine(message.text)));
    }
  }

  #fail(error: Error & { code?: string }): void {
    this.gone = true;
    this.#outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    const text = this.#outOfMemory
      ? `Invoking task failed: memory limit of ${this.#settings.memoryMB} MB exceeded`
      : (error.stack ?? error.message);
    this.#print('error', text);
    this.#settle(new CloudBaseError('FUNCTIONS_EXECUTE_FAIL', firstLine(text)));
  }

  #exit(code: number): void {
    this.gone = true;
    if (this.#pending === undefined) return;
    const text = `the function's process ended in the middle of a call (exit code ${code})`;
    this.#print('error', text);
    this.#settle(new CloudBaseError('FUNCTIONS_EXECUTE_FAIL', text));
  }

  #settle(outcome: string | CloudBaseError): void {
    clearTimeout(this.#countdown);
    const pending = this.#pending;
    this.#pending = undefined;
    this.#worker.unref();
    if (typeof outcome === 'string') pending?.resolve(outcome);
    else pending?.reject(outcome);
  }

  #print(level: LogLevel, text: string): void {
    this.#settings.log(level, text.trimEnd(), this.#pending?.call.requestId ?? '');
  }
}

const firstLine = (text: string): string => text.split('\n', 1)[0]!;
