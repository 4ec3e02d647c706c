import { gridOfAddress } from '../../../cloudfunctions/pushedlist/grid-of-address';
import { type GridDocument, newGrid } from '../../../cloudfunctions/township/grid.document';

const town = newGrid({ id: 't', name: '青石镇', level: 'town', order: 0 }, null);
const below = (
  parent: GridDocument,
  id: string,
  name: string,
  level: 'village' | 'team' | 'unit',
): GridDocument => {
  parent.childCount += 1;
  return newGrid({ id, name, level, order: 0 }, parent);
};
const liuxi = below(town, 'v1', '柳溪村', 'village');
const daLiuxi = below(town, 'v2', '大柳溪村', 'village');
const hongxing = below(town, 'v3', '红星社区', 'village');
const third = below(liuxi, 'v1-3', '三组', 'team');
const thirteenth = below(liuxi, 'v1-13', '十三组', 'team');
const second = below(hongxing, 'v3-2', '二组', 'team');
const unit = below(second, 'v3-2-1', '1单元', 'unit');
const grids = [town, liuxi, daLiuxi, hongxing, third, thirteenth, second, unit];

test.each([
  ['柳溪村三组 12 号', 'v1-3'],
  ['青石镇柳溪村 三组', 'v1-3'],
  ['柳溪村十三组 4 号', 'v1-13'],
  ['红星社区二组1单元 301', 'v3-2-1'],
  // The village's leader knows who lives there.
  ['柳溪村 槐树巷 9 号', 'v1'],
  ['柳溪村九组', 'v1'],
  // The longest name is meant.
  ['大柳溪村五组', 'v2'],
  // A group that is divided takes nobody itself.
  ['红星社区二组', 'v3'],
  ['外镇某村一组', null],
  ['柳溪村或红星社区', 'v3'],
  ['', null],
])('%s lies in %s', (address, gridId) => {
  expect(gridOfAddress(address, grids)?._id ?? null).toBe(gridId);
});

test('two villages with names of one length leave it to the town', () => {
  const other = below(town, 'v4', '松林村', 'village');
  expect(gridOfAddress('柳溪村或松林村', [...grids, other])).toBeNull();
});

test('a retired village and a retired group take nobody', () => {
  expect(gridOfAddress('柳溪村三组', [town, liuxi, { ...third, retired: true }])?._id).toBe('v1');
  expect(gridOfAddress('柳溪村三组', [town, { ...liuxi, retired: true }, third])).toBeNull();
});
