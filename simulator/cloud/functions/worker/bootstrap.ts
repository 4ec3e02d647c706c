import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { captureConsole } from './console-capture';
import { guardNetwork } from './network-guard';
import type { CallMessage, InstanceMessage, InstanceOptions } from './protocol';
import { shiftDate } from './shifted-date';

/** The first thing that runs in a function instance: loads the function, then serves one call at a time. */
const { bundle, clock, port } = workerData as InstanceOptions;
const simulator = parentPort!;
const send = (message: InstanceMessage): void => simulator.postMessage(message);

let requestId = '';
let variablesOfLastCall: string[] = [];

captureConsole((level, text) => send({ kind: 'log', requestId, level, text }));
shiftDate(clock);
guardNetwork(port);

type Main = (event: unknown, context: unknown) => unknown;
// eslint-disable-next-line @typescript-eslint/no-require-imports -- functions are CommonJS bundles known only by path
const { main } = require(bundle) as { main?: Main };
if (typeof main !== 'function') throw new Error('the function exports no `main`');
send({ kind: 'ready' });

simulator.on('message', (call: CallMessage) => void serve(call));

async function serve(call: CallMessage): Promise<void> {
  requestId = call.requestId;
  for (const name of variablesOfLastCall) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, call.environment);
  variablesOfLastCall = Object.keys(call.environment);
  try {
    const result: unknown = await main!(JSON.parse(call.event), contextOf(call));
    send({ kind: 'result', requestId: call.requestId, result: JSON.stringify(result ?? null) });
  } catch (error) {
    send({ kind: 'failure', requestId: call.requestId, text: describe(error) });
  }
}

function contextOf(call: CallMessage): Record<string, unknown> {
  return { ...call.context, environment: JSON.stringify({ ...process.env }) };
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : inspect(error, { depth: 3 });
