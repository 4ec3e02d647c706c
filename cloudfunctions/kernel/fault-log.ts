import { DeploymentError } from './environment';

/**
 * Logs a fault with its request id. Logs are read by more people than files are, so nothing personal may reach them: inputs
 * and documents are never logged, and messages, which SDK and parsers like to fill with values, are masked.
 */
export function logFault(action: string, requestId: string, fault: unknown): void {
  console.error(`[${action}] request ${requestId} failed: ${describeFault(fault)}`);
}

/** Name, code, masked message and stack of a fault, without a word of anybody's data. */
export function describeFault(fault: unknown): string {
  if (!(fault instanceof Error)) return `a thrown ${typeof fault}`;
  if (fault instanceof DeploymentError) return fault.message;
  const code = 'errCode' in fault ? ` ${String(fault.errCode)}` : '';
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${fault.name}${code}: ${withoutValues(fault.message)}`, ...frames].join('\n');
}

/** Takes out what may be a value: quoted and bracketed text, Chinese, anything with three digits, long tokens. */
const withoutValues = (message: string): string =>
  message
    .replace(/"[^"]*("|$)/g, '"…"')
    .replace(/\{[^}]*(\}|$)/g, '{…}')
    .replace(/[^\x20-\x7e]+/g, '…')
    .replace(/\S*\d\S*\d\S*\d\S*|\S{25,}/g, '…')
    .slice(0, 300);
