import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { type Phone, useTownship } from '../../support/township';
import { enrolForm, member, unchanged } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));
const stranger = () => township.as(township.holderOf('gridMember', township.there.team.gridPath));

const find = async (phone: Phone, words: string) => (await phone.get('gridwork', 'search', { words })).rows;
const idsOf = async (phone: Phone, words: string) =>
  (await find(phone, words)).map(({ householdId }) => householdId);

let householdId: string;
beforeAll(async () => {
  const form = enrolForm(township.here.team.gridId, {
    address: '水碾坝 1027 号，老槐树旁',
    members: [member({ name: '南宫紫薇' })],
  });
  const file = await township.as('o-searched').get('registration', 'enrol', {
    ...form,
    head: { ...form.head, name: '欧阳克勤', phone: '15480007316' },
  });
  householdId = file.householdId;
});

describe('a household is found by', () => {
  test.each([
    ['the head’s surname', '欧'],
    ['the whole name', '欧阳克勤'],
    ['the given name', '克勤'],
    ['a member’s name', '南宫紫薇'],
    ['the last four digits of a phone', '7316'],
    ['the whole phone', '154 8000 7316'.replaceAll(' ', '')],
    ['a word of the address', '老槐树'],
    ['a house number', '1027'],
    ['name and address together', '克勤 水碾坝'],
    ['full-width digits', '７３１６'],
  ])('%s', async (_, words) => {
    for (const phone of [gridMember(), leader(), officer()])
      expect(await idsOf(phone, words)).toContain(householdId);
  });

  test('somebody of another village never', async () => {
    for (const words of ['欧阳克勤', '7316', '老槐树', '1027'])
      expect(await idsOf(stranger(), words)).not.toContain(householdId);
  });

  test('words of which only some are right never', async () => {
    expect(await idsOf(gridMember(), '克勤 梧桐树')).toEqual([]);
  });
});

test('what was found names the people meant, opens the door and keeps numbers to itself', async () => {
  const [row] = await find(gridMember(), '紫薇');
  expect(row).toEqual({
    householdId,
    headName: '欧阳克勤',
    place: `${township.town.name} ${township.here.name} ${township.here.team.name}`,
    address: '水碾坝 1027 号，老槐树旁',
    peopleCount: 2,
    careCount: 0,
    status: 'submitted',
    found: ['南宫紫薇'],
  });
  const [byPhone] = await find(gridMember(), '7316');
  expect(byPhone?.found).toEqual(['欧阳克勤']);
});

test('words that hold nothing to look up are refused beside the box', async () => {
  expect(await gridMember().call('gridwork', 'search', { words: '，。' })).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT', fields: { words: expect.any(String) as string } },
  });
});

test('a changed name is found, and the old one no more', async () => {
  const file = await gridMember().get('registration', 'household', { householdId });
  const people = unchanged(file).map((person) =>
    person.name === '南宫紫薇' ? { ...person, name: '南宫晓月' } : person,
  );
  await gridMember().get('registration', 'correct', {
    requestId: 'search-correct-0001',
    householdId,
    version: file.version,
    gridId: file.gridId,
    address: file.address,
    tenure: file.tenure,
    reason: '名字写错了',
    people,
  });
  expect(await idsOf(gridMember(), '晓月')).toEqual([householdId]);
  expect(await idsOf(gridMember(), '紫薇')).toEqual([]);
});

test('a common surname comes page by page, each household once', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await officer().get('gridwork', 'search', {
      words: '李',
      ...(after !== undefined && { after }),
    });
    expect(page.rows.length).toBeLessThanOrEqual(20);
    seen.push(...page.rows.map((row) => row.householdId));
    after = page.next ?? undefined;
  } while (after !== undefined);
  const expected = township
    .documents<HouseholdDocument>('households')
    .filter(({ people }) => people.some(({ name }) => name.startsWith('李')))
    .map(({ _id }) => _id);
  expect(seen.length).toBeGreaterThan(20);
  expect([...seen].sort()).toEqual(expected.sort());
});

test('a search reads as much in the whole town as in one team', async () => {
  const { database } = township.simulator;
  const cost = async (phone: Phone) => {
    const before = database.statistics().documentsRead;
    await find(phone, '李');
    return database.statistics().documentsRead - before;
  };
  expect(await cost(officer())).toBeLessThanOrEqual(25);
  expect(await cost(leader())).toBeLessThanOrEqual(25);
});

test('no word of a name or an address stands in a file’s search keys', () => {
  for (const { searchKeys } of township.documents<HouseholdDocument>('households')) {
    expect(searchKeys.length).toBeGreaterThan(0);
    expect(searchKeys.every((key) => /^[\w-]{14}$/.test(key))).toBe(true);
  }
});
