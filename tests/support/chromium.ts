import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Chromium phones home at start; on a machine without a network that only costs time. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that the machine has, or the one that `CHROMIUM` names. */
export function launchBrowser(): Promise<Browser> {
  const known = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'];
  const executablePath = known.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (executablePath === undefined)
    throw new Error('No browser: install chromium, or set CHROMIUM to its path');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...QUIET] });
}
