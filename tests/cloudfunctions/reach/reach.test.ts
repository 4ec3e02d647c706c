import { newRequestId } from '../../support/forms';
import { disagreements, publishIn, sheetsOf } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const memberOf = (village: 'here' | 'there', which = '1') =>
  township.as(township.holderOf('gridMember', township[village].team.gridPath, which));

const telling = (noticeId: string, how: 'phone' | 'door' = 'phone') => ({
  requestId: newRequestId(),
  noticeId,
  gridId: here().team.gridId,
  householdId: here().householdId,
  how,
});

test('a grid member works the list off until everybody knows', async () => {
  const { noticeId } = await publishIn(township, [here().team.gridId]);
  const member = memberOf('here');
  const before = await member.get('reach', 'show', { noticeId });
  expect(before).toMatchObject({ complete: true, total: { known: 0 } });
  const { rows } = await member.get('reach', 'households', { noticeId, tab: 'unknown' });
  expect(rows).toHaveLength(before.total.households);
  for (const [position, { gridId, householdId }] of rows.entries())
    await member.get('reach', 'tell', {
      requestId: newRequestId(),
      noticeId,
      gridId,
      householdId,
      how: position % 2 === 0 ? 'phone' : 'door',
    });
  const after = await member.get('reach', 'show', { noticeId });
  expect(after.total.known).toBe(after.total.households);
  expect(after.total.phone + after.total.door).toBe(after.total.households);
  expect((await member.get('reach', 'households', { noticeId, tab: 'unknown' })).rows).toEqual([]);
  expect(disagreements(sheetsOf(township, noticeId))).toEqual([]);
});

test('households without a phone are a visit from the start, and care categories come first', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const { rows } = await memberOf('here').get('reach', 'households', { noticeId, tab: 'unknown' });
  const visits = await memberOf('here').get('reach', 'households', { noticeId, tab: 'visit' });
  expect(visits.rows.length).toBeGreaterThan(0);
  expect(visits.rows.every(({ hasPhone }) => !hasPhone)).toBe(true);
  const isCare = rows.map(({ care }) => care.length > 0);
  expect(isCare).toEqual([...isCare].sort((a, b) => Number(b) - Number(a)));
});

test('ticked twice and by two people at once counts once, and who ticked takes it back', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const [one, other] = [memberOf('here'), memberOf('here', '2')];
  const act = telling(noticeId);
  await Promise.all([
    one.get('reach', 'tell', act),
    one.get('reach', 'tell', act),
    other.get('reach', 'tell', telling(noticeId, 'door')),
  ]);
  const sheets = () => sheetsOf(township, noticeId);
  expect(disagreements(sheets())).toEqual([]);
  const own = sheets().find(({ gridId }) => gridId === act.gridId)!;
  expect(own.counts.known).toBe(1);
  const teller = own.receipts[act.householdId]!.told!.openid;
  const [byTeller, byOther] = teller === one.openid ? [one, other] : [other, one];
  const line = { noticeId, gridId: act.gridId, householdId: act.householdId };
  expect(await byOther.call('reach', 'untell', line)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  await byTeller.get('reach', 'untell', line);
  expect(sheets().find(({ gridId }) => gridId === act.gridId)!.counts).toMatchObject({
    known: 0,
    phone: 0,
    door: 0,
  });
  expect(disagreements(sheets())).toEqual([]);
});

test('told and then confirmed by itself is one household that knows', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  await memberOf('here').get('reach', 'tell', telling(noticeId));
  await township.as(here().resident).get('notices', 'confirm', { noticeId });
  await memberOf('here').get('reach', 'untell', {
    noticeId,
    gridId: here().team.gridId,
    householdId: here().householdId,
  });
  const sheets = sheetsOf(township, noticeId);
  expect(disagreements(sheets)).toEqual([]);
  expect(sheets.find(({ gridId }) => gridId === here().team.gridId)!.counts).toMatchObject({
    confirmed: 1,
    known: 1,
    phone: 0,
  });
});

test('another village sees and ticks nothing of it', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const stranger = memberOf('there');
  for (const reply of [
    await stranger.call('reach', 'show', { noticeId }),
    await stranger.call('reach', 'tell', telling(noticeId)),
    await stranger.call('reach', 'openPhone', {
      noticeId,
      householdId: here().householdId,
      reason: '通知没有读',
    }),
  ])
    expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect((await stranger.get('reach', 'households', { noticeId, tab: 'unknown' })).rows).toEqual([]);
});
