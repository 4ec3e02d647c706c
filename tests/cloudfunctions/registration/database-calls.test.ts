import type { HouseholdView, Reply } from '../../../cloudfunctions/contracts';
import { useTownship } from '../../support/township';
import { changeForm, enrolForm, requestId } from './forms';

jest.setTimeout(60_000);

const township = useTownship({ timers: false });
const gridMember = () => township.as(township.holderOf('gridMember', township.here.team.gridPath));

async function callsOf(act: () => Promise<Reply<unknown>>): Promise<number> {
  const before = township.simulator.database.statistics().calls;
  expect(await act()).toMatchObject({ ok: true });
  return township.simulator.database.statistics().calls - before;
}

/** Each count holds who calls, what is done, and the audit entry; a limit that is counted in the database is one or two of them. */
test('no act on a file takes more database calls than it is worth', async () => {
  const phone = township.as('o-counted');
  const form = enrolForm(township.here.team.gridId);
  const counts: Record<string, number> = {};
  const count = async (name: string, act: () => Promise<Reply<unknown>>) => {
    counts[name] = await callsOf(act);
  };
  const file = async (): Promise<HouseholdView> => phone.get('registration', 'myHousehold', {});
  const act = async () => {
    const { householdId, version } = await file();
    return { householdId, version, requestId: requestId() };
  };

  await count('enrol', () => phone.call('registration', 'enrol', form));
  await count('enrol again', () => phone.call('registration', 'enrol', form));
  await count('myHousehold', () => phone.call('registration', 'myHousehold', {}));
  await count('queue', () => gridMember().call('registration', 'queue', { status: 'submitted' }));
  const { householdId, people } = await file();
  await count('household', () => gridMember().call('registration', 'household', { householdId }));
  const number = {
    householdId,
    personId: people[0]!.personId,
    field: 'phone' as const,
    reason: '打电话核实',
  };
  await count('openNumber', () => gridMember().call('registration', 'openNumber', number));
  const verify = await act();
  await count('verify', () => gridMember().call('registration', 'verify', verify));
  const change = changeForm(await file(), { address: '另一处 5 号' });
  await count('changeMyHousehold', () => phone.call('registration', 'changeMyHousehold', change));
  const back = { ...(await act()), reason: '请写门牌' };
  await count('returnToHousehold', () => gridMember().call('registration', 'returnToHousehold', back));

  expect(counts).toEqual({
    enrol: 10,
    'enrol again': 4,
    myHousehold: 2,
    queue: 3,
    household: 4,
    openNumber: 5,
    verify: 7,
    changeMyHousehold: 8,
    returnToHousehold: 7,
  });
});
