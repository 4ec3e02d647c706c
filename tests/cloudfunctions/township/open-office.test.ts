import { startSimulator, type Simulator } from '../../../simulator/simulator';
import type { Contracts, InputOf, OutputOf, Reply } from '../../../cloudfunctions/contracts';

jest.setTimeout(60_000);

type Opening = InputOf<Contracts['township']['openOffice']>;
type Opened = Reply<OutputOf<Contracts['township']['openOffice']>>;

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ port: 0, data: ':memory:', demo: 'empty', device: false });
});
afterEach(() => simulator.stop());

const call = (functionName: string, action: string, input: object, openid: string) =>
  simulator.call(functionName, { action, input }, { openid });
const open = async (openid: string, more: Partial<Opening> = {}) =>
  (await call('township', 'openOffice', { code: simulator.secrets.CUNAN_FIRST_OFFICER_CODE ?? '', townName: '青石镇', name: '陈志远', phone: '15490020005', ...more }, openid)) as Opened; // prettier-ignore

test('an empty install says so, and says otherwise once the office is open', async () => {
  expect(await call('home', 'today', {}, 'o-anybody')).toMatchObject({ data: { installed: false } });
  expect(await open('o-first')).toMatchObject({
    ok: true,
    data: { town: { name: '青石镇', level: 'town' } },
  });
  expect(await call('home', 'today', {}, 'o-anybody')).toMatchObject({ data: { installed: true } });
});

test('the first officer can build the town and give roles at their next call', async () => {
  const opened = await open('o-first');
  if (!opened.ok) throw new Error('was refused');
  const village = { requestId: 'village-request-0001', parentId: opened.data.town.id, level: 'village', name: '柳溪村', knownHouseholds: 0 }; // prettier-ignore
  expect(await call('township', 'addGrid', village, 'o-first')).toMatchObject({ ok: true });
  expect(await call('home', 'today', {}, 'o-first')).toMatchObject({
    data: { name: '陈志远', place: '青石镇', posts: [{ role: 'townOfficer' }] },
  });
});

test('a wrong code opens nothing, and after ten tries not even the right one does, for an hour', async () => {
  for (let n = 0; n < 10; n += 1)
    expect(await open('o-guessing', { code: `WRONG-${n}` })).toMatchObject({
      error: { code: 'INVALID_INPUT', fields: { code: '开通码不对，请看部署时给的那一个' } },
    });
  expect(await open('o-guessing')).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS' } });
  expect(simulator.database.count('grids')).toBe(0);
  await simulator.clock.advance(3_601_000);
  expect(await open('o-guessing')).toMatchObject({ ok: true });
});

test('of several people with the code at once one opens; the same person again gets the same answer', async () => {
  const openids = ['o-a', 'o-b', 'o-c', 'o-d'];
  const answers = await Promise.all(openids.map((openid) => open(openid)));
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'ok']); // prettier-ignore
  const winner = answers.findIndex(({ ok }) => ok);
  expect(await open(openids[winner]!)).toEqual(answers[winner]);
  expect(simulator.database.count('grids')).toBe(1);
  expect(simulator.database.count('posts')).toBe(1);
});
