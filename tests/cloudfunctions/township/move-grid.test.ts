import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { ClaimDocument } from '../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { GridDocument } from '../../../cloudfunctions/township/grid.document';
import { PLACED } from '../../../cloudfunctions/township/placed-collections';
import type { MoveDocument } from '../../../cloudfunctions/township/move.document';
import type { PostDocument } from '../../../cloudfunctions/township/post.document';
import { newRequestId } from '../../support/forms';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from '../registration/counters';

jest.setTimeout(120_000);

const township = useTownship();
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const move = (gridId: string, parentId: string, requestId = newRequestId()) =>
  officer().call('township', 'moveGrid', { requestId, gridId, parentId });
const filesIn = (gridId: string) =>
  township.documents<HouseholdDocument>('households').filter(({ gridPath }) => gridPath.includes(gridId));
const gridOf = (gridId: string) =>
  township.documents<GridDocument>('grids').find(({ _id }) => _id === gridId)!;
const moveOf = (gridId: string) =>
  township.documents<MoveDocument>('grid_moves').find(({ _id }) => _id === gridId);
const rename = (gridId: string, name: string) => officer().get('township', 'changeGrid', { gridId, name });
const moveWhole = async (gridId: string, parentId: string) => {
  for (;;) {
    const reply = await move(gridId, parentId);
    if (!reply.ok) throw new Error(JSON.stringify(reply.error));
    if (reply.data.done) return reply.data;
  }
};

/** Files of the team many times over: more than one call takes along. */
const manyMore = (count: number) => {
  const [sample] = filesIn(township.here.team.gridId).filter(({ status }) => status === 'verified');
  const copies = Array.from({ length: count }, (_, n) => ({
    ...sample!,
    _id: `copy-${n}`,
    queueKey: `${sample!.submittedAt} copy-${n}`,
  }));
  township.simulator.database.insertMany('households', copies);
  return township.tamper('coverage', { _id: township.here.team.gridId }, { $inc: { verified: count } });
};

let requestId: string;
/** One document each of what moves without the files. */
const placedInTeam = PLACED.filter(([name]) => !['grids', 'coverage', 'posts', 'claims'].includes(name));
const all = () => filesIn(township.here.team.gridId).length;

beforeAll(async () => {
  // The demo's villages have teams of the same names.
  await rename(township.here.team.gridId, '河东组');
  await manyMore(150);
  requestId = newRequestId();
});

describe('a team moves to another village', () => {
  const leaderOf = (which: 'here' | 'there') =>
    township.as(township.holderOf('gridLeader', township[which].gridPath));
  const sees = async (which: 'here' | 'there', householdId: string) =>
    (await leaderOf(which).call('registration', 'household', { householdId })).ok;
  const sumOf = async (gridId: string) => {
    const { children } = await officer().get('township', 'gridDetails', {});
    return children.find(({ id }) => id === gridId)!.registered;
  };
  let sums: { here: number; there: number; team: number };

  beforeAll(async () => {
    const { here, there } = township;
    const files = filesIn(here.team.gridId);
    const registered = files.filter(({ status }) => ['submitted', 'verified', 'returned'].includes(status));
    sums = {
      here: await sumOf(here.gridId),
      there: await sumOf(there.gridId),
      team: registered.length,
    };
    township.holderOf('gridMember', here.team.gridPath);
    const [file] = files;
    const claim = {
      _id: 'claim-of-a-moved-household',
      openid: 'o-claims',
      householdId: file!._id,
      gridPath: file!.gridPath,
      status: 'waiting',
    };
    township.simulator.database.insertMany('claims', [claim]);
    for (const [name, field] of placedInTeam)
      township.simulator.database.insertMany(name, [
        { _id: `placed-${name}`, [field]: file!.gridPath, pathNames: file!.pathNames },
      ]);
    const invitation = `${file!._id}.${file!.people[0]!.personId}`;
    township.simulator.database.insertMany('invitations', [{ _id: invitation, gridPath: file!.gridPath }]);
  });

  test('a call stops after some files; each is then in the old village or in the new one', async () => {
    const { here, there } = township;
    const reply = await move(here.team.gridId, there.gridId, requestId);
    expect(reply).toMatchObject({ ok: true, data: { done: false } });
    const files = filesIn(here.team.gridId);
    const moved = files.filter(({ gridPath }) => gridPath.includes(there.gridId));
    const left = files.filter(({ gridPath }) => gridPath.includes(here.gridId));
    expect(reply).toMatchObject({ data: { moved: moved.length, left: left.length } });
    expect(moved.length).toBeGreaterThan(0);
    expect(left.length).toBeGreaterThan(0);
    expect(moved.length + left.length).toBe(files.length);
    expect(await sees('there', moved[0]!._id)).toBe(true);
    expect(await sees('here', moved[0]!._id)).toBe(false);
    expect(await sees('here', left[0]!._id)).toBe(true);
    const member = township.as(township.holderOf('gridMember', here.team.gridPath));
    for (const { _id } of [moved[0]!, left[0]!])
      expect(await member.call('registration', 'household', { householdId: _id })).toMatchObject({
        ok: true,
      });
    const { grid } = await officer().get('township', 'gridDetails', { gridId: here.team.gridId });
    expect(grid).toMatchObject({ parentId: there.gridId, moving: true });
  });

  test('meanwhile it does not go elsewhere', async () => {
    const { here } = township;
    expect(await move(here.team.gridId, here.gridId)).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  test('somebody registered with the old path behind the cursor comes along as well', async () => {
    const [file] = filesIn(township.here.gridId).filter(({ gridId }) => gridId === township.here.team.gridId);
    const late = { ...file!, _id: '0-late', queueKey: `${file!.submittedAt} 0-late` };
    township.simulator.database.insertMany('households', [late]);
    await township.tamper('coverage', { _id: late.gridId }, { $inc: { [late.status]: 1 } });
    if (late.status !== 'rostered') sums = { ...sums, here: sums.here + 1, team: sums.team + 1 };
  });

  test('two officers at once finish it, each file once', async () => {
    const { here, there } = township;
    for (let done = false; !done;) {
      const replies = await Promise.all([1, 2].map(() => move(here.team.gridId, there.gridId)));
      for (const reply of replies) expect(reply).toMatchObject({ ok: true });
      done = replies.every((reply) => reply.ok && reply.data.done);
    }
    expect(moveOf(here.team.gridId)).toMatchObject({ status: 'done', moved: all() });
    const paths = new Set(filesIn(here.team.gridId).map(({ gridPath }) => gridPath.join('/')));
    expect([...paths]).toEqual([[...there.gridPath, here.team.gridId].join('/')]);
    const names = new Set(filesIn(here.team.gridId).map(({ pathNames }) => pathNames.join('/')));
    expect([...names]).toEqual([gridOf(here.team.gridId).pathNames.join('/')]);
    expect(filesIn(here.gridId).filter(({ gridId }) => gridId === here.team.gridId)).toEqual([]);
  });

  test('the counters of both villages follow, and fit the files', async () => {
    const { here, there } = township;
    expect(await sumOf(here.gridId)).toBe(sums.here - sums.team);
    expect(await sumOf(there.gridId)).toBe(sums.there + sums.team);
    expect(countersOf(township)).toEqual(countedFiles(township));
  });

  test('posts, accounts, claims and invitations carry the new path', async () => {
    const { here, there } = township;
    const path = [...there.gridPath, here.team.gridId];
    const posts = township
      .documents<PostDocument>('posts')
      .filter(({ gridId }) => gridId === here.team.gridId);
    expect(posts.length).toBeGreaterThan(0);
    for (const post of posts)
      expect(post).toMatchObject({ gridPath: path, pathNames: gridOf(here.team.gridId).pathNames });
    const held = township
      .documents<Account>('accounts')
      .flatMap((account) => account.posts)
      .filter(({ gridId, postId }) => gridId === here.team.gridId && posts.some(({ _id }) => _id === postId));
    expect(held.length).toBeGreaterThan(0);
    for (const post of held) expect(post.gridPath).toEqual(path);
    const claim = township.documents<ClaimDocument>('claims').find(({ openid }) => openid === 'o-claims');
    expect(claim!.gridPath).toEqual(path);
    const invitation = township
      .documents<{ _id: string; gridPath: string[] }>('invitations')
      .find(({ _id }) => _id.startsWith(claim!.householdId));
    expect(invitation!.gridPath).toEqual(path);
  });

  test('nothing in any collection keeps the old path, but what is signed or tells of the past', () => {
    const { here } = township;
    const fixed = ['audit', 'certificates'];
    const names = township.simulator.database.collections().map(({ name }) => name);
    const stale = names
      .filter((name) => !fixed.includes(name))
      .flatMap((name) =>
        township
          .documents<{ _id: string; gridPath?: string[]; path?: string[]; pathNames?: string[] }>(name)
          .filter(({ gridPath, path }) => {
            const held = gridPath ?? path ?? [];
            return held.includes(here.team.gridId) && held.includes(here.gridId);
          })
          .map(({ _id }) => `${name} ${_id}`),
      );
    expect(stale).toEqual([]);
    const { pathNames } = gridOf(here.team.gridId);
    for (const [name, field, hasNames] of placedInTeam) {
      const [moved] = township
        .documents<{ _id: string; pathNames?: string[] }>(name)
        .filter(({ _id }) => _id === `placed-${name}`);
      expect(moved).toMatchObject({ [field]: gridOf(here.team.gridId).path });
      if (hasNames) expect(moved!.pathNames).toEqual(pathNames);
    }
  });

  test('search finds it in the new village and not in the old one', async () => {
    const [file] = filesIn(township.here.team.gridId).filter(({ _id }) => _id === '0-late');
    const finds = async (which: 'here' | 'there') =>
      (await leaderOf(which).get('gridwork', 'search', { words: file!.headName })).rows.some(
        ({ householdId }) => householdId === file!._id,
      );
    expect(await finds('here')).toBe(false);
    expect(await finds('there')).toBe(true);
  });

  test('done twice it is done once, and where it stood before is kept', async () => {
    const { here, there } = township;
    expect(await move(here.team.gridId, there.gridId, requestId)).toMatchObject({
      data: { done: true, left: 0 },
    });
    expect(await move(here.team.gridId, there.gridId)).toMatchObject({ data: { done: true, left: 0 } });
    expect(gridOf(here.team.gridId).movedFrom).toMatchObject([{ parentId: here.gridId, requestId }]);
  });

  test('it moves back, and a late repeat of the first move does nothing', async () => {
    const { here, there } = township;
    await moveWhole(here.team.gridId, here.gridId);
    expect(await move(here.team.gridId, there.gridId, requestId)).toMatchObject({ data: { done: true } });
    expect(gridOf(here.team.gridId).path).toEqual([...here.gridPath, here.team.gridId]);
    expect(await sumOf(here.gridId)).toBe(sums.here);
    expect(await sumOf(there.gridId)).toBe(sums.there);
  });
});

test('a village that is renamed while a team moves to it has one name everywhere', async () => {
  const { here, there } = township;
  expect(await move(here.team.gridId, there.gridId)).toMatchObject({ data: { done: false } });
  await rename(there.gridId, '新名村');
  // What a file looks like that was just being written when the village got its new name.
  const [late] = filesIn(here.team.gridId).filter(({ gridPath }) => gridPath.includes(there.gridId));
  await township.tamper('households', { _id: late!._id }, { $set: { 'pathNames.1': there.name } });
  await moveWhole(here.team.gridId, there.gridId);
  const names = ['households', 'posts', 'coverage'].flatMap((collection) =>
    township
      .documents<{ gridPath: string[]; pathNames: string[] }>(collection)
      .filter(({ gridPath }) => gridPath.includes(here.team.gridId))
      .map(({ pathNames }) => pathNames[1]),
  );
  expect(names.length).toBeGreaterThan(100);
  expect([...new Set(names)]).toEqual(['新名村']);
  await rename(there.gridId, there.name);
  await moveWhole(here.team.gridId, here.gridId);
});

test('a village that loses its last team holds its own counters, and gives them up for the next', async () => {
  const { here, there, town } = township;
  const { id } = await officer().get('township', 'addGrid', {
    requestId: newRequestId(),
    parentId: town.gridId,
    level: 'village',
    name: '新设村',
    knownHouseholds: 0,
  });
  const own = () => township.documents<{ _id: string }>('coverage').some(({ _id }) => _id === id);
  expect(own()).toBe(true);
  await moveWhole(here.team.gridId, id);
  expect(own()).toBe(false);
  expect(gridOf(id).childCount).toBe(1);
  await moveWhole(here.team.gridId, there.gridId);
  expect(own()).toBe(true);
  expect(gridOf(id).childCount).toBe(0);
  await moveWhole(here.team.gridId, here.gridId);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('a unit moves with the path of its new team, and a team takes its units along', async () => {
  const { here, there } = township;
  const add = async (parentId: string, level: 'team' | 'unit', name: string) =>
    (
      await officer().get('township', 'addGrid', {
        requestId: newRequestId(),
        parentId,
        level,
        name,
        knownHouseholds: 5,
      })
    ).id;
  const from = await add(here.gridId, 'team', '东片组');
  const to = await add(there.gridId, 'team', '西片组');
  const unit = await add(from, 'unit', '一单元');
  await moveWhole(unit, to);
  expect(gridOf(unit).path).toEqual([...there.gridPath, to, unit]);
  await moveWhole(to, here.gridId);
  expect(gridOf(unit).path).toEqual([...here.gridPath, to, unit]);
  expect(gridOf(unit).pathNames.slice(-2)).toEqual(['西片组', '一单元']);
  const counted = township
    .documents<{ _id: string; gridPath: string[] }>('coverage')
    .find(({ _id }) => _id === unit)!;
  expect(counted.gridPath).toEqual(gridOf(unit).path);
});
