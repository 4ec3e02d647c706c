import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { newPhone, newRequestId, newResidentId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from '../registration/counters';
import { apply, check, faultsOf, type Line, rosterOf, spreadsheet, stage } from './rosters';

jest.setTimeout(120_000);

const township = useTownship();
const leader = (which?: string) =>
  township.as(township.holderOf('gridLeader', township.here.gridPath, which));
const files = () => township.documents<HouseholdDocument>('households');
const rostered = () => files().filter(({ status }) => status === 'rostered');

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
  expect(checked.counts).toEqual({ new: 493, changed: 0, same: 0, duplicate: 0, unlisted: 0, wrong: 7 });
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

  const again = await apply(leader('2'), await check(township, leader('2'), lines));
  expect(again.counts).toEqual({ new: 0, changed: 0, same: 493, duplicate: 0, unlisted: 0, wrong: 7 });
  expect(files()).toHaveLength(before + 125);
  expect(countersOf(township)).toEqual(countedFiles(township));
});
