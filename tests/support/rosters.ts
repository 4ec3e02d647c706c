import { COLUMN_NAMES, COLUMNS, type Column } from '../../cloudfunctions/roster/columns';
import type { Contracts, OutputOf, Reply } from '../../cloudfunctions/contracts';
import type { Phone, Township, Village } from './township';
import { spreadsheetOf } from './spreadsheets';
import { newPhone, newRequestId, newResidentId } from './forms';

type Job = OutputOf<Contracts['roster']['stage']>;
export type Line = Partial<Record<Column, string | number | Date>>;

/** A roster as Excel would save it. */
export const spreadsheet = async (
  lines: readonly Line[],
  headings: readonly string[] = COLUMN_NAMES.map((column) => COLUMNS[column]),
): Promise<Buffer> =>
  spreadsheetOf(
    headings,
    lines.map((line) => COLUMN_NAMES.map((column) => line[column])),
  );

const SURNAMES = ['宗政', '濮阳', '淳于', '单于', '太叔', '申屠'];

/** Households of a made-up roster, `size` people in each: a head, a spouse, children. */
export function rosterOf(village: { team: { name: string } }, households: number, size = 3): Line[] {
  return Array.from({ length: households }, (_, h) =>
    Array.from({ length: size }, (_, p): Line => ({
      household: String(h + 1),
      name: `${SURNAMES[h % SURNAMES.length]!}${'一二三四五六七八九'.charAt(p)}`,
      relation: p === 0 ? '户主' : p === 1 ? '配偶' : '子女',
      papersNumber: newResidentId(),
      ...(p === 0 && { phone: newPhone(), grid: village.team.name, address: `槐树巷 ${h + 1} 号` }),
      ...(p === 2 && { care: '残疾人、慢性病', whereabouts: '在外务工' }),
    })),
  ).flat();
}

/** Puts a file into cloud storage as the phone of somebody does. */
export async function upload(
  { simulator }: Pick<Township, 'simulator'>,
  openid: string,
  path: string,
  content: Buffer,
): Promise<string> {
  const response = await fetch(`${simulator.url}/storage/${path}`, {
    method: 'PUT',
    headers: { 'x-wx-openid': openid },
    body: new Uint8Array(content),
  });
  return ((await response.json()) as { fileID: string }).fileID;
}

/** Uploads and stages a roster. */
export async function stage(
  township: Township,
  phone: Phone,
  content: Buffer,
  { village = township.here, requestId = newRequestId() }: { village?: Village; requestId?: string } = {},
): Promise<Reply<Job>> {
  const fileId = await upload(township, phone.openid, `roster-uploads/${requestId}.xlsx`, content);
  return phone.call('roster', 'stage', {
    requestId,
    gridId: village.gridId,
    fileId,
    fileName: '花名册.xlsx',
  });
}

/** Stages and checks a roster to the end. */
export async function check(
  township: Township,
  phone: Phone,
  roster: readonly Line[] | Buffer,
): Promise<Job> {
  const content = Buffer.isBuffer(roster) ? roster : await spreadsheet(roster);
  const staged = await stage(township, phone, content);
  if (!staged.ok) throw new Error(JSON.stringify(staged.error));
  return drive(phone, 'check', staged.data);
}

export const goOnChecking = (phone: Phone, job: Job): Promise<Job> => drive(phone, 'check', job);
export const apply = (phone: Phone, job: Job): Promise<Job> => drive(phone, 'apply', job);

/** Calls on until the job is through, as a phone does. */
async function drive(phone: Phone, action: 'check' | 'apply', { jobId }: Job): Promise<Job> {
  const through = action === 'check' ? 'checked' : 'applied';
  for (;;) {
    const job = await phone.get('roster', action, { jobId });
    if (job.status === through) return job;
  }
}

/** Every fault of a job, over all pages. */
export async function faultsOf(phone: Phone, { jobId }: Job) {
  const all: OutputOf<Contracts['roster']['faults']>['faults'] = [];
  for (let after: number | null = 0; after !== null;) {
    const page: OutputOf<Contracts['roster']['faults']> = await phone.get('roster', 'faults', {
      jobId,
      after,
    });
    all.push(...page.faults);
    after = page.next;
  }
  return all;
}

/** The whole way: staged, checked, applied. */
export const importRoster = async (township: Township, phone: Phone, lines: readonly Line[]): Promise<Job> =>
  apply(phone, await check(township, phone, lines));
