import type { Contracts, InputOf } from '../../../cloudfunctions/contracts';
import { vaultOf } from '../../../cloudfunctions/kernel/vault';
import { type ClaimDocument, claimIdOf } from '../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../cloudfunctions/registration/household.document';
import {
  type InvitationDocument,
  newInvitationCode,
} from '../../../cloudfunctions/registration/invitation.document';
import { CONSENT_VERSION } from '../../../miniprogram/shared/consent';
import { chinaTime, toCalendarDate } from '../../../cloudfunctions/kernel/clock';
import { enrolForm, newPhone, newRequestId } from '../../support/forms';
import type { Township, Village } from '../../support/township';
import { rosterJobIn } from './roster-job';

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

type Samples = {
  [F in keyof Contracts]: { [A in keyof Contracts[F]]: (world: World) => InputOf<Contracts[F][A]> };
};

const changeOf = ({ enrolled }: World) => ({
  requestId: newRequestId(),
  householdId: enrolled.householdId,
  version: enrolled.version,
});
const fileOf = ({ enrolled }: World) => ({
  gridId: enrolled.gridId,
  address: SECRET.address,
  tenure: 'owner' as const,
  people: [
    {
      personId: enrolled.headId,
      name: SECRET.name,
      relation: 'head' as const,
      careCategories: [],
      whereabouts: 'home' as const,
      registeredResidence: '',
    },
  ],
});

const whoIs = ({ enrolled }: World) => ({
  name: SECRET.name,
  papers: { type: 'residentId' as const, number: enrolled.headNumber },
});

/** A valid input for every action, over the household and the grids of the village `here`. */
export const samples: Samples = {
  audit: { seal: () => ({}), check: () => ({ fromSeal: 1 }) },
  gridwork: {
    search: () => ({ words: SECRET.name }),
    coverage: ({ township }) => ({ gridId: township.here.gridId }),
    missing: ({ township }) => ({ gridId: township.here.gridId }),
    planVisit: ({ township, enrolled }) => ({
      householdId: enrolled.householdId,
      date: toCalendarDate(chinaTime(township.simulator.clock.now())),
      purpose: '帮老人登记',
    }),
    visits: () => ({}),
    closeVisit: ({ enrolled }) => ({ householdId: enrolled.householdId, date: '2026-01-01', result: 'done' }),
    // Both are refused for whoever reaches the file: nothing of it stands elsewhere.
    merge: (world) => ({
      requestId: newRequestId(),
      keep: { householdId: world.enrolled.householdId, version: world.enrolled.version },
      drop: { householdId: world.enrolled.householdId, version: world.enrolled.version },
      reason: '登记了两次',
    }),
    takeOffDuplicate: (world) => ({
      ...changeOf(world),
      personId: world.enrolled.headId,
      livesIn: world.enrolled.householdId,
      reason: '住在别家',
    }),
  },
  home: { today: () => ({}) },
  registration: {
    enrol: ({ enrolled }) => enrolForm(enrolled.gridId),
    myHousehold: () => ({}),
    changeMyHousehold: (world) => ({
      ...fileOf(world),
      requestId: newRequestId(),
      version: world.enrolled.version,
      consent: enrolForm('').consent,
    }),
    queue: () => ({ status: 'submitted' }),
    household: ({ enrolled }) => ({ householdId: enrolled.householdId }),
    openNumber: ({ enrolled }) => ({
      householdId: enrolled.householdId,
      personId: enrolled.headId,
      field: 'papers',
      reason: '上门核对',
    }),
    verify: changeOf,
    returnToHousehold: (world) => ({ ...changeOf(world), reason: '门牌号不对' }),
    correct: (world) => ({ ...fileOf(world), ...changeOf(world), reason: '上门看过' }),
    findHousehold: (world) => whoIs(world),
    claim: (world) => ({
      ...whoIs(world),
      requestId: newRequestId(),
      phone: newPhone(),
      consent: enrolForm('').consent,
    }),
    withdrawClaim: () => ({}),
    claims: () => ({}),
    decideClaim: (world) => ({ claimId: claimOn(world), decision: 'confirm' }),
    decideClaimOnMyHousehold: (world) => ({ claimId: claimOn(world), decision: 'confirm' }),
    phones: () => ({}),
    invite: ({ enrolled }) => ({ personId: enrolled.memberId }),
    enrolFor: ({ enrolled }) => {
      const form = enrolForm(enrolled.gridId);
      return { ...form, consent: { ...form.consent, told: true } };
    },
    changeHead: (world) => ({
      ...changeOf(world),
      reason: '户主年纪大了',
      headId: world.enrolled.memberId,
      relations: [{ personId: world.enrolled.headId, relation: 'parent' }],
    }),
    handOver: (world) => ({
      ...changeOf(world),
      reason: '搬到那边了',
      gridId: world.township.there.team.gridId,
    }),
    moveOut: (world) => ({ ...changeOf(world), reason: '搬到县城去了' }),
    deleteAccount: () => ({ understood: true }),
    trail: () => ({}),
    join: (world) => ({ code: invitationTo(world), consent: { version: CONSENT_VERSION } }),
  },
  roster: {
    overview: ({ township }) => ({ gridId: township.here.gridId }),
    template: ({ township }) => ({ gridId: township.here.gridId }),
    stage: ({ township }) => {
      const requestId = newRequestId();
      return {
        requestId,
        gridId: township.here.gridId,
        fileId: `cloud://cunan.cunan-bucket/roster-uploads/${requestId}.xlsx`,
        fileName: '花名册',
      };
    },
    check: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    apply: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    discard: ({ township }) => ({ jobId: rosterJobIn(township, township.here) }),
    faults: ({ township }) => ({ jobId: rosterJobIn(township, township.here), after: 0 }),
    export: ({ township }) => ({ gridId: township.here.gridId, reason: '打印后上门核对' }),
    sweep: () => ({}),
  },
  township: {
    grids: () => ({}),
    openOffice: ({ township }) => ({
      code: township.simulator.secrets.CUNAN_FIRST_OFFICER_CODE!,
      townName: '新开镇',
      name: '赵开办',
      phone: newPhone(),
    }),
    signIn: () => ({ phoneCode: 'made-up-code' }),
    addGrid: ({ township }) => ({
      requestId: newRequestId(),
      parentId: township.here.gridId,
      level: 'team',
      name: `新组${newPhone().slice(-6)}`,
      code: `z-${newPhone().slice(-6)}`,
      knownHouseholds: 20,
    }),
    changeGrid: ({ township }) => ({
      gridId: township.here.team.gridId,
      name: township.here.team.name,
      code: 'QS-0101',
      knownHouseholds: 21,
    }),
    // Open already: the others go on living there.
    retireGrid: ({ township }) => ({ gridId: township.here.team.gridId, retired: false }),
    team: ({ township }) => ({ gridId: township.here.team.gridId }),
    teamCode: ({ township }) => ({ gridId: township.here.team.gridId }),
    // Where it stands already: the others go on living there.
    moveGrid: ({ township }) => ({
      requestId: newRequestId(),
      gridId: township.here.team.gridId,
      parentId: township.here.gridId,
    }),
    gridDetails: ({ township }) => ({ gridId: township.here.gridId }),
    giveRole: ({ township }) => ({
      gridId: township.here.team.gridId,
      role: 'gridMember',
      name: '钱新来',
      phone: newPhone(),
    }),
    takeRole: ({ township }) => ({ postId: postIn(township, township.here) }),
  },
};

/** A claim of some phone's on the household, straight in the database. */
function claimOn({ township, enrolled }: World): string {
  const openid = `o-test-claimant-${newPhone()}`;
  const at = '2026-11-20T09:00:00+08:00';
  const file = township
    .documents<HouseholdDocument>('households')
    .find(({ _id }) => _id === enrolled.householdId);
  const claim: ClaimDocument = {
    _id: claimIdOf(openid),
    openid,
    householdId: enrolled.householdId,
    gridPath: file?.gridPath ?? [],
    personId: enrolled.headId,
    headMask: '端***',
    phone: 's1.sealed',
    phoneIndex: 'index',
    phoneMask: '191****0000',
    consent: { version: CONSENT_VERSION, guardianForChildren: true, at },
    status: 'waiting',
    requestId: newRequestId(),
    sentAt: at,
    decidedAt: null,
    decidedBy: null,
  };
  township.simulator.database.insertMany('claims', [claim]);
  return claim._id;
}

/** A code that lets somebody into the household, straight in the database. */
function invitationTo({ township, enrolled }: World): string {
  const code = newInvitationCode();
  const invitation: InvitationDocument = {
    _id: `${enrolled.householdId}.${enrolled.memberId}.${code}`,
    householdId: enrolled.householdId,
    personId: enrolled.memberId,
    gridPath: [],
    codeIndex: vaultOf(township.simulator.secrets).indexOf('invitation', code),
    invitedBy: enrolled.openid,
    expiresAt: township.simulator.clock.now() + 3_600_000,
    usedBy: null,
  };
  township.simulator.database.insertMany('invitations', [invitation]);
  return code;
}

/** An active or waiting post in the village, for taking it away. */
function postIn(township: Township, village: Village): string {
  const posts = township.documents<{ _id: string; gridPath: string[]; role: string }>('posts');
  const post = posts.find(({ gridPath, role }) => gridPath.includes(village.gridId) && role === 'gridMember');
  if (post === undefined) throw new Error('Nobody is left in the village whose role could be taken');
  return post._id;
}
