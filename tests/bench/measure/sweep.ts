import { chinaTime } from '../../../cloudfunctions/kernel/clock';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import type { DeclarationDocument } from '../../../cloudfunctions/returns/declaration.document';
import { codesAround } from '../../../cloudfunctions/rulebook/division-codes';
import type { SweepDocument } from '../../../cloudfunctions/rulebook/sweep.document';
import { putDeclared } from '../../support/declarations';
import { putAreaList } from '../../support/rules';
import { openTownship, type Township } from '../../support/township';

const FEW_STAYS = 2_000;
const MANY_STAYS = 100_000;
/** People with a stay in the new area, in either town. */
const HITS = 120;
/** 广东省广州市荔湾区, and counties all over the country where the others were. */
const AREA = '440103';
const ELSEWHERE = ['330212', '340104', '350102', '360102', '370102', '410102', '420102', '430102', '450102'];
const AT_A_TIME = 5_000;

/** How many documents the sweep of one new area looks at among 100,000 stays, against 2,000: 1 when an index answers it. */
export async function measureSweep(): Promise<{ sweepRatio: number }> {
  const few = await documentsReadAmong(FEW_STAYS);
  const many = await documentsReadAmong(MANY_STAYS);
  return { sweepRatio: many / few };
}

async function documentsReadAmong(stays: number): Promise<number> {
  const township = await openTownship();
  try {
    fill(township, stays);
    const { simulator } = township;
    const { list } = putAreaList(township, [
      { code: AREA, level: 'high', validFrom: dayBefore(township, 5), validTo: null },
    ]);
    const officer = township.as(township.holderOf('townOfficer', [township.town.gridId], 'sweeper'));
    const before = simulator.database.statistics().documentsRead;
    await officer.get('rulebook', 'decideAreas', { listId: list._id, decision: 'approve' });
    for (;;) {
      const sweep = township
        .documents<SweepDocument>('rule_sweeps')
        .find(({ subject }) => subject === list._id);
      if (sweep?.status === 'done') {
        const found = sweep.redecided + sweep.found;
        if (found !== HITS) throw new Error(`The sweep found ${found} people instead of ${HITS}`);
        return simulator.database.statistics().documentsRead - before;
      }
      await simulator.fireTimer('rulebook');
    }
  } finally {
    await township.stop();
  }
}

const dayBefore = ({ simulator }: Township, days: number): string =>
  chinaTime(simulator.clock.now()).subtract(days, 'day').format('YYYY-MM-DD');

/** Declarations like one that the product itself made, of as many people, most of whom were elsewhere. */
function fill(township: Township, stays: number): void {
  const file = township
    .documents<HouseholdDocument>('households')
    .find(({ gridPath, status }) => gridPath.includes(township.here.gridId) && status === 'verified')!;
  const one = putDeclared(township, { householdId: file._id, personId: file.people[0]!.personId });
  const [from, to] = [dayBefore(township, 10), dayBefore(township, 0)];
  for (let begin = 0; begin < stays; begin += AT_A_TIME) {
    const size = Math.min(AT_A_TIME, stays - begin);
    township.simulator.database.insertMany(
      'declarations',
      Array.from({ length: size }, (_, i) => declaredBy(one, begin + i, { from, to })),
    );
  }
}

function declaredBy(
  one: DeclarationDocument,
  i: number,
  days: { from: string; to: string },
): DeclarationDocument {
  const code = i < HITS ? AREA : ELSEWHERE[i % ELSEWHERE.length]!;
  const stays = [{ where: { kind: 'division' as const, code }, ...days }];
  const isHere = i % 2 === 0;
  return {
    ...one,
    _id: `bench-${String(i).padStart(6, '0')}`,
    personKey: `bench-person-${i}`,
    stays,
    stayCodes: codesAround(code),
    lastStayDate: days.to,
    facts: { ...one.facts, stays },
    queueKey: `${one.arrivesAt} bench-${String(i).padStart(6, '0')}`,
    ...(isHere && { status: 'checked' as const, waitsFor: null }),
  };
}
