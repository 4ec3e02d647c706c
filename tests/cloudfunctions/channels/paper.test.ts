import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { publishIn } from '../../support/notices';
import { useTownship } from '../../support/township';

const township = useTownship();
const here = () => township.here;
const member = () => township.as(township.holderOf('gridMember', here().team.gridPath));

function textIn(base64: string): string {
  const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? '';
}

test('the code on a poster opens its notice for anybody, who need not have signed in', async () => {
  const { noticeId, title } = await publishIn(township, [here().team.gridId]);
  const { code, notice, loudspeaker } = await member().get('channels', 'paper', { noticeId });
  expect(notice).toMatchObject({ noticeId, title });
  expect(loudspeaker).toMatchObject({ from: '08:00', until: '20:00' });
  const address = new URL(textIn(code!.base64));
  expect(`${address.host}${address.pathname}`).toBe('wxacode/packages/notices/notice/index');
  const shareKey = address.searchParams.get('scene')!;
  expect(await township.as('o-passer-by').get('notices', 'shared', { shareKey })).toMatchObject({ noticeId });
});

test('no code is drawn for what is only read out, nor for what holds no more', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  expect(await member().get('channels', 'paper', { noticeId, withCode: false })).toMatchObject({
    code: null,
  });
  await township.tamper('notices', { _id: noticeId }, { $set: { status: 'corrected' } });
  expect(await member().get('channels', 'paper', { noticeId })).toMatchObject({ code: null });
});

test('what only some households are told gets no code', async () => {
  const { noticeId } = await publishIn(township, [here().gridId], {
    audience: { gridIds: [here().gridId], roles: [], households: true, tags: ['chronicIllness'] },
  });
  expect(await member().get('channels', 'paper', { noticeId })).toMatchObject({ code: null });
});

test('whoever does not work where it went finds nothing to print', async () => {
  const { noticeId } = await publishIn(township, [here().gridId]);
  const there = township.as(township.holderOf('gridMember', township.there.team.gridPath));
  expect(await there.call('channels', 'paper', { noticeId })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const resident = township.as(here().resident);
  expect(await resident.call('channels', 'paper', { noticeId })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
});

test('the loudspeaker’s rules are the town’s, set by its office; a village’s officer has no say, and nobody is woken', async () => {
  const own = { from: '08:30', until: '19:00', times: ['12:30'], urgentEvery: 30, days: 1 };
  const ofVillage = township.as(township.holderOf('townOfficer', here().gridPath));
  expect(await ofVillage.call('channels', 'changeLoudspeaker', own)).toMatchObject({
    error: { code: 'FORBIDDEN' },
  });
  const office = township.as(township.holderOf('townOfficer', [township.town.gridId]));
  for (const wrong of [{ from: '06:00' }, { until: '21:00' }, { until: '08:00' }, { times: ['19:00'] }])
    expect(await office.call('channels', 'changeLoudspeaker', { ...own, ...wrong })).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { [Object.keys(wrong)[0]!]: expect.any(String) as string } },
    });
  expect(await office.get('channels', 'changeLoudspeaker', own)).toEqual(own);
  expect(await member().get('channels', 'loudspeaker', {})).toEqual(own);
});
