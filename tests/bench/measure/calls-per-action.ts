import { completeResidentId } from '../../../miniprogram/shared/resident-id';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { openTownship, type Township } from '../../support/township';

import { actAsFamily, actAsLeader, actOnHouseholds } from './calls-of-families';

type Calls = Record<string, number>;

/**
 * Database calls of each action a phone makes, on the demo township: one warm call each, identity and audit included, as the
 * database itself counted them.
 */
export async function measureCallsPerAction(): Promise<Calls> {
  const township = await openTownship();
  try {
    const calls: Calls = {};
    const count = async <T>(name: string, act: () => Promise<T>): Promise<T> => {
      const before = township.simulator.database.statistics().calls;
      const result = await act();
      calls[name] = township.simulator.database.statistics().calls - before;
      return result;
    };
    await actAsHousehold(township, count);
    await actAsGridMember(township, count);
    await actAsFamily(township, count);
    await actOnHouseholds(township, count);
    await actAsLeader(township, count);
    await actAsOffice(township, count);
    return calls;
  } finally {
    await township.stop();
  }
}

type Count = <T>(name: string, act: () => Promise<T>) => Promise<T>;

const requestId = (what: string): string => `bench-${what}`.padEnd(22, '0');
const NEWCOMER = 'o-bench-newcomer';

const enrolment = ({ here }: Township) => ({
  requestId: requestId('enrol'),
  gridId: here.team.gridId,
  address: '12 号',
  tenure: 'owner' as const,
  consent: { version: CONSENT_VERSION, guardianForChildren: false } as const,
  head: {
    name: '周平',
    papers: { type: 'residentId' as const, number: completeResidentId('51199919700101001') },
    phone: '15490019999',
    relation: 'head' as const,
    whereabouts: 'home' as const,
  },
  members: [],
});

async function actAsHousehold(township: Township, count: Count): Promise<void> {
  const phone = township.as(NEWCOMER);
  await phone.call('home', 'today', {});
  const form = enrolment(township);
  const file = await count('registration.enrol', () => phone.get('registration', 'enrol', form));
  await count('registration.enrol again', () => phone.get('registration', 'enrol', form));
  await count('home.today (villager)', () => phone.get('home', 'today', {}));
  await count('registration.myHousehold', () => phone.get('registration', 'myHousehold', {}));
  const [head] = file.people;
  await count('registration.changeMyHousehold', () =>
    phone.get('registration', 'changeMyHousehold', {
      ...form,
      requestId: requestId('change'),
      version: file.version,
      address: '13 号',
      people: [{ personId: head!.personId, name: '周平', relation: 'head', whereabouts: 'home' }],
    }),
  );
}

async function actAsGridMember(township: Township, count: Count): Promise<void> {
  const phone = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  await count('home.today (grid member)', () => phone.get('home', 'today', {}));
  const { rows } = await count('registration.queue', () =>
    phone.get('registration', 'queue', { status: 'submitted' }),
  );
  await count('gridwork.search', () => phone.get('gridwork', 'search', { words: rows.at(-1)!.headName }));
  await count('gridwork.coverage', () => phone.get('gridwork', 'coverage', {}));
  await count('gridwork.missing', () =>
    phone.get('gridwork', 'missing', { gridId: township.here.team.gridId }),
  );
  const householdId = rows.at(-1)!.householdId;
  const file = await count('registration.household', () =>
    phone.get('registration', 'household', { householdId }),
  );
  await count('registration.openNumber', () =>
    phone.get('registration', 'openNumber', {
      householdId,
      personId: file.people[0]!.personId,
      field: 'phone',
      reason: '打电话约上门时间',
    }),
  );
  const returned = await count('registration.returnToHousehold', () =>
    phone.get('registration', 'returnToHousehold', {
      requestId: requestId('return'),
      householdId,
      version: file.version,
      reason: '门牌没写清',
    }),
  );
  await count('registration.verify', () =>
    phone.get('registration', 'verify', {
      requestId: requestId('verify'),
      householdId,
      version: returned.version,
    }),
  );
}

async function actAsOffice(township: Township, count: Count): Promise<void> {
  const phone = township.as(township.holderOf('townOfficer', [township.town.gridId]));
  await count('home.today (town officer)', () => phone.get('home', 'today', {}));
  await count('township.grids', () => phone.get('township', 'grids', { parentId: township.town.gridId }));
  await count('township.gridDetails', () => phone.get('township', 'gridDetails', {}));
  await count('township.addGrid', () =>
    phone.get('township', 'addGrid', {
      requestId: requestId('grid'),
      parentId: township.here.gridId,
      level: 'team',
      name: '新建组',
      code: 'QS-0199',
      knownHouseholds: 12,
    }),
  );
  await count('township.changeGrid', () =>
    phone.get('township', 'changeGrid', { gridId: township.here.team.gridId, name: '河东组', code: 'QS-01' }),
  );
  await count('township.moveGrid (a whole team)', () =>
    phone.get('township', 'moveGrid', {
      requestId: requestId('move'),
      gridId: township.here.team.gridId,
      parentId: township.there.gridId,
    }),
  );
  const post = await count('township.giveRole', () =>
    phone.get('township', 'giveRole', {
      gridId: township.here.gridId,
      role: 'gridMember',
      name: '新来的',
      phone: '15490018888',
    }),
  );
  await count('township.takeRole', () => phone.get('township', 'takeRole', { postId: post.postId }));
}
