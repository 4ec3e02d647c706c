import type { AlertDocument } from '../../../cloudfunctions/alerts/alert.document';
import type {
  MedicineSaleDocument,
  MedicineTaskDocument,
} from '../../../cloudfunctions/medicines/sale.document';
import type { InputOf, Contracts } from '../../../cloudfunctions/contracts';
import readXlsxFile from 'read-excel-file/universal';
import { newPhone, newRequestId, newResidentId } from '../../support/forms';
import { putSale, putTemperatureTask } from '../../support/medicines';
import { putPharmacy, putSupplier } from '../../support/suppliers';
import { useTownship } from '../../support/township';
import { enrolIn } from '../matrix/world';

const township = useTownship();
const pharmacist = () => township.as(township.holderOf('supplier', township.here.gridPath));
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const doctor = () => township.as(township.holderOf('villageDoctor', township.here.gridPath));
const day = () => new Date(township.simulator.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const tasksOf = (householdId: string) =>
  township
    .documents<MedicineTaskDocument>('medicine_tasks')
    .filter((task) => task.householdId === householdId);

type Sale = InputOf<Contracts['medicines']['sell']>;
const sale = (changes: Partial<Sale> = {}): Sale => ({
  requestId: newRequestId(),
  supplierId: putPharmacy(township, township.here)._id,
  itemName: '布洛芬缓释胶囊',
  spec: '0.3 克，24 粒',
  drugClass: 'fever',
  quantity: 2,
  name: '端木独一',
  papers: { type: 'residentId', number: newResidentId() },
  phone: newPhone(),
  temperature: 38.2,
  symptoms: '头痛',
  ...changes,
});

describe('a sale over the counter', () => {
  test('sent twice at once is one row, with its numbers sealed', async () => {
    const sent = sale();
    const [first, second] = await Promise.all([
      pharmacist().get('medicines', 'sell', sent),
      pharmacist().get('medicines', 'sell', sent),
    ]);
    expect(second).toEqual(first);
    expect(first).toMatchObject({ name: '端木独一', quantity: 2, place: '' });
    const rows = township
      .documents<MedicineSaleDocument>('medicine_sales')
      .filter(({ supplierId }) => supplierId === sent.supplierId);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(sent.papers.number);
    expect(JSON.stringify(rows)).not.toContain(sent.phone);
    expect((await pharmacist().get('medicines', 'mySales', { supplierId: sent.supplierId })).rows).toEqual([
      first,
    ]);
  });

  test('to somebody of a household here asks its doctor to take their temperature, and the counter learns nothing', async () => {
    const { householdId, headNumber, headId } = await enrolIn(township, township.here);
    const sent = sale({ papers: { type: 'residentId', number: headNumber } });
    const row = await pharmacist().get('medicines', 'sell', sent);
    await pharmacist().get('medicines', 'sell', sent);
    expect(JSON.stringify(row)).not.toContain(householdId);
    expect(row.place).toBe('');
    expect(tasksOf(householdId)).toMatchObject([
      { personId: headId, status: 'open', because: expect.stringContaining('自己说 38.2℃') as string },
    ]);
    const { rows } = await officer().get('medicines', 'register', { from: day(), until: day() });
    expect(rows.find(({ saleId }) => saleId === row.saleId)?.place).toContain(township.here.team.name);
  });

  test('is for pharmacies, and for drugs of the four classes', async () => {
    const shop = putSupplier(township, township.here);
    expect(await pharmacist().call('medicines', 'sell', sale({ supplierId: shop._id }))).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    const plaster = { ...sale(), drugClass: 'none' } as unknown as Sale;
    expect(await pharmacist().call('medicines', 'sell', plaster)).toMatchObject({
      error: { fields: { drugClass: expect.any(String) as string } },
    });
  });
});

describe('the register', () => {
  test('shows the days that are asked for, page by page, each row once', async () => {
    const soldAt = '2026-01-15T09:00:00+08:00';
    const put = Array.from({ length: 25 }, () => putSale(township, township.here, { soldAt }));
    putSale(township, township.here, { soldAt: '2026-01-16T00:00:00+08:00' });
    putSale(township, township.here, { soldAt: '2026-01-14T23:59:59+08:00' });
    const days = { from: '2026-01-15', until: '2026-01-15' };
    const first = await officer().get('medicines', 'register', days);
    const second = await officer().get('medicines', 'register', { ...days, after: first.next! });
    expect(second.next).toBeNull();
    expect([...first.rows, ...second.rows].map(({ saleId }) => saleId).sort()).toEqual(
      put.map(({ _id }) => _id).sort(),
    );
    const none = await officer().get('medicines', 'register', { ...days, drugClass: 'cough' });
    expect(none.rows).toEqual([]);
  });

  test('as a spreadsheet holds the numbers in the clear, and who took it and why is on record', async () => {
    const sent = sale({ temperature: null });
    await pharmacist().get('medicines', 'sell', sent);
    const { url, rows } = await officer().get('medicines', 'export', {
      from: day(),
      until: day(),
      reason: '上报县疾控',
    });
    const bytes = await (await fetch(url)).arrayBuffer();
    const [sheet] = await readXlsxFile(bytes);
    expect(sheet!.data).toHaveLength(rows + 1);
    const row = sheet!.data.find((cells) => cells.includes(sent.papers.number));
    expect(row).toEqual(expect.arrayContaining(['端木独一', sent.phone, '退烧药', '布洛芬缓释胶囊', '2']));
    const entries = township.documents<{ action: string; reason?: string }>('audit');
    expect(entries.find(({ action }) => action === 'medicines.export')).toMatchObject({
      reason: '上报县疾控',
    });
  });

  test('refuses days the wrong way round, and more than a quarter', async () => {
    for (const days of [
      { from: '2026-02-02', until: '2026-02-01' },
      { from: '2026-01-01', until: '2026-04-30' },
    ])
      expect(await officer().call('medicines', 'register', days)).toMatchObject({
        error: { fields: { until: expect.any(String) as string } },
      });
  });
});

describe('taking a temperature', () => {
  const seen = ({ _id, version }: MedicineTaskDocument) => ({
    requestId: newRequestId(),
    taskId: _id,
    version,
  });
  const alertsOf = (householdId: string) =>
    township.documents<AlertDocument>('alerts').filter((alert) => alert.householdId === householdId);

  test('a normal one ends it; the same request twice is one act; somebody else is told', async () => {
    const { householdId } = await enrolIn(township, township.here);
    const task = putTemperatureTask(township, householdId);
    const sent = { ...seen(task), temperature: 36.6 };
    const first = await doctor().get('medicines', 'finishTask', sent);
    expect(first).toMatchObject({ status: 'done', temperature: 36.6, alerted: false });
    expect(await doctor().get('medicines', 'finishTask', sent)).toEqual(first);
    const other = township.as(township.holderOf('villageDoctor', township.here.gridPath, '2'));
    expect(await other.call('medicines', 'dropTask', { ...seen(task), answer: '人不在家' })).toMatchObject({
      error: { code: 'CONFLICT' },
    });
    expect(alertsOf(householdId)).toEqual([]);
  });

  test('a high one raises one alert, however often it is sent', async () => {
    const { householdId } = await enrolIn(township, township.here);
    const sent = { ...seen(putTemperatureTask(township, householdId)), temperature: 38.4, answer: '咳嗽' };
    const replies = await Promise.all([
      doctor().get('medicines', 'finishTask', sent),
      doctor().get('medicines', 'finishTask', sent),
    ]);
    expect(replies.map(({ alerted }) => alerted)).toEqual([true, true]);
    expect(alertsOf(householdId)).toMatchObject([
      { source: 'medicine', temperature: 38.4, status: 'open', other: '咳嗽' },
    ]);
  });

  test('the doctor may call: the person, or the head where they have no number', async () => {
    const { householdId, memberId } = await enrolIn(township, township.here);
    const task = putTemperatureTask(township, householdId, { personId: memberId });
    const { value } = await doctor().get('medicines', 'taskPhone', { taskId: task._id });
    expect(value).toMatch(/^1\d{10}$/);
  });

  test('lists open ones longest waiting first', async () => {
    const { householdId } = await enrolIn(township, township.here);
    const late = putTemperatureTask(township, householdId, { queueKey: '2026-01-02T00:00:00+08:00:b' });
    const early = putTemperatureTask(township, householdId, { queueKey: '2026-01-01T00:00:00+08:00:a' });
    const { rows } = await doctor().get('medicines', 'tasks', { status: 'open' });
    const ids = rows.map(({ taskId }) => taskId);
    expect(ids.indexOf(early._id)).toBeLessThan(ids.indexOf(late._id));
  });
});
