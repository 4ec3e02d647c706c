import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();

test('anybody gets every division once: code, name and syllables, well below what an answer may weigh', async () => {
  const phone = township.as('o-anybody');
  const { version, rows } = await phone.get('divisions', 'all', {});
  expect(rows).toContain('510107 武侯区 wu hou qu');
  expect(rows).toContain('330000 浙江省 zhe jiang sheng');
  expect(rows!.every((row) => /^\d{6} \S+ [a-z]+( [a-z]+)*$/.test(row))).toBe(true);
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(200_000);
  expect(await phone.get('divisions', 'all', { version })).toEqual({ version, rows: null });
  expect((await phone.get('divisions', 'all', { version: 'of last year' })).rows).toHaveLength(rows!.length);
});
