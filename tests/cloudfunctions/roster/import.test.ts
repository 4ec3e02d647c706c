import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { COLUMNS } from '../../../cloudfunctions/roster/columns';
import type { ChunkDocument, JobDocument } from '../../../cloudfunctions/roster/job.document';
import { enrolForm, newPhone, newRequestId, newResidentId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { careCountersOf, countedCare, countedFiles, countersOf } from '../registration/counters';
import {
  apply,
  check,
  goOnChecking,
  faultsOf,
  importRoster,
  type Line,
  rosterOf,
  spreadsheet,
  stage,
  upload,
} from '../../support/rosters';

jest.setTimeout(120_000);

const township = useTownship();
let leaders = 0;
/** Another leader each time, so that tests don't limit each other. */
const leader = () => {
  leaders += 1;
  return township.as(township.holderOf('gridLeader', township.here.gridPath, `importer-${leaders}`));
};
const files = () => township.documents<HouseholdDocument>('households');
const rostered = () => files().filter(({ status }) => status === 'rostered');
const byHead = (name: string) => files().find(({ headName }) => headName === name);
const counts = { new: 0, changed: 0, same: 0, duplicate: 0, unlisted: 0, wrong: 0 };

/** 500 rows with seven that are wrong, each in its own way and none of them a head. */
function faultyRoster(): Line[] {
  const lines = rosterOf(township.here, 125, 4);
  const spoil = (row: number, change: Line) => Object.assign(lines[row - 2]!, change);
  spoil(3, { papersNumber: '510703198506010012' });
  spoil(7, { papersNumber: 510703198506010000 });
  spoil(11, { relation: '邻居' });
  spoil(15, { name: '' });
  spoil(19, { phone: '1391234602' });
  spoil(23, { care: '高龄' });
  spoil(27, { papersNumber: lines[0]!.papersNumber! });
  return lines;
}

test('500 rows with seven wrong ones: each is named by row and column, the others go on file, and importing again changes nothing', async () => {
  const lines = faultyRoster();
  const before = files().length;
  const checked = await check(township, leader(), lines);
  expect(checked).toMatchObject({ status: 'checked', rows: 500, households: 125, done: 500 });
  expect(checked.counts).toEqual({ ...counts, new: 493, wrong: 7 });
  expect(files()).toHaveLength(before);

  const faults = await faultsOf(leader(), checked);
  expect(faults.map(({ row, column }) => [row, column])).toEqual([
    [3, '证件号码'],
    [7, '证件号码'],
    [11, '与户主关系'],
    [15, '姓名'],
    [19, '手机号'],
    [23, '重点照顾'],
    [27, '证件号码'],
  ]);
  expect(faults[1]!.message).toContain('设成“文本”');
  expect(faults[6]!.message).toBe('和第 2 行的证件号一样');

  const applied = await apply(leader(), checked);
  expect(applied).toMatchObject({ status: 'applied', counts: { new: 493, wrong: 7 } });
  expect(rostered()).toHaveLength(125);
  expect(rostered().flatMap(({ people }) => people)).toHaveLength(493);
  expect(countersOf(township)).toEqual(countedFiles(township));
  expect(careCountersOf(township)).toEqual(countedCare(township));

  const again = await importRoster(township, leader(), lines);
  expect(again.counts).toEqual({ ...counts, same: 493, wrong: 7 });
  expect(files()).toHaveLength(before + 125);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('a row that says something else changes the rostered file, and whoever is missing in the sheet stays on it', async () => {
  const lines = rosterOf(township.here, 1, 3);
  lines[0]!.name = '宗政改名';
  await importRoster(township, leader(), lines);
  const { version } = byHead('宗政改名')!;

  const newer = [
    { ...lines[0]!, address: '新搬的 9 号', phone: newPhone() },
    { ...lines[1]!, name: '宗政新名' },
  ];
  expect((await importRoster(township, leader(), newer)).counts).toEqual({ ...counts, changed: 2 });
  const file = byHead('宗政改名')!;
  expect(file.version).toBe(version + 1);
  expect(file.people.map(({ name }) => name)).toEqual(['宗政改名', '宗政新名', lines[2]!.name]);
});

test('a household that registered itself is left as it is; whom it did not name is left to the grid member', async () => {
  const form = enrolForm(township.here.team.gridId);
  await township.as('o-registered-first').get('registration', 'enrol', { ...form, members: [] });
  const head = {
    household: '1',
    name: '名册上的名字',
    relation: '户主',
    papersNumber: form.head.papers.number,
  };
  const lines: Line[] = [
    { ...head, grid: township.here.team.name, address: '别处 1 号' },
    { household: '1', name: '没登记的人', relation: '子女', papersNumber: newResidentId() },
  ];
  const job = await importRoster(township, leader(), lines);
  expect(job.counts).toEqual({ ...counts, same: 1, unlisted: 1 });
  expect(byHead(form.head.name)).toMatchObject({ status: 'submitted', version: 1 });
  expect(byHead('名册上的名字')).toBeUndefined();
  expect(await faultsOf(leader(), job)).toMatchObject([{ row: 3, column: '姓名', outcome: 'unlisted' }]);
});

test('where a household stands twice, on the roster and as it registered itself, its own word counts', async () => {
  const [head] = rosterOf(township.here, 1, 1) as [Line];
  await importRoster(township, leader(), [head]);
  const form = enrolForm(township.here.team.gridId);
  const papers = { type: 'residentId' as const, number: String(head.papersNumber) };
  await township
    .as('o-registered-later')
    .get('registration', 'enrol', { ...form, head: { ...form.head, name: '后来登记', papers }, members: [] });
  const job = await importRoster(township, leader(), [{ ...head, name: '名册又改名' }]);
  expect(job.counts).toEqual({ ...counts, same: 1 });
  expect(byHead('后来登记')).toMatchObject({ status: 'submitted', version: 1 });
  expect(byHead('名册又改名')).toBeUndefined();
});

test('nobody is put on file twice: of a person in another village no more than the village is said', async () => {
  const form = enrolForm(township.there.team.gridId);
  await township.as('o-registered-there').get('registration', 'enrol', { ...form, members: [] });
  const [head, spouse, child] = rosterOf(township.here, 1, 3) as [Line, Line, Line];
  const lines = [head, { ...spouse, papersNumber: form.head.papers.number }, child];
  const job = await importRoster(township, leader(), lines);
  expect(job.counts).toEqual({ ...counts, new: 2, duplicate: 1 });
  const [fault] = await faultsOf(leader(), job);
  expect(fault).toMatchObject({ row: 3, column: '证件号码', outcome: 'duplicate' });
  expect(fault!.message).toContain(township.there.name);
  expect(JSON.stringify(fault)).not.toContain(township.there.team.name);
  expect(JSON.stringify(fault)).not.toContain(form.head.name);
});

test('a household whose head is wrong waits as a whole, and each of its rows says so', async () => {
  const lines = rosterOf(township.here, 2, 2);
  lines[0]!.grid = '没有的组';
  lines[0]!.address = '';
  const job = await check(township, leader(), lines);
  expect(job.counts).toEqual({ ...counts, new: 2, wrong: 2 });
  expect((await faultsOf(leader(), job)).map(({ row, column }) => [row, column])).toEqual([
    [2, '组'],
    [2, '住址'],
    [3, '与户主关系'],
  ]);
});

test.each<[string, Line, string, string]>([
  ['a birthday that the ID number contradicts', { birthDate: '1985-06-02' }, '出生日期', '不一样'],
  ['a sex that the ID number contradicts', { sex: '男' }, '性别', '不一样'],
  [
    'a passport without a birthday',
    { papersType: '护照', papersNumber: 'E7654321', sex: '女' },
    '出生日期',
    '日期',
  ],
  ['an unknown kind of papers', { papersType: '工作证' }, '证件类型', '只能填'],
  ['an unknown whereabouts', { whereabouts: '火星' }, '现在在哪里', '只能填'],
  ['a household without a number', { household: '' }, '户编号', '请填写户编号'],
])('%s is said in its column', async (_, change, column, message) => {
  const [head, spouse] = rosterOf(township.here, 1, 2) as [Line, Line];
  const even = newResidentIdOf('female');
  const lines = [head, { ...spouse, papersNumber: even, ...change }];
  const faults = await faultsOf(leader(), await check(township, leader(), lines));
  expect(faults.find((fault) => fault.row === 3 && fault.column === column)?.message).toContain(message);
});

function newResidentIdOf(sex: 'female' | 'male'): string {
  for (;;) {
    const id = newResidentId();
    if ((Number(id[16]) % 2 === 1) === (sex === 'male')) return id;
  }
}

test('what Excel makes of dates and phones is read as it was meant, and villages may write 儿子 and 女儿', async () => {
  const [head, spouse] = rosterOf(township.here, 1, 2) as [Line, Line];
  const passport = { papersType: '护照', papersNumber: `E${newPhone().slice(-8)}`, sex: '男' };
  const lines = [
    { ...head, phone: 15_490_012_345, household: 1 },
    { ...spouse, relation: '儿子', ...passport, birthDate: new Date('2015-03-08T00:00:00Z'), household: 1 },
  ];
  const job = await importRoster(township, leader(), lines);
  expect(job.counts).toEqual({ ...counts, new: 2 });
  const { people } = rostered().find(({ people: [first] }) => first?.phoneMask === '154****2345')!;
  expect(people[1]).toMatchObject({ relation: 'child', birthDate: '2015-03-08', sex: 'male' });
});

test.each<[string, () => Promise<Buffer>, string]>([
  ['no spreadsheet', () => Promise.resolve(Buffer.from('姓名,户主')), '打不开'],
  ['an empty one', () => spreadsheet([]), '一行也没有'],
  ['one with other columns', () => spreadsheet([{ name: '周平' }], ['甲', '乙']), COLUMNS.papersNumber],
])('%s is refused beside the file, and neither file nor rows stay', async (_, content, message) => {
  const phone = leader();
  const before = township.documents('roster_jobs').length;
  const reply = await stage(township, phone, await content());
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } });
  expect(!reply.ok && reply.error.fields?.fileId).toContain(message);
  expect(township.documents('roster_jobs')).toHaveLength(before);
});

test('the uploaded file is gone once it is read, and no number of it stands in the database', async () => {
  const phone = leader();
  const lines = rosterOf(township.here, 3, 3);
  const requestId = newRequestId();
  const path = `roster-uploads/${requestId}.xlsx`;
  const fileId = await upload(township, phone.openid, path, await spreadsheet(lines));
  const input = { requestId, gridId: township.here.gridId, fileId, fileName: '花名册.xlsx' };
  const first = await phone.get('roster', 'stage', input);
  const left = await fetch(`${township.simulator.url}/storage/${path}`, {
    headers: { 'x-wx-openid': phone.openid },
  });
  expect(left.status).toBe(404);
  // Its answer got lost: the same form again is the same import.
  expect(await phone.get('roster', 'stage', input)).toEqual(first);

  const written = JSON.stringify([township.documents('roster_jobs'), township.documents('roster_chunks')]);
  for (const { papersNumber, name, phone: number } of lines)
    for (const secret of [papersNumber, name, number])
      if (secret !== undefined) expect(written).not.toContain(String(secret));
});

test('the same form sent twice at once is one import, with its rows', async () => {
  const phone = leader();
  const requestId = newRequestId();
  const content = await spreadsheet(rosterOf(township.here, 30, 3));
  const fileId = await upload(township, phone.openid, `roster-uploads/${requestId}.xlsx`, content);
  const input = { requestId, gridId: township.here.gridId, fileId, fileName: '花名册.xlsx' };
  const jobs = await Promise.all([1, 2, 3].map(() => phone.get('roster', 'stage', input)));
  expect(new Set(jobs.map(({ jobId }) => jobId)).size).toBe(1);
  const applied = await apply(phone, await goOnChecking(phone, jobs[0]!));
  expect(applied.counts).toEqual({ ...counts, new: 90 });
});

test('two people who apply at once, and a double tap, apply each row once; afterwards the staged rows are gone', async () => {
  const before = rostered().length;
  const checked = await check(township, leader(), rosterOf(township.here, 70, 3));
  const phones = [leader(), leader(), leader()];
  const jobs = await Promise.all(phones.map((phone) => apply(phone, checked)));
  for (const job of jobs) expect(job.counts).toEqual({ ...counts, new: 210 });
  expect(rostered()).toHaveLength(before + 70);
  expect(countersOf(township)).toEqual(countedFiles(township));
  const chunks = township
    .documents<ChunkDocument>('roster_chunks')
    .filter(({ jobId }) => jobId === checked.jobId);
  expect(chunks.map(({ sealed }) => sealed)).toEqual(chunks.map(() => null));
});

test('a call that stopped on the way is gone on with where its last whole chunk ended', async () => {
  const before = rostered().length;
  const checked = await check(township, leader(), rosterOf(township.here, 50, 2));
  // As a killed call leaves it: applying has begun, and nothing is through yet.
  await township.tamper(
    'roster_jobs',
    { _id: checked.jobId },
    { $set: { status: 'applying', cursor: 0, done: 0, counts } },
  );
  expect((await apply(leader(), checked)).counts).toEqual({ ...counts, new: 100 });
  expect(rostered()).toHaveLength(before + 50);
});

test('an import that is dropped leaves nothing; one that is applied can not be dropped', async () => {
  const phone = leader();
  const dropped = await check(township, phone, rosterOf(township.here, 1));
  await phone.get('roster', 'discard', { jobId: dropped.jobId });
  expect(township.documents<JobDocument>('roster_jobs').some(({ _id }) => _id === dropped.jobId)).toBe(false);
  expect(await phone.call('roster', 'apply', { jobId: dropped.jobId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
  const applied = await importRoster(township, phone, rosterOf(township.here, 1));
  expect(await phone.call('roster', 'discard', { jobId: applied.jobId })).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test("another village's leader neither imports here nor sees what was imported", async () => {
  const stranger = township.as(township.holderOf('gridLeader', township.there.gridPath));
  const job = await check(township, leader(), rosterOf(township.here, 1));
  for (const action of ['check', 'apply', 'discard', 'faults'] as const)
    expect(await stranger.call('roster', action, { jobId: job.jobId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  const reply = await stage(township, stranger, await spreadsheet(rosterOf(township.here, 1)));
  expect(reply).toMatchObject({ error: { code: 'NOT_FOUND' } });
  // A leader of one team has no say over the village's roll.
  const ofTeam = township.as(township.holderOf('gridLeader', township.here.team.gridPath));
  expect(await ofTeam.call('roster', 'overview', { gridId: township.here.gridId })).toMatchObject({
    error: { code: 'NOT_FOUND' },
  });
});
