import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';

const FUNCTIONS = resolve(__dirname, '../../../cloudfunctions');
const DIST = join(FUNCTIONS, 'dist');

/** What `require` asks for anywhere in the bundle. */
const required = (code: string): string[] =>
  [...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name!);

test('each deployable folder is built to be uploaded alone: its code whole, the SDK at its exact version', () => {
  const { status, stdout } = spawnSync(process.execPath, [join(FUNCTIONS, 'build.mjs')], {
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const names = readdirSync(FUNCTIONS).filter((name) => existsSync(join(FUNCTIONS, name, 'package.json')));
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    expect(stdout).toContain(name);
    const code = readFileSync(join(DIST, name, 'index.js'), 'utf8');
    const foreign = required(code).filter((one) => !builtinModules.includes(one.replace(/^node:/, '')));
    expect([name, [...new Set(foreign)]]).toEqual([name, ['wx-server-sdk']]);
    const manifest = JSON.parse(readFileSync(join(DIST, name, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(manifest.dependencies).toEqual({
      'wx-server-sdk': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    });
    expect(existsSync(join(DIST, name, 'config.json'))).toBe(
      existsSync(join(FUNCTIONS, name, 'config.json')),
    );
  }
}, 90_000);
