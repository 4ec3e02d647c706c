import { randomUUID } from 'node:crypto';
import { CloudBaseError } from '../errors';
import { bundleBootstrap, bundleFunctions, letGoOfBundler, sweepBundles } from './bundler';
import { ENVIRONMENT_ID, environmentOfCall, environmentOfInstance, type Caller } from './caller';
import { readDefinitions, type FunctionDefinition } from './definition';
import { FunctionInstance } from './instance';
import type { LogBook } from './log-book';
import { InstancePool } from './pool';

export interface RuntimeOptions {
  /** The folder whose sub-folders with a package.json are functions. */
  folder: string;
  clock: SharedArrayBuffer;
  secrets: Record<string, string>;
  logs: LogBook;
  instanceLimit?: number;
}

export interface Invocation {
  result: string;
  requestID: string;
  coldStart: boolean;
}

/** What a token that a function shows to the simulator stands for. */
interface RunningCall {
  function: string;
  caller: Caller;
}

interface Deployed {
  definition: FunctionDefinition;
  bundle: string;
  pool: InstancePool;
}

const INSTANCE_LIMIT = 8;
const QUEUE_LIMIT = 1000;
const IDLE_SECONDS = 120;

/** Deploys the functions and runs them, each in instances of its own. */
export class FunctionRuntime {
  readonly #options: RuntimeOptions;
  readonly #deployed = new Map<string, Deployed>();
  readonly #running = new Map<string, RunningCall>();
  #bootstrap = '';
  #port = 0;
  #instances = 0;
  #coldStartsOfRetired = 0;

  constructor(options: RuntimeOptions) {
    this.#options = options;
  }

  /** Builds and deploys everything. */
  async start(): Promise<void> {
    sweepBundles();
    this.#bootstrap = await bundleBootstrap();
    await this.deploy();
  }

  /** Where the simulator listens, for the functions to find it. To be set before the first call. */
  set port(port: number) {
    this.#port = port;
  }

  /** Builds all functions; those whose code changed start anew. Answers their names. Throws when one does not build. */
  async deploy(): Promise<string[]> {
    const definitions = readDefinitions(this.#options.folder);
    const bundles = await bundleFunctions(definitions);
    const built = definitions.flatMap((definition) => {
      const bundle = bundles.get(definition.name);
      return bundle === undefined ? [] : [{ definition, bundle }];
    });
    const changed = built.filter(({ definition, bundle }) => {
      const running = this.#deployed.get(definition.name);
      const config = JSON.stringify(definition.config);
      return running?.bundle !== bundle || JSON.stringify(running.definition.config) !== config;
    });
    const removed = [...this.#deployed.keys()].filter(
      (name) => !definitions.some((one) => one.name === name),
    );
    for (const name of removed) this.#retire(name);
    for (const { definition, bundle } of changed) {
      this.#retire(definition.name);
      this.#deployed.set(definition.name, { definition, bundle, pool: this.#poolFor(definition, bundle) });
    }
    return [...removed, ...changed.map(({ definition }) => definition.name)];
  }

  get definitions(): FunctionDefinition[] {
    return [...this.#deployed.values()].map(({ definition }) => definition);
  }

  get coldStarts(): number {
    return [...this.#deployed.values()].reduce(
      (sum, { pool }) => sum + pool.coldStarts,
      this.#coldStartsOfRetired,
    );
  }

  /** Runs a function once. `event` is JSON text. Rejects with CloudBase's error, whose `requestID` is in the message. */
  async invoke(name: string, event: string, caller: Caller): Promise<Invocation> {
    const deployed = this.#deployed.get(name);
    if (deployed === undefined)
      throw new CloudBaseError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`);
    const { definition, pool } = deployed;
    const requestID = randomUUID();
    const token = randomUUID();
    const coldStarts = pool.coldStarts;
    this.#running.set(token, { function: name, caller });
    try {
      const { result } = await pool.run({
        requestId: requestID,
        event,
        environment: environmentOfCall(caller, token),
        context: contextOf(definition, requestID),
      });
      return { result, requestID, coldStart: pool.coldStarts > coldStarts };
    } catch (error) {
      if (!(error instanceof CloudBaseError)) throw error;
      throw new CloudBaseError(error.code, `requestID ${requestID}, ${error.message}`);
    } finally {
      this.#running.delete(token);
    }
  }

  /** Which running call shows this token; undefined when it is over or never was. */
  callOf(token: string): RunningCall | undefined {
    return this.#running.get(token);
  }

  mayCallOpenApi(name: string, api: string): boolean {
    return this.#deployed.get(name)?.definition.config.permissions.openapi.includes(api) ?? false;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#deployed.values()].map(({ pool }) => pool.stop()));
    await letGoOfBundler();
  }

  #retire(name: string): void {
    const old = this.#deployed.get(name);
    if (old === undefined) return;
    this.#coldStartsOfRetired += old.pool.coldStarts;
    this.#deployed.delete(name);
    void old.pool.retire();
  }

  #poolFor(definition: FunctionDefinition, bundle: string): InstancePool {
    return new InstancePool({
      limit: this.#options.instanceLimit ?? INSTANCE_LIMIT,
      queueLimit: QUEUE_LIMIT,
      idleSeconds: IDLE_SECONDS,
      start: () => this.#startInstance(definition, bundle),
    });
  }

  #startInstance({ name, config }: FunctionDefinition, bundle: string): FunctionInstance {
    const { clock, logs, secrets } = this.#options;
    const number = ++this.#instances;
    return new FunctionInstance({
      bootstrap: this.#bootstrap,
      bundle,
      clock,
      port: this.#port,
      name,
      number,
      environment: environmentOfInstance(`http://127.0.0.1:${this.#port}/admin`, secrets),
      memoryMB: config.memorySize,
      timeoutSeconds: config.timeout,
      log: (level, text, requestID) =>
        logs.write({ function: name, instance: number, level, text, requestID }),
    });
  }
}

/** The second argument of a function's `main`, in the names that SCF gives its parts. */
const contextOf = (definition: FunctionDefinition, requestId: string): Record<string, string | number> => ({
  request_id: requestId,
  function_name: definition.name,
  function_version: '$LATEST',
  namespace: ENVIRONMENT_ID,
  memory_limit_in_mb: definition.config.memorySize,
  time_limit_in_ms: definition.config.timeout * 1000,
});
