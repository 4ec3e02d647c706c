import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { DeclarationDocument } from '../../../cloudfunctions/returns/declaration.document';
import { codesAround } from '../../../cloudfunctions/rulebook/division-codes';
import { runSweep } from '../../../cloudfunctions/rulebook/run-sweep';
import type { SweepDocument } from '../../../cloudfunctions/rulebook/sweep.document';
import { putDeclared } from '../../support/declarations';
import { putAreaList } from '../../support/rules';
import { sdkOver } from '../../support/sdk-in-process';
import { useTownship } from '../../support/township';

jest.setTimeout(60_000);

const township = useTownship();
const PEOPLE = 120;
const PLACES = ['650102', '650103'] as const;

/** A sweep can be stopped here after any step, as a killed call would be. */
const openDatabase = async () => (await sdkOver(township.simulator)).database();

/** People who were in both places, every third of them here already. */
function putPeople(): void {
  const file = township
    .documents<HouseholdDocument>('households')
    .find(({ gridPath, status }) => gridPath.includes(township.here.gridId) && status === 'verified')!;
  const one = putDeclared(township, { householdId: file._id, personId: file.people[0]!.personId });
  const [day] = one.arrivesAt.split('T');
  const stays = PLACES.map((code) => ({
    where: { kind: 'division' as const, code },
    from: day!,
    to: day!,
  }));
  const people = Array.from({ length: PEOPLE }, (_, i): DeclarationDocument => ({
    ...one,
    _id: `step-${String(i).padStart(3, '0')}`,
    personKey: `step-${i}`,
    stays,
    stayCodes: [...new Set(PLACES.flatMap(codesAround))],
    lastStayDate: day!,
    facts: { ...one.facts, stays },
    ...(i % 3 === 0 && { status: 'checked', waitsFor: null }),
  }));
  township.simulator.database.insertMany('declarations', people);
}

test('a sweep whose time is up after every step goes on behind it, and finds everybody once', async () => {
  const database = await openDatabase();
  putPeople();
  const now = chinaTime(township.simulator.clock.now());
  const validFrom = now.subtract(3, 'day').format('YYYY-MM-DD');
  const { list } = putAreaList(
    township,
    PLACES.map((code) => ({ code, level: 'high' as const, validFrom, validTo: null })),
  );
  await township.tamper('area_lists', { _id: list._id }, { $set: { status: 'publishing' } });
  const sweepId = `${list._id}:sweep`;
  const sweep: SweepDocument = {
    _id: sweepId,
    gridPath: [township.town.gridId],
    kind: 'areas',
    subject: list._id,
    title: '新增风险区域',
    status: 'running',
    cursor: null,
    looked: 0,
    redecided: 0,
    found: 0,
    startedAt: toTimestamp(now),
    startedByName: '何敏',
    finishedAt: null,
  };
  township.simulator.database.insertMany('rule_sweeps', [sweep]);
  const standing = () => township.documents<SweepDocument>('rule_sweeps').find(({ _id }) => _id === sweepId)!;

  const cursors: (string | null)[] = [];
  while (standing().status === 'running') {
    cursors.push(standing().cursor);
    let steps = 1;
    await runSweep({ database, now }, sweepId, () => {
      steps -= 1;
      return steps >= 0;
    });
  }
  expect(cursors.length).toBeGreaterThan(4);
  expect(new Set(cursors).size).toBe(cursors.length);
  expect(standing()).toMatchObject({ looked: PEOPLE, redecided: (PEOPLE * 2) / 3, found: PEOPLE / 3 });
  // Called once more, by a timer that comes late.
  expect(await runSweep({ database, now }, sweepId)).toBe(0);
  const people = township
    .documents<DeclarationDocument>('declarations')
    .filter(({ _id }) => _id.startsWith('step-'));
  for (const { decision, review } of people)
    expect((review?.decision ?? decision).measure).toBe('centralQuarantine');
});
