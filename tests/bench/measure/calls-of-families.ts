import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { enrolForm, newRequestId, newResidentId } from '../../support/forms';
import { rosterOf, spreadsheet, upload } from '../../support/rosters';
import type { Township } from '../../support/township';

type Count = <T>(name: string, act: () => Promise<T>) => Promise<T>;

const consent = { version: CONSENT_VERSION } as const;
const plain = { careCategories: [], whereabouts: 'home' as const, registeredResidence: '' };

/** A couple on one phone. */
async function enrolCouple({ as, here }: Township) {
  const form = enrolForm(here.team.gridId);
  const spouse = {
    name: '欧阳夏竹',
    papers: { type: 'residentId' as const, number: newResidentId() },
    relation: 'spouse' as const,
    ...plain,
  };
  const head = as('o-bench-head');
  const file = await head.get('registration', 'enrol', { ...form, members: [spouse] });
  return { head, spouse, householdId: file.householdId, people: file.people };
}

/** What passes between the phones of one family: an invitation, a claim, who looked. */
export async function actAsFamily(township: Township, count: Count): Promise<void> {
  const { head, spouse, people } = await enrolCouple(township);
  await count('registration.phones', () => head.get('registration', 'phones', {}));
  const personId = people.find(({ relation }) => relation === 'spouse')!.personId;
  const { code } = await count('registration.invite', () => head.get('registration', 'invite', { personId }));
  const invited = township.as('o-bench-spouse');
  await count('registration.join', () => invited.get('registration', 'join', { code, consent }));

  const claimant = township.as('o-bench-claimant');
  const { name, papers } = spouse;
  await count('registration.findHousehold', () =>
    claimant.get('registration', 'findHousehold', { name, papers }),
  );
  const claim = { requestId: newRequestId(), name, papers, phone: '15490017777', consent };
  await count('registration.claim', () =>
    claimant.get('registration', 'claim', {
      ...claim,
      consent: { ...consent, guardianForChildren: false },
    }),
  );
  const member = township.as(township.holderOf('gridMember', township.here.team.gridPath));
  const { claims } = await count('registration.claims', () => member.get('registration', 'claims', {}));
  await count('registration.decideClaim', () =>
    member.get('registration', 'decideClaim', { claimId: claims[0]!.claimId, decision: 'confirm' }),
  );
  await count('registration.trail', () => head.get('registration', 'trail', {}));
  await count('registration.deleteAccount', () =>
    claimant.get('registration', 'deleteAccount', { understood: true }),
  );
}

/** What the grid member does with a whole household: another head, another place, closing. */
export async function actOnHouseholds(township: Township, count: Count): Promise<void> {
  const { here, there } = township;
  const member = township.as(township.holderOf('gridMember', here.team.gridPath));
  const atDoor = enrolForm(here.team.gridId);
  const file = await count('registration.enrolFor', () =>
    member.get('registration', 'enrolFor', {
      ...atDoor,
      consent: { ...atDoor.consent, told: true },
    }),
  );
  const { householdId, people } = file;
  const [head, child] = people;
  const change = () => ({ requestId: newRequestId(), householdId, reason: '住户当面说的' });
  const changed = await count('registration.changeHead', () =>
    member.get('registration', 'changeHead', {
      ...change(),
      version: file.version,
      headId: child!.personId,
      relations: [{ personId: head!.personId, relation: 'parent' }],
    }),
  );
  await count('registration.handOver', () =>
    member.get('registration', 'handOver', {
      ...change(),
      version: changed.version,
      gridId: there.team.gridId,
    }),
  );
  const next = township.as(township.holderOf('gridMember', there.team.gridPath));
  await count('registration.moveOut', () =>
    next.get('registration', 'moveOut', { ...change(), version: changed.version + 1 }),
  );
}

/** A roster of 60 people, from the upload to the export. */
export async function actAsLeader(township: Township, count: Count): Promise<void> {
  const { here } = township;
  const { gridId } = here;
  const leader = township.as(township.holderOf('gridLeader', here.gridPath));
  await count('roster.overview', () => leader.get('roster', 'overview', { gridId }));
  await count('roster.template', () => leader.get('roster', 'template', { gridId }));
  const requestId = newRequestId();
  const content = await spreadsheet(rosterOf(here, 20));
  const fileId = await upload(township, leader.openid, `roster-uploads/${requestId}.xlsx`, content);
  const { jobId } = await count('roster.stage (60 rows)', () =>
    leader.get('roster', 'stage', { requestId, gridId, fileId, fileName: '花名册.xlsx' }),
  );
  await count('roster.check (60 rows)', () => leader.get('roster', 'check', { jobId }));
  await count('roster.apply (60 rows)', () => leader.get('roster', 'apply', { jobId }));
  await count('roster.faults', () => leader.get('roster', 'faults', { jobId }));
  await count('roster.export', () => leader.get('roster', 'export', { gridId, reason: '打印后上门核对' }));
}
