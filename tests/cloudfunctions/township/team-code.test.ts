import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const member = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const anybody = () => township.as('o-anybody');

const scanned = (base64: string): string | undefined => {
  const { data, width, height } = PNG.sync.read(Buffer.from(base64, 'base64'));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
};

test('a grid member gets the code of their team, which opens the enrolment there', async () => {
  const { gridId } = township.here.team;
  const { team, format, base64 } = await member().get('township', 'teamCode', { gridId });
  expect(format).toBe('png');
  expect(scanned(base64)).toBe(`weixin://wxacode/packages/registration/enrol/index?scene=${gridId}`);
  expect(team.pathNames).toEqual([township.town.name, township.here.name, township.here.team.name]);
  expect(await anybody().get('township', 'team', { gridId })).toEqual(team);
});

test('the code of a team that was added by hand fits what WeChat lets a code carry', async () => {
  const { id } = await officer().get('township', 'addGrid', {
    requestId: 'r'.repeat(24),
    parentId: township.here.gridId,
    level: 'team',
    name: '九组',
    knownHouseholds: 3,
  });
  const { base64 } = await officer().get('township', 'teamCode', { gridId: id });
  expect(scanned(base64)).toContain(id);
});

test("nobody else makes it, and another village's is not there", async () => {
  const { gridId } = township.here.team;
  const doctor = township.as(township.holderOf('villageDoctor', township.here.gridPath));
  for (const phone of [anybody(), doctor, township.as(township.here.resident)])
    expect(await phone.call('township', 'teamCode', { gridId })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  const there = { gridId: township.there.team.gridId };
  expect(await member().call('township', 'teamCode', there)).toMatchObject({ error: { code: 'NOT_FOUND' } });
});

test('a village has no code: families register in its teams', async () => {
  const { gridId, name } = township.here;
  const refused = { error: { code: 'CONFLICT', message: `${name}下面还分着组，要登记到组里` } };
  expect(await officer().call('township', 'teamCode', { gridId })).toMatchObject(refused);
  expect(await anybody().call('township', 'team', { gridId })).toMatchObject(refused);
});

test('who comes with the code of a closed or unknown team is told so', async () => {
  const { gridId, name } = township.there.team;
  await officer().get('township', 'retireGrid', { gridId, retired: true });
  const closed = { error: { code: 'CONFLICT', message: `${name}已经停用，不能登记到那里` } };
  expect(await anybody().call('township', 'team', { gridId })).toMatchObject(closed);
  expect(await officer().call('township', 'teamCode', { gridId })).toMatchObject(closed);
  expect(await anybody().call('township', 'team', { gridId: 'nowhere' })).toMatchObject({
    error: { code: 'NOT_FOUND', message: '没有找到这个登记码说的组' },
  });
});
