import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { type Simulator, startSimulator } from '../../../simulator/simulator';
import { enrolForm } from '../../cloudfunctions/registration/forms';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cunan-sealed-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documents = <T>(simulator: Simulator, collection: string): T[] =>
  simulator.database.browse(collection, { offset: 0, limit: 1000 }).documents as unknown as T[];

test('no ID number, phone number or address of anybody stands in the clear in the data folder or the logs', async () => {
  const simulator = await startSimulator({ port: 0, data: folder, demo: 'township', device: false });
  const form = enrolForm('t1-v1-g3', { address: '清水巷七十七号' });
  const reply = await simulator.call(
    'registration',
    { action: 'enrol', input: form },
    { openid: 'o-sealed-on-disk' },
  );
  expect(reply).toMatchObject({ ok: true });
  const vault = vaultOf(simulator.secrets);
  const secrets = [
    ...documents<HouseholdDocument>(simulator, 'households').flatMap(({ people, address }) => [
      ...people.map(({ papers }) => vault.open('papers', papers)),
      ...people.flatMap(({ phone }) => (phone === null ? [] : [vault.open('phone', phone)])),
      // 「1 号」 alone would be found anywhere.
      ...[vault.open('address', address)].filter((text) => text.length > 6),
    ]),
    ...documents<PostDocument>(simulator, 'posts').map(({ phone }) => vault.open('phone', phone)),
  ];
  const logs = simulator.logs().map(({ text }) => text).join('\n'); // prettier-ignore
  await simulator.stop();

  expect(secrets.length).toBeGreaterThan(3000);
  expect(secrets).toContain(form.head.papers.number);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining([expect.stringMatching(/\.sqlite/)]));
  const contents = [
    logs,
    ...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
  ];
  for (const content of contents) expect(secretsIn(content, new Set(secrets))).toEqual([]);
}, 60_000);

test('the search finds a number and an address that do stand in the clear', () => {
  const secrets = ['511999196803129019', '15400000001', '清水巷七十七号'];
  expect(
    secretsIn(`{"a":"x511999196803129019","b":"15400000001","c":"清水巷七十七号"}`, new Set(secrets)),
  ).toEqual(secrets);
});

/** Numbers are looked for by their beginnings, which all made-up ones share: 3,000 whole searches of each file take half a minute. */
function secretsIn(content: string, secrets: ReadonlySet<string>): string[] {
  const numbers = content.match(/51199[89]\d{11}[\dX]|15[48]\d{8}/g) ?? [];
  const addresses = [...secrets].filter((secret) => !/^\d/.test(secret) && content.includes(secret));
  return [...numbers.filter((number) => secrets.has(number)), ...addresses];
}
