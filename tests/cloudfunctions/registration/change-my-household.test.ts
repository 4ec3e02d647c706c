import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { useTownship } from '../../support/township';
import { countedFiles, countersOf } from './counters';
import { changeForm, enrolForm, member, residentId, unchanged } from './forms';

jest.setTimeout(60_000);

const township = useTownship();
let families = 0;
const family = async () => {
  families += 1;
  const phone = township.as(`o-changing-${families}`);
  const file = await phone.get('registration', 'enrol', enrolForm(township.here.team.gridId));
  return { phone, file };
};
const fileOf = (householdId: string) =>
  township.documents<HouseholdDocument>('households').find(({ _id }) => _id === householdId)!;

test('a verified file that its household changes waits again', async () => {
  const { phone, file } = await family();
  const gridMember = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  const { householdId, version } = file;
  const verified = await gridMember.get('registration', 'verify', {
    requestId: 'verify-for-change-0001',
    householdId,
    version,
  });
  const changed = await phone.get(
    'registration',
    'changeMyHousehold',
    changeForm(verified, { tenure: 'tenant' }),
  );
  expect(changed).toMatchObject({ status: 'submitted', tenure: 'tenant', verifiedAt: null, version: 3 });
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('a file that waits keeps its turn when it is changed', async () => {
  const { phone, file } = await family();
  await township.simulator.clock.advance(60_000);
  const changed = await phone.get(
    'registration',
    'changeMyHousehold',
    changeForm(file, { address: '老街 3 号' }),
  );
  expect(changed.submittedAt).toBe(file.submittedAt);
});

test('papers and phone left out stay sealed as they are; given ones replace them', async () => {
  const { phone, file } = await family();
  const before = fileOf(file.householdId);
  const people = unchanged(file);
  people[1] = { ...people[1]!, phone: '15480000002' };
  await phone.get('registration', 'changeMyHousehold', changeForm(file, { people }));
  const after = fileOf(file.householdId);
  expect(after.people[0]).toEqual(before.people[0]);
  expect(after.people[1]).toMatchObject({ papers: before.people[1]!.papers, phoneMask: '154****0002' });
  expect(after.people[1]!.phone).not.toBeNull();
});

test('somebody new keeps their id when the form is sent twice; the old ids stay', async () => {
  const { phone, file } = await family();
  const people = [...unchanged(file), member({ name: '王小妹', relation: 'sibling' })];
  const form = changeForm(file, { people });
  const first = await phone.get('registration', 'changeMyHousehold', form);
  const again = await phone.get('registration', 'changeMyHousehold', form);
  expect(again).toEqual(first);
  expect(first.people.slice(0, 2).map(({ personId }) => personId)).toEqual(file.people.map(({ personId }) => personId)); // prettier-ignore
});

test('moving to another village takes the file and its count along', async () => {
  const { phone, file } = await family();
  const form = changeForm(file, { gridId: township.there.team.gridId });
  const moved = await phone.get('registration', 'changeMyHousehold', form);
  expect(fileOf(moved.householdId).gridPath).toEqual(township.there.team.gridPath);
  expect(countersOf(township)).toEqual(countedFiles(township));
});

test('two changes of the same version at once: one stands, the other is told', async () => {
  const { phone, file } = await family();
  const replies = await Promise.all([
    phone.call('registration', 'changeMyHousehold', changeForm(file, { address: '甲 1 号' })),
    phone.call('registration', 'changeMyHousehold', changeForm(file, { address: '乙 2 号' })),
  ]);
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['CONFLICT', 'ok']);
});

describe('what is refused, beside its field', () => {
  const refusedFields = async (
    change: (people: ReturnType<typeof unchanged>) => ReturnType<typeof unchanged>,
  ) => {
    const { phone, file } = await family();
    const form = changeForm(file, { people: change(unchanged(file)) });
    const reply = await phone.call('registration', 'changeMyHousehold', form);
    expect(fileOf(file.householdId).version).toBe(1);
    return reply.ok ? 'accepted' : Object.keys(reply.error.fields ?? {});
  };

  test.each<[string, string[], (people: ReturnType<typeof unchanged>) => ReturnType<typeof unchanged>]>([
    ['taking the head off', ['people.0.relation'], (people) => people.slice(1)],
    ['somebody new without papers', ['people.2.papers.number'], (people) => [...people, { name: '新人', relation: 'other', whereabouts: 'home' }]], // prettier-ignore
    ['somebody who is not in the file', ['people.2.name'], (people) => [...people, { ...people[1]!, personId: 'p-unknown' }]], // prettier-ignore
    ['the same person twice', ['people.2.name'], (people) => [...people, people[1]!]],
  ])('%s', async (_, fields, change) => {
    expect(await refusedFields(change)).toEqual(fields);
  });

  test('papers of somebody else in the file', async () => {
    const number = residentId('1991-02-03', 'female');
    const twins = ['王甲', '王乙'].map((name) => member({ name, papers: { type: 'residentId', number } }));
    expect(await refusedFields((people) => [...people, ...twins])).toEqual(['people.3.papers.number']);
  });
});

test('who has no household is sent to register', async () => {
  const reply = await township.as('o-nobody').call('registration', 'myHousehold', {});
  expect(reply).toMatchObject({ ok: false, error: { code: 'UNREGISTERED' } });
});
