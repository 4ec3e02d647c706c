import { join, resolve } from 'node:path';
import { Cloud, type CloudOptions } from './cloud/cloud';
import { DataFolder } from './cloud/data-folder';
import type { Database } from './cloud/database';
import type { LogLine } from './cloud/functions/log-book';
import type { Message } from './cloud/messages/message-book';
import type { People, Persona } from './cloud/people';
import type { Device } from './device';

export type { LogLine, Message, Persona };

export const DEMO_NAMES = ['township', 'empty', 'city'] as const;
export type DemoName = (typeof DEMO_NAMES)[number];

export interface SimulatorOptions {
  /** 0 picks a free one. */
  port?: number;
  /** A folder, or `:memory:`. */
  data?: string;
  demo?: DemoName;
  /** Forgets what the folder holds. */
  reset?: boolean;
  /** Whether to serve the phone and the pages around it. */
  device?: boolean;
  watch?: boolean;
  /** Other sources than the project's own, for tests of the simulator itself. */
  functions?: string;
  miniprogram?: string;
  /** Whether to keep functions' warnings and errors off the terminal; all of them are in the logs. */
  quiet?: boolean;
  /** How many instances of each function may run at once. */
  instanceLimit?: number;
  /** Whether timers fire by themselves; false for whoever fires them one by one. */
  timers?: boolean;
}

/** A function that failed, or could not be called, as `wx.cloud.callFunction` fails. */
export class CallError extends Error {
  constructor(
    readonly errCode: number,
    readonly errMsg: string,
  ) {
    super(errMsg);
    this.name = 'CallError';
  }
}

export interface Simulator {
  url: string;
  port: number;
  database: Database;
  clock: {
    now: () => number;
    /** Epoch milliseconds or ISO 8601 with offset. Settles when the timers due on the way have run. */
    set: (moment: number | string) => Promise<number>;
    advance: (milliseconds: number) => Promise<number>;
  };
  messages: () => Message[];
  logs: () => LogLine[];
  /** The function's result; throws CallError when it fails. */
  call: (functionName: string, data: Record<string, unknown>, caller: { openid: string }) => Promise<unknown>;
  /** As an operator at CloudBase's console. */
  invoke: (functionName: string, data: Record<string, unknown>) => Promise<unknown>;
  fireTimer: (functionName: string) => Promise<unknown>;
  personas: Persona[];
  /** The functions' generated environment, such as the first officer's code. */
  secrets: Record<string, string>;
  /** What the data folder was filled with when it was new. */
  demo: DemoName;
  coldStarts: () => number;
  stop: () => Promise<void>;
}

const PROJECT = resolve(__dirname, '..');

/** Runs both programs on this machine. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 7070, data = '.simulator', demo = 'township', reset = false } = options;
  const { functions = join(PROJECT, 'cloudfunctions'), miniprogram = join(PROJECT, 'miniprogram') } = options;
  const { device = true, watch = false, quiet = true } = options;
  const folder = DataFolder.open(data, { demo, reset });
  const cloud = openCloud(folder, {
    functions,
    miniprogram,
    ...(quiet ? {} : { onLog: print }),
    ...(options.instanceLimit === undefined ? {} : { instanceLimit: options.instanceLimit }),
    timers: options.timers ?? true,
  });
  let phone: Device | undefined;
  const stop = async (): Promise<void> => {
    await phone?.close();
    await cloud.stop();
  };
  try {
    if (folder.isNew && !quiet) console.log('正在准备演示数据…   Preparing the demo data…');
    cloud.people = await fill(cloud, folder, options.functions === undefined);
    if (device) phone = await startPhone(cloud, miniprogram, watch);
    await cloud.serve({
      port,
      watch,
      pages: async ({ request, response }) => (await phone?.handle(request, response)) ?? false,
    });
    return simulatorOf(cloud, folder, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Lets go of the folder when something in it cannot be used. */
function openCloud(folder: DataFolder, options: Omit<CloudOptions, 'folder'>): Cloud {
  try {
    return new Cloud({ folder, ...options });
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** Loaded only when wanted: the compiler behind the phone is large, and tests of functions need none. */
async function startPhone(cloud: Cloud, miniprogram: string, watch: boolean): Promise<Device> {
  const { createDevice } = await import('./device');
  return createDevice({ miniprogram, watch, onRebuilt: () => cloud.events.send({ type: 'device-rebuilt' }) });
}

/** The demo's people; a new folder gets the demo first. Other functions than the product's have no use for it. */
async function fill(cloud: Cloud, folder: DataFolder, isProduct: boolean): Promise<People> {
  const people = isProduct ? await demoPeople(cloud, folder) : { personas: [], groups: [] };
  if (folder.isNew) folder.save({ filled: true });
  return people;
}

async function demoPeople(cloud: Cloud, folder: DataFolder): Promise<People> {
  const { demoPersonas, loadDemo } = await import('./demo');
  const name = folder.demo as DemoName;
  if (!folder.isNew) return demoPersonas(name);
  return loadDemo(name, { database: cloud.database, secrets: cloud.secrets, now: cloud.clock.now() });
}

function simulatorOf(cloud: Cloud, folder: DataFolder, stop: () => Promise<void>): Simulator {
  const { port, url } = cloud.server;
  return {
    url,
    port,
    database: cloud.database,
    clock: {
      now: () => cloud.clock.now(),
      set: (moment) => cloud.setClock(moment),
      advance: (milliseconds) => cloud.advanceClock(milliseconds),
    },
    messages: () => cloud.messages.list(),
    logs: () => cloud.logs.after(),
    call: async (name, data, { openid }) => resultOf(await cloud.callAsClient(name, data, openid)),
    invoke: async (name, data) => resultOf(await cloud.callAsOperator(name, data)),
    fireTimer: async (name) => resultOf(await cloud.fireTimer(name)),
    personas: cloud.people.personas,
    secrets: cloud.secrets,
    demo: folder.demo as DemoName,
    coldStarts: () => cloud.runtime.coldStarts,
    stop,
  };
}

function print({ level, function: name, text }: LogLine): void {
  if (level === 'error' || level === 'warn') console.error(`[${name}] ${text}`);
}

function resultOf(answer: Awaited<ReturnType<Cloud['callAsClient']>>): unknown {
  if ('result' in answer) return answer.result;
  throw new CallError(answer.errCode, answer.errMsg);
}
