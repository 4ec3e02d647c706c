import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** What a phone downloads, as WeChat's own compiler packs it. */
export function measurePackages(): { mainPackageKB: number; totalPackageKB: number } {
  const check = path.resolve(__dirname, '../../wechat/check.mjs');
  const { stdout, stderr } = spawnSync(process.execPath, [check, '--json'], { encoding: 'utf8' });
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (!line.startsWith('{')) throw new Error(`The WeChat check did not answer: ${stderr}`);
  const { sizes } = JSON.parse(line) as { sizes: Record<string, number> };
  return {
    mainPackageKB: sizes.main ?? NaN,
    totalPackageKB: Object.values(sizes).reduce((sum, size) => sum + size, 0),
  };
}
