import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { startSimulator } from '../../../simulator/simulator';
import { allDocuments } from '../../support/documents';
import { enrolForm } from '../../support/forms';

/** The keys lie beside the data on a developer's machine; in the cloud they stand in the functions' environment. */
const NOT_DATA = ['secrets.json'];

/**
 * How often an ID number or a phone of anybody in the demo stands in the clear in the raw files of the database, in stored files or in any log,
 * after people were enrolled, looked at, searched for and refused. 0 is the only good answer.
 */
export async function measurePlaintext(): Promise<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cunan-plaintext-'));
  try {
    const simulator = await startSimulator({ port: 0, data: folder, demo: 'township', device: false });
    const vault = vaultOf(simulator.secrets);
    const files = allDocuments<HouseholdDocument>(simulator, 'households');
    const posts = allDocuments<PostDocument>(simulator, 'posts');
    const numbers = new Set<string>(posts.map(({ phone }) => vault.open('phone', phone)));
    for (const { papers, phone } of files.flatMap(({ people }) => people)) {
      numbers.add(vault.open('papers', papers));
      if (phone !== null) numbers.add(vault.open('phone', phone));
    }
    const form = enrolForm(files[0]!.gridId, { address: '18 号' });
    const send = (functionName: string, action: string, input: object, openid: string) =>
      simulator.call(functionName, { action, input }, { openid });
    const broken = { ...form, head: { ...form.head, phone: '1549000' } };
    await send('registration', 'enrol', broken, 'o-plaintext');
    const enrolled = (await send('registration', 'enrol', form, 'o-plaintext')) as { ok: boolean };
    if (!enrolled.ok || numbers.size < 1_000) throw new Error('There is nothing here to look for');
    const member = posts.find(({ role, openid }) => role === 'gridMember' && openid !== null)!.openid!;
    for (const number of [...numbers].slice(0, 20)) {
      await send('gridwork', 'search', { words: number }, member);
      await send('registration', number, { words: number }, member);
    }
    numbers.add(form.head.papers.number).add(form.head.phone);
    const logs = simulator.logs().map(({ text }) => text);
    await simulator.stop();

    const contents = [...filesBelow(folder).map((file) => readFileSync(file).toString('latin1')), ...logs];
    return contents.reduce((sum, content) => sum + found(content, numbers), 0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every run of digits that is one of the numbers, or holds one. */
const found = (content: string, numbers: ReadonlySet<string>): number =>
  [...numbers].filter((number) => content.includes(number)).length;

const filesBelow = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !NOT_DATA.includes(name))
    .map((name) => path.join(folder, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesBelow(file) : [file]));
