import { completeResidentId } from '../../../miniprogram/shared/resident-id';
import { privateNumbersIn } from '../../../miniprogram/shared/private-numbers';

const ID = completeResidentId('51199919680312901');

test.each([
  ['请联系 13912345678', ['13912345678']],
  ['+86 139 1234 5678', ['86 139 1234 5678']],
  ['请联系 139 1234 5678，或者到村委会', ['139 1234 5678']],
  ['139-1234-5678', ['139-1234-5678']],
  ['１３９１２３４５６７８', ['１３９１２３４５６７８']],
  [`身份证 ${ID} 的人`, [ID]],
  [
    `${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`,
    [`${ID.slice(0, 6)} ${ID.slice(6, 14)} ${ID.slice(14)}`],
  ],
  ['两个号码 13912345678、13887654321', ['13912345678', '13887654321']],
  ['值班电话 0816-5222333', []],
  ['热线 12345、12320，急救 120', []],
  ['青防办〔2026〕14 号，2026-03-12 16:00', []],
  ['账号 62220200000000001', []],
  ['每户限 2 份，合计 113.5 元', []],
  ['', []],
])('%s', (text, found) => {
  expect(privateNumbersIn(text)).toEqual(found);
});
