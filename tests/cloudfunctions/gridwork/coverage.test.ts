import { CareCategory } from '../../../cloudfunctions/contracts/person';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { CoverageDocument, GridDocument } from '../../../cloudfunctions/township/grid.document';
import { type Phone, useTownship } from '../../support/township';
import { enrolForm, member, unchanged } from '../registration/forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const officer = () => township.as(township.holderOf('townOfficer', [township.town.gridId]));
const leader = () => township.as(township.holderOf('gridLeader', township.here.gridPath));
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));

const filesIn = (gridId: string) =>
  township
    .documents<HouseholdDocument>('households')
    .filter(({ gridPath, status }) => gridPath.includes(gridId) && status !== 'closed');

const coverageOf = async (phone: Phone, gridId?: string) =>
  phone.get('gridwork', 'coverage', gridId === undefined ? {} : { gridId });

/** Puts a household of the cast on the roster again, as an import leaves it, counters included. */
async function roster(headName: string): Promise<HouseholdDocument> {
  const file = township
    .documents<HouseholdDocument>('households')
    .find((one) => one.headName === headName && one.gridPath.includes(township.here.team.gridId))!;
  await township.tamper('households', { _id: file._id }, { $set: { status: 'rostered', consent: null } });
  await township.tamper('coverage', { _id: file.gridId }, { $inc: { [file.status]: -1, rostered: 1 } });
  return file;
}

describe('coverage', () => {
  test('of a village is the sum of its teams, worst first, and of a town that of its villages', async () => {
    const village = await coverageOf(leader());
    expect(village.grid).toMatchObject({ gridId: township.here.gridId, name: township.here.name });
    expect(village.grid.registered).toBe(filesIn(township.here.gridId).length);
    expect(village.below.reduce((sum, { registered }) => sum + registered, 0)).toBe(village.grid.registered);
    const shares = village.below.map(({ registered, known }) => registered / known);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const town = await coverageOf(officer());
    expect(town.below.find(({ gridId }) => gridId === township.here.gridId)).toMatchObject({
      known: village.grid.known,
      verified: village.grid.verified,
    });
  });

  test('counts people by care category, as they stand in the files', async () => {
    const { care } = await coverageOf(officer());
    const people = filesIn(township.town.gridId).flatMap((file) => file.people);
    expect(care).toEqual(
      CareCategory.options
        .map((category) => ({
          category,
          people: people.filter(({ careCategories }) => careCategories.includes(category)).length,
        }))
        .filter((row) => row.people > 0),
    );
  });

  test('follows a care category that is added and taken off', async () => {
    const dialysis = async () =>
      (await coverageOf(gridMember())).care.find(({ category }) => category === 'dialysis')?.people ?? 0;
    const before = await dialysis();
    const phone = township.as('o-cared-for');
    const form = enrolForm(township.here.team.gridId, {
      members: [member({ careCategories: ['dialysis'] })],
    });
    const file = await phone.get('registration', 'enrol', form);
    expect(await dialysis()).toBe(before + 1);
    await gridMember().get('registration', 'correct', {
      requestId: 'coverage-correct-01',
      householdId: file.householdId,
      version: file.version,
      gridId: file.gridId,
      address: file.address,
      tenure: file.tenure,
      reason: '已经不做透析了',
      people: unchanged(file).map((person) => ({ ...person, careCategories: [] })),
    });
    expect(await dialysis()).toBe(before);
  });

  test('of a town reads no more documents than it has teams, besides the town and who asks', async () => {
    const teams = township.documents<GridDocument>('grids').filter(({ level }) => level === 'team').length;
    const phone = officer();
    const before = township.simulator.database.statistics().documentsRead;
    await coverageOf(phone);
    const read = township.simulator.database.statistics().documentsRead - before;
    expect(read).toBeLessThanOrEqual(teams + 2);
  });

  test('never knows of fewer households than are on file, whatever the roll says', async () => {
    await township.tamper('coverage', { _id: township.there.team.gridId }, { $set: { known: 1 } });
    const { grid } = await coverageOf(officer(), township.there.team.gridId);
    expect(grid.known).toBe(filesIn(township.there.team.gridId).length);
  });

  test('of another village is not there', async () => {
    expect(await leader().call('gridwork', 'coverage', { gridId: township.there.gridId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('who is missing', () => {
  test('are the households on the roster that have not registered, and they are not counted as registered', async () => {
    const before = await coverageOf(gridMember());
    const [first] = filesIn(township.here.team.gridId);
    const file = await roster(first!.headName);
    const { rows, next } = await gridMember().get('gridwork', 'missing', {
      gridId: township.here.team.gridId,
    });
    expect(next).toBeNull();
    expect(rows.map(({ householdId }) => householdId)).toContain(file._id);
    expect(rows.every((row) => row.address.length > 0)).toBe(true);
    const after = await coverageOf(gridMember());
    expect(after.grid).toMatchObject({
      known: before.grid.known,
      registered: before.grid.registered - 1,
      rostered: before.grid.rostered + 1,
    });
  });

  test('come page by page over a whole village, each once', async () => {
    for (const { headName } of filesIn(township.here.team.gridId).filter(
      ({ status }) => status !== 'rostered',
    ))
      await roster(headName);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await leader().get('gridwork', 'missing', {
        gridId: township.here.gridId,
        ...(after !== undefined && { after }),
      });
      seen.push(...page.rows.map(({ householdId }) => householdId));
      after = page.next ?? undefined;
    } while (after !== undefined);
    const expected = filesIn(township.here.gridId).filter(({ status }) => status === 'rostered');
    expect(expected.length).toBeGreaterThan(3);
    expect([...seen].sort()).toEqual(expected.map(({ _id }) => _id).sort());
  });

  test('of another village are not there', async () => {
    expect(await leader().call('gridwork', 'missing', { gridId: township.there.gridId })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

test('towns and villages hold no counters of their own once something lies below them', () => {
  const levels = new Map(township.documents<GridDocument>('grids').map(({ _id, level }) => [_id, level]));
  const counting = township.documents<CoverageDocument>('coverage').map(({ _id }) => levels.get(_id));
  expect(new Set(counting)).toEqual(new Set(['team']));
});
