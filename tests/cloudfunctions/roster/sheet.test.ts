import { zipSync } from 'fflate';
import { readFirstSheet, writeSheets } from '../../../cloudfunctions/roster/sheet';

const MB = 1024 * 1024;

test('a file that unpacks to far more than a roster is refused before it is unpacked', async () => {
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(61 * MB) });
  expect(bomb.length).toBeLessThan(MB);
  await expect(readFirstSheet(Buffer.from(bomb))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: '表格太大了，请分成几个文件导入',
  });
});

test('a file that is too large is refused', async () => {
  await expect(readFirstSheet(Buffer.alloc(6 * MB))).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test.each([
  ['nothing at all', Buffer.alloc(0)],
  ['words', Buffer.from('户编号,姓名')],
  ['a zip of something else', Buffer.from(zipSync({ 'a.txt': new Uint8Array(3) }))],
  ['a spreadsheet cut in the middle', Buffer.from('504b0304140000000800', 'hex')],
])('%s is no spreadsheet', async (_, file) => {
  await expect(readFirstSheet(file)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    fields: { fileId: expect.stringContaining('打不开') as string },
  });
});

test('what is written is read again as the same texts: what looks like a formula or a number stays words', async () => {
  const row = ['=1+1', '510703198506010012', '-5', '槐树巷 3 号'];
  const file = await writeSheets([
    { name: '花名册', headings: ['a', 'b', 'c', 'd'], rows: [row], widths: [8, 8, 8, 8] },
  ]);
  expect(await readFirstSheet(file)).toEqual([['a', 'b', 'c', 'd'], row]);
});
