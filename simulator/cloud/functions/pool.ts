import { CloudBaseError } from '../errors';
import type { FunctionInstance } from './instance';
import type { CallMessage } from './worker/protocol';

export interface PoolOptions {
  /** Calls above this number wait for an instance. */
  limit: number;
  /** How many calls may wait. */
  queueLimit: number;
  idleSeconds: number;
  start: () => FunctionInstance;
}

/** The instances of one function: an idle one takes the next call, otherwise a new one starts, up to the limit. */
export class InstancePool {
  readonly #options: PoolOptions;
  #idle: { instance: FunctionInstance; reaper: NodeJS.Timeout }[] = [];
  readonly #busy = new Set<FunctionInstance>();
  readonly #waiting: (() => void)[] = [];
  #retired = false;
  coldStarts = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async run(call: CallMessage): Promise<{ result: string; instance: number }> {
    const instance = await this.#take();
    try {
      return { result: await instance.run(call), instance: instance.number };
    } finally {
      this.#release(instance);
    }
  }

  /** Takes no new work: idle instances end now, busy ones after their call. */
  async retire(): Promise<void> {
    this.#retired = true;
    await Promise.all(this.#idle.splice(0).map((entry) => this.#end(entry)));
  }

  async stop(): Promise<void> {
    await this.retire();
    await Promise.all([...this.#busy].map((instance) => instance.terminate()));
  }

  async #take(): Promise<FunctionInstance> {
    for (let free = this.#idle.pop(); free !== undefined; free = this.#idle.pop()) {
      clearTimeout(free.reaper);
      if (free.instance.gone) continue;
      this.#busy.add(free.instance);
      return free.instance;
    }
    if (this.#busy.size >= this.#options.limit) {
      if (this.#waiting.length >= this.#options.queueLimit)
        throw new CloudBaseError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many calls wait for this function');
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      return this.#take();
    }
    const instance = this.#options.start();
    this.coldStarts += 1;
    this.#busy.add(instance);
    return instance;
  }

  #release(instance: FunctionInstance): void {
    this.#busy.delete(instance);
    if (!instance.gone) {
      if (this.#retired) void instance.terminate();
      else this.#idle.push({ instance, reaper: this.#reapLater(instance) });
    }
    this.#waiting.shift()?.();
  }

  #reapLater(instance: FunctionInstance): NodeJS.Timeout {
    return setTimeout(() => {
      this.#idle = this.#idle.filter((entry) => entry.instance !== instance);
      void instance.terminate();
    }, this.#options.idleSeconds * 1000).unref();
  }

  #end({ instance, reaper }: { instance: FunctionInstance; reaper: NodeJS.Timeout }): Promise<void> {
    clearTimeout(reaper);
    return instance.terminate();
  }
}
