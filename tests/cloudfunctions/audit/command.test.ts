import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { enrolForm } from '../../support/forms';
import { useTownship } from '../../support/township';

/** A machine that runs other tests at the same time is slow, not wrong. */
jest.setTimeout(60_000);

const township = useTownship();

async function run(url: string): Promise<{ code: number; printed: string }> {
  const script = join(__dirname, '../../../simulator/audit-check.mjs');
  const child = spawn(process.execPath, [script, '--url', url], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed };
}

test('the command says how much is intact; after tampering it names the seal and fails', async () => {
  await township.as('o-test-auditor').get('registration', 'enrol', enrolForm(township.here.team.gridId));
  await township.simulator.fireTimer('audit');
  const intact = await run(township.simulator.url);
  expect(intact).toEqual({
    code: 0,
    printed: expect.stringMatching(/留痕完好：1 个封条，1 条记录/) as string,
  });

  const [entry] = township.documents<{ _id: string }>('audit');
  expect(await township.tamper('audit', { _id: entry!._id }, { $set: { outcome: 'FORBIDDEN' } })).toBe(1);
  const tampered = await run(township.simulator.url);
  expect(tampered.code).toBe(1);
  expect(tampered.printed).toContain('第 1 个封条');
  expect(tampered.printed).toContain(entry!._id);
  expect(tampered.printed).toContain('记录被改过');
});

test('where nothing answers it says so in one line', async () => {
  expect(await run('http://127.0.0.1:9')).toEqual({
    code: 2,
    printed: expect.stringMatching(/^没有问到.*npm start.*\n$/) as string,
  });
});
