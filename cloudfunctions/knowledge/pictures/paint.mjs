/** `node cloudfunctions/knowledge/pictures/paint.mjs`: paints the drawings as the PNGs that ship; with the Chromium of the browser tests. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { drawings, SIZE } from './drawings.mjs';

const folder = dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: SIZE });
for (const { key, svg } of drawings) {
  await page.setContent(`<body style="margin:0">${svg}</body>`);
  await page.screenshot({ path: join(folder, `${key}.png`) });
}
await browser.close();
