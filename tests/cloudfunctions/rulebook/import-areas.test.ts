import readXlsxFile from 'read-excel-file/universal';
import { writeSheets } from '../../../cloudfunctions/roster/sheet';
import { AREA_COLUMN_NAMES, AREA_COLUMNS } from '../../../cloudfunctions/rulebook/area-columns';
import type { RiskAreaDocument } from '../../../cloudfunctions/rulebook/rulebook.document';
import { newRequestId } from '../../support/forms';
import { upload } from '../../support/rosters';
import { OFFICIAL } from '../../support/rules';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const officer = (which = 'importer') =>
  township.as(township.holderOf('townOfficer', [township.town.gridId], which));

async function importRows(
  rows: readonly (readonly string[])[],
  headings = Object.values<string>(AREA_COLUMNS),
) {
  const requestId = newRequestId();
  const sheet = { name: '风险区域', headings, rows, widths: [16, 20, 10, 12, 12] };
  const file = await writeSheets([sheet]);
  const fileId = await upload(township, officer().openid, `area-uploads/${requestId}.xlsx`, file);
  const input = { requestId, source: OFFICIAL, fileId };
  return { input, reply: await officer().call('rulebook', 'importAreas', input) };
}

test('a spreadsheet of areas becomes one proposal, by codes or by names, and sending it again is the same', async () => {
  const { input, reply } = await importRows([
    ['510107', '', '高风险', '2026-11-10', ''],
    ['', '浙江省 宁波市 鄞州区', '中风险', '2026年11月8日', '2026/11/20'],
    ['510100', '四川省成都市', '重点地区', '2026.11.1', ''],
  ]);
  expect(reply).toMatchObject({ ok: true, data: { list: { areas: 3, status: 'proposed' }, faults: [] } });
  if (!reply.ok) return;
  expect(await officer().call('rulebook', 'importAreas', input)).toEqual(reply);
  const areas = township
    .documents<RiskAreaDocument>('risk_areas')
    .filter(({ listId }) => listId === reply.data.list!.listId);
  expect(areas.map(({ code, level, validFrom, validTo }) => [code, level, validFrom, validTo])).toEqual([
    ['510107', 'high', '2026-11-10', null],
    ['330212', 'medium', '2026-11-08', '2026-11-20'],
    ['510100', 'key', '2026-11-01', null],
  ]);
});

test('what is wrong is told by row and column, and then nothing is proposed at all', async () => {
  const before = township.documents('risk_areas').length;
  const { reply } = await importRows([
    ['510107', '', '高风险', '2026-11-10', ''],
    ['519999', '', '高风险', '2026-11-10', ''],
    ['', '城关区', '高风险', '2026-11-10', ''],
    ['510105', '', '很高', '11月10日', ''],
    ['510104', '', '中风险', '2026-11-10', '2026-11-09'],
    ['510107', '', '高风险', '2026-11-10', ''],
    ['', '', '高风险', '2026-11-10', ''],
  ]);
  expect(reply).toMatchObject({ ok: true, data: { list: null } });
  if (!reply.ok) return;
  expect(reply.data.faults.map(({ row, column, message }) => `${row} ${column ?? ''} ${message}`)).toEqual([
    '3 行政区划代码 没有这个行政区划代码',
    '4 地方 没有这个地方，或者同名的不止一个。请写上省和市，或者填代码',
    '5 风险等级 请选择风险等级',
    '5 从哪天起 日期不对，请重新选择',
    '6 到哪天止 最后一天不能早于第一天',
    '7  和第 2 行一样',
    '8 行政区划代码 请填写行政区划代码，或者地方',
  ]);
  expect(township.documents('risk_areas')).toHaveLength(before);
});

test.each([
  ['has no rows', [], undefined, '表格里一行也没有'],
  [
    'is something else',
    [['张三', '男']],
    ['姓名', '性别'],
    '第一行缺少这几列：行政区划代码、风险等级、从哪天起。请用下载的模板',
  ],
])('a sheet that %s is refused', async (_title, rows, headings, message) => {
  const { reply } = await importRows(rows, headings);
  expect(reply).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT', fields: { fileId: message } } });
});

test('the template has the headings and explains each', async () => {
  const { base64 } = await officer().get('rulebook', 'areaTemplate', {});
  const [list, explained] = await readXlsxFile(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
  expect(list!.data[0]).toEqual(AREA_COLUMN_NAMES.map((column) => AREA_COLUMNS[column]));
  expect(explained!.data).toHaveLength(AREA_COLUMN_NAMES.length + 1);
});

test('where the town lies is said once and decides what is the same city', async () => {
  expect(await officer().get('rulebook', 'setDivision', { code: '500103' })).toEqual({
    code: '500103',
    name: '重庆市渝中区',
  });
  expect((await officer('another').get('rulebook', 'current', {})).division).toMatchObject({
    code: '500103',
  });
  for (const code of ['500000', '519999'])
    expect(await officer().call('rulebook', 'setDivision', { code })).toMatchObject({
      ok: false,
      error: { fields: { code: '请选择到区县' } },
    });
});
