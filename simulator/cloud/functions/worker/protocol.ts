import type { LogLevel } from '../log-book';

/** Between the simulator and a function instance. Events and results travel as JSON text, as on CloudBase. */
export interface InstanceOptions {
  bundle: string;
  /** The shift of the clock, see Clock. */
  clock: SharedArrayBuffer;
  /** Where requests to WeChat's group robots go instead. */
  port: number;
}

export interface CallMessage {
  requestId: string;
  event: string;
  environment: Record<string, string>;
  context: Record<string, string | number>;
}

export type InstanceMessage =
  | { kind: 'ready' }
  | { kind: 'result'; requestId: string; result: string }
  | { kind: 'failure'; requestId: string; text: string }
  | { kind: 'log'; requestId: string; level: LogLevel; text: string };
