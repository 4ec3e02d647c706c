import { chinaTime, toTimestamp } from '../../../cloudfunctions/kernel/clock';
import { enrolForm } from '../../support/forms';
import type { Township, Village } from '../../support/township';

/** What a name, an address and a number look like that appear nowhere but in the household that a test enrols. */
export const SECRET = {
  name: '端木独一',
  address: '独门独院 777 号',
  idNumber: '65900119850601',
  member: '端木独二',
};

/** A household that waits in a village: its file, and the phone that enrolled it. */
export type Enrolled = {
  householdId: string;
  version: number;
  openid: string;
  headId: string;
  /** The grandchild's, sister's, child's: whoever is second in the form. */
  memberId: string;
  /** What somebody would have to know to claim it. */
  headNumber: string;
  gridId: string;
};

let phones = 0;

/** Enrols a household of its own for a test, so that tests don't step on each other. */
export async function enrolIn(township: Township, village: Village): Promise<Enrolled> {
  phones += 1;
  const openid = `o-test-villager-${phones}`;
  const form = enrolForm(village.team.gridId, { address: SECRET.address });
  const file = await township.as(openid).get('registration', 'enrol', {
    ...form,
    head: { ...form.head, name: SECRET.name },
    members: form.members.map((member) => ({ ...member, name: SECRET.member })),
  });
  return {
    householdId: file.householdId,
    version: file.version,
    openid,
    headId: file.people.find(({ relation }) => relation === 'head')!.personId,
    memberId: file.people.find(({ relation }) => relation !== 'head')!.personId,
    headNumber: form.head.papers.number,
    gridId: village.team.gridId,
  };
}

/** What a sample may speak of: the township, and a household in `here` that nothing has happened to yet. */
export type World = { township: Township; enrolled: Enrolled };

/** The moment it is there. */
export const nowIn = ({ township }: World): string => toTimestamp(chinaTime(township.simulator.clock.now()));
