import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { EntryDocument } from '../../../cloudfunctions/pushedlist/list.document';
import { newRequestId } from '../../support/forms';
import { entryIn } from '../../support/pushed-lists';
import { useTownship, type Village } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const finder = (village: Village = township.here) =>
  township.as(township.holderOf('gridMember', village.team.gridPath, 'finder'));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath, 'assigner'));
const documentOf = (entryId: string) =>
  township.documents<EntryDocument>('pushed_entries').find(({ _id }) => _id === entryId)!;

/** Lets somebody's papers have an open declaration. */
const declares = (entryId: string) =>
  township.simulator.database.insertMany('returnees', [
    {
      _id: documentOf(entryId).personKey,
      gridPath: township.here.team.gridPath,
      householdId: 'h1',
      openDeclarationId: 'd1',
      openObservationId: null,
    },
  ]);

test('the list of a grid holds its own people only, the nearest deadline first, and counts the overdue', async () => {
  const now = township.simulator.clock.now();
  const due = (hours: number) => {
    const deadline = new Date(now + hours * 3_600_000 + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
    return { deadline, queueKey: `${deadline} ${newRequestId()}` };
  };
  const later = entryIn(township, township.here, due(20));
  const late = entryIn(township, township.here, due(-2));
  const elsewhere = entryIn(township, township.there, due(1));
  const { entries, overdue } = await finder().get('pushedlist', 'entries', { state: 'open' });
  const ids = entries.map(({ entryId }) => entryId);
  expect(ids.indexOf(late)).toBeLessThan(ids.indexOf(later));
  expect(ids).not.toContain(elsewhere);
  expect(overdue).toBe(1);
  expect(entries.find(({ entryId }) => entryId === late)?.overdue).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/\b191\d{8}\b/);
});

test('unreachable counts only after enough tries', async () => {
  const entryId = entryIn(township, township.here);
  const end = (version: number) =>
    finder().call('pushedlist', 'end', {
      requestId: newRequestId(),
      entryId,
      version,
      outcome: 'unreachable',
      words: '电话停机，家里没人',
    });
  expect(await end(1)).toMatchObject({
    error: { message: '还要再联系 2 次，才能算联系不上。已经联系了 0 次' },
  });
  for (const version of [1, 2])
    await finder().get('pushedlist', 'recordTry', {
      requestId: newRequestId(),
      entryId,
      version,
      how: version === 1 ? 'phone' : 'door',
      words: '没有人',
    });
  expect(await end(3)).toMatchObject({ ok: true, data: { status: 'unreachable', tries: 2 } });
  expect(documentOf(entryId).history.map(({ what }) => what)).toEqual([
    '名单下发',
    '打电话：没有人',
    '上门：没有人',
    '办结：联系不上。电话停机，家里没人',
  ]);
  expect(await end(4)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('a double tap is one try, and two people at once do not overwrite each other', async () => {
  const entryId = entryIn(township, township.here);
  const tryOf = (requestId: string) => ({
    requestId,
    entryId,
    version: 1,
    how: 'phone' as const,
    words: '没有人接',
  });
  const requestId = newRequestId();
  const twice = await Promise.all(
    [1, 2].map(() => finder().call('pushedlist', 'recordTry', tryOf(requestId))),
  );
  expect(twice.map(({ ok }) => ok)).toEqual([true, true]);
  expect(documentOf(entryId).tries).toBe(1);
  expect(await leader().call('pushedlist', 'recordTry', tryOf(newRequestId()))).toMatchObject({
    error: { code: 'CONFLICT' },
  });
});

test('who has declared by themselves is found: at the next look, at the timer, and before any excuse', async () => {
  const [looked, timed, excused] = [1, 2, 3].map(() => entryIn(township, township.here)) as [
    string,
    string,
    string,
  ];
  declares(looked);
  expect(await finder().get('pushedlist', 'entry', { entryId: looked })).toMatchObject({
    status: 'declared',
  });
  declares(timed);
  await township.simulator.fireTimer('pushedlist');
  expect(documentOf(timed)).toMatchObject({ status: 'declared', declarationId: 'd1' });
  declares(excused);
  expect(
    await finder().get('pushedlist', 'end', {
      requestId: newRequestId(),
      entryId: excused,
      version: 1,
      outcome: 'elsewhere',
      words: '听说在成都',
    }),
  ).toMatchObject({ status: 'declared' });
});

test('assigning hands over: the new grid sees it, the old one no more; never outside of one’s own grids', async () => {
  const entryId = entryIn(township, township.here, {
    gridId: township.here.gridId,
    gridPath: township.here.gridPath,
  });
  await expect(finder().get('pushedlist', 'entry', { entryId })).rejects.toThrow('NOT_FOUND');
  const to = (gridId: string) =>
    leader().call('pushedlist', 'assign', { requestId: newRequestId(), entryId, version: 1, gridId });
  expect(await to(township.there.gridId)).toMatchObject({ error: { code: 'NOT_FOUND' } });
  expect(await to(township.here.team.gridId)).toMatchObject({ ok: true, data: { placed: true } });
  expect(await finder().get('pushedlist', 'entry', { entryId })).toMatchObject({ entryId });
  await expect(finder(township.there).get('pushedlist', 'entry', { entryId })).rejects.toThrow('NOT_FOUND');
});

test('an ended search can be taken up again, a found person not', async () => {
  const ended = entryIn(township, township.here, { status: 'elsewhere' });
  const found = entryIn(township, township.here, { status: 'declared' });
  const reopen = (entryId: string) =>
    finder().call('pushedlist', 'reopen', {
      requestId: newRequestId(),
      entryId,
      version: 1,
      reason: '他回来了',
    });
  expect(await reopen(ended)).toMatchObject({ ok: true, data: { status: 'open' } });
  expect(await reopen(found)).toMatchObject({ error: { code: 'CONFLICT' } });
});

test('the number is opened for a reason, and that is recorded', async () => {
  const entryId = entryIn(township, township.here);
  expect(await finder().get('pushedlist', 'openPhone', { entryId, reason: '联系返乡的人' })).toEqual({
    phone: '19100000000',
  });
  const entry = township
    .documents<AuditEntry>('audit')
    .find(({ action, caller }) => action === 'pushedlist.openPhone' && caller === finder().openid);
  expect(entry).toMatchObject({ outcome: 'ok', reason: '联系返乡的人' });
});
