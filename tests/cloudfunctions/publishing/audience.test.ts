import * as fc from 'fast-check';
import { type Audience, AudienceTag } from '../../../cloudfunctions/contracts/notice';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import { newRequestId } from '../../support/forms';
import { noticeContent, sheetsOf } from '../../support/notices';
import { putObserved } from '../../support/observed';
import { useTownship } from '../../support/township';

jest.setTimeout(240_000);

const township = useTownship({ timers: false });
const officer = (which: string) =>
  township.as(township.holderOf('townOfficer', [township.town.gridId], which));
const files = (): HouseholdDocument[] => township.documents<HouseholdDocument>('households');
const phoneOf = (householdId: string): string => `o-phone-of-${householdId}`;

/** Households of two teams in two villages: each has a phone, and some have somebody under a measure. */
let households: HouseholdDocument[] = [];

beforeAll(() => {
  const teams = [township.here.team.gridId, township.there.team.gridId];
  households = files().filter(({ gridId }) => teams.includes(gridId));
  const accounts = households.map(({ _id: householdId }): Account => ({
    _id: phoneOf(householdId),
    name: null,
    phone: null,
    phoneIndex: null,
    householdId,
    posts: [],
    version: 1,
  }));
  township.simulator.database.insertMany('accounts', accounts);
  const measures = ['homeObservation', 'temporaryIsolation', 'healthMonitoring'] as const;
  const statuses = ['active', 'paused', 'releasing', 'released'] as const;
  for (const [n, status] of statuses.entries())
    for (const [m, measure] of measures.entries()) {
      const file = households[n * measures.length + m]!;
      putObserved(township, file._id, file.people[0]!.name, { changes: () => ({ status, measure }) });
    }
});

const audience = (): fc.Arbitrary<Audience> => {
  const { town, here, there } = township;
  const grids = [town.gridId, here.gridId, here.team.gridId, there.gridId, there.team.gridId];
  return fc.record({
    gridIds: fc.uniqueArray(fc.constantFrom(...grids), { minLength: 1, maxLength: 3 }),
    roles: fc.constant([]),
    households: fc.constant(true),
    tags: fc.uniqueArray(fc.constantFrom(...AudienceTag.options), { maxLength: 3 }),
  });
};

/** Sends a notice and, where it needs somebody else, has it agreed to; then the timer makes its lists. */
async function publishTo(to: Audience) {
  const content = noticeContent(to.gridIds, { audience: to });
  const sent = await officer('1').get('publishing', 'send', {
    requestId: newRequestId(),
    content,
    publishAt: null,
  });
  const { noticeId, version } = sent;
  const act = { requestId: newRequestId(), noticeId, version, agreed: true as const };
  const out = sent.status === 'waiting' ? await officer('2').get('publishing', 'decide', act) : sent;
  await township.simulator.fireTimer('publishing');
  return out;
}

/** Of the two teams: who finds the notice in their list. */
async function readersOf(noticeId: string): Promise<string[]> {
  const found: string[] = [];
  for (const { _id } of households) {
    const { rows } = await township.as(phoneOf(_id)).get('notices', 'inbox', {});
    if (rows.some((row) => row.noticeId === noticeId)) found.push(_id);
  }
  return found.sort();
}

test('the count that was shown is the households on the lists, and those who find it among their notices', async () => {
  await fc.assert(
    fc.asyncProperty(audience(), async (to) => {
      const shown = await officer('1').get('publishing', 'countAudience', { audience: to, kind: 'notice' });
      const { noticeId, counted } = await publishTo(to);
      expect(counted).toEqual({ households: shown.households, people: shown.people });

      const listed = sheetsOf(township, noticeId).flatMap(({ householdIds }) => householdIds);
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed).toHaveLength(shown.households);
      const people = files()
        .filter(({ _id }) => listed.includes(_id))
        .flatMap((file) => file.people);
      expect(people).toHaveLength(shown.people);

      const near = new Set(households.map(({ _id }) => _id));
      expect(await readersOf(noticeId)).toEqual(listed.filter((id) => near.has(id)).sort());
    }),
    { numRuns: 12 },
  );
});

test('a measure that is over reaches nobody any more', async () => {
  const to = { gridIds: [township.town.gridId], roles: [], households: true, tags: ['observed' as const] };
  const shown = await officer('1').get('publishing', 'countAudience', { audience: to, kind: 'notice' });
  // Three that are not over, under each of the two measures at home.
  expect(shown.households).toBe(6);
});
