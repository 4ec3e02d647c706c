import { vaultOf } from '../../../../cloudfunctions/kernel/vault';
import { type ClaimDocument, claimIdOf } from '../../../../cloudfunctions/registration/claim.document';
import type { HouseholdDocument } from '../../../../cloudfunctions/registration/household.document';
import {
  type InvitationDocument,
  newInvitationCode,
} from '../../../../cloudfunctions/registration/invitation.document';
import { CONSENT_VERSION } from '../../../../miniprogram/shared/consent';
import { enrolForm, newPhone, newRequestId } from '../../../support/forms';
import { SECRET, type World } from '../world';
import type { SamplesOf } from './samples-of';

export const changeOf = ({ enrolled }: World) => ({
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

export const registration: SamplesOf<'registration'> = {
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
