import { formatWithOptions } from 'node:util';
import type { LogLevel } from '../log-book';

const LEVELS: LogLevel[] = ['debug', 'log', 'info', 'warn', 'error'];

/** Sends what a function prints to the simulator's log book instead of its terminal. */
export function captureConsole(write: (level: LogLevel, text: string) => void): void {
  for (const level of LEVELS)
    console[level] = (...parts: unknown[]) => write(level, formatWithOptions({ depth: 4 }, ...parts));
}
