import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const move = (gridId: string, parentId: string) =>
  officer().call('township', 'moveGrid', { requestId: newRequestId(), gridId, parentId });
const gridOf = (gridId: string) =>
  township.documents<GridDocument>('grids').find(({ _id }) => _id === gridId)!;
const rename = (gridId: string, name: string) => officer().get('township', 'changeGrid', { gridId, name });

// The demo's villages have teams of the same names.
beforeAll(() => rename(township.here.team.gridId, '河东组'));

describe('refused, and nothing changes', () => {
  const stands = () => expect(gridOf(township.here.team.gridId).parentId).toBe(township.here.gridId);
  afterEach(stands);
  const wrongParent = (text: string) => ({
    error: { code: 'INVALID_INPUT', fields: { parentId: expect.stringContaining(text) as string } },
  });

  test('of the wrong level, also below itself', async () => {
    const { here, there, town } = township;
    expect(await move(here.team.gridId, town.gridId)).toMatchObject(wrongParent('镇下面只能加'));
    expect(await move(here.team.gridId, there.team.gridId)).toMatchObject(wrongParent('下面只能加'));
    expect(await move(here.team.gridId, here.team.gridId)).toMatchObject(wrongParent('下面只能加'));
    expect(await move(here.gridId, there.gridId)).toMatchObject(wrongParent('下面只能加'));
    expect(await move(town.gridId, here.gridId)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  test('under a retired one', async () => {
    const { there } = township;
    const retire = (retired: boolean) =>
      officer().get('township', 'retireGrid', { gridId: there.gridId, retired });
    await retire(true);
    expect(await move(township.here.team.gridId, there.gridId)).toMatchObject(wrongParent('已经停用'));
    await retire(false);
  });

  test('where the name is taken', async () => {
    const { here, there } = township;
    await rename(here.team.gridId, there.team.name);
    expect(await move(here.team.gridId, there.gridId)).toMatchObject(wrongParent('先改个名称'));
    await rename(here.team.gridId, '河东组');
  });

  test('into another town, even for an officer of both', async () => {
    const grid = { ...gridOf(township.there.gridId), _id: 'far', parentId: 'away', path: ['away', 'far'] };
    const town = { ...gridOf(township.town.gridId), _id: 'away', name: '别镇', path: ['away'] };
    township.simulator.database.insertMany('grids', [town, grid]);
    expect(await move(township.here.team.gridId, 'far')).toMatchObject({ error: { code: 'NOT_FOUND' } });
    const both = township.holderOf('townOfficer', [township.town.gridId], 'both');
    const post = { postId: 'p-away', role: 'townOfficer', gridId: 'away', gridPath: ['away'] };
    await township.tamper('accounts', { _id: both }, { $push: { posts: post } });
    const input = { requestId: newRequestId(), gridId: township.here.team.gridId, parentId: 'far' };
    expect(await township.as(both).call('township', 'moveGrid', input)).toMatchObject(wrongParent('本镇'));
  });

  test('to an officer of one of the villages only, and to anybody else', async () => {
    const { here, there } = township;
    const input = { requestId: newRequestId(), gridId: here.team.gridId, parentId: there.gridId };
    for (const village of [here, there]) {
      const one = township.as(township.holderOf('townOfficer', village.gridPath));
      expect(await one.call('township', 'moveGrid', input)).toMatchObject({ error: { code: 'NOT_FOUND' } });
    }
    const leader = township.as(township.holderOf('gridLeader', here.gridPath));
    expect(await leader.call('township', 'moveGrid', input)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });
});
