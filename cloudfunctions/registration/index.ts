import * as cloud from 'wx-server-sdk';
import { registrationContract } from '../contracts/registration';
import { serve } from '../kernel/serve';
import { changeHead } from './change-head';
import { changeMyHousehold } from './change-my-household';
import { correctHousehold } from './correct-household';
import { enrolHousehold } from './enrol-household';
import { moveOut } from './move-out';
import { openNumber } from './open-number';
import { returnHousehold } from './return-household';
import { showHousehold } from './show-household';
import { showMyHousehold } from './show-my-household';
import { showQueue } from './show-queue';
import { showTrail } from './show-trail';
import { verifyHousehold } from './verify-household';
import { claimHousehold } from './claim-household';
import { decideClaim, decideClaimOnMyHousehold } from './decide-claim';
import { deleteAccount } from './delete-account';
import { enrolForHousehold } from './enrol-for-household';
import { findHousehold } from './find-household';
import { handOverHousehold } from './hand-over-household';
import { inviteMember } from './invite-member';
import { joinHousehold } from './join-household';
import { listClaims } from './list-claims';
import { showPhones } from './show-phones';
import { withdrawClaim } from './withdraw-claim';

export const main = serve(
  'registration',
  registrationContract,
  {
    enrol: enrolHousehold,
    myHousehold: showMyHousehold,
    changeMyHousehold,
    queue: showQueue,
    household: showHousehold,
    openNumber,
    verify: verifyHousehold,
    returnToHousehold: returnHousehold,
    correct: correctHousehold,
    findHousehold,
    claim: claimHousehold,
    withdrawClaim,
    claims: listClaims,
    decideClaim,
    decideClaimOnMyHousehold,
    phones: showPhones,
    invite: inviteMember,
    join: joinHousehold,
    deleteAccount,
    changeHead,
    handOver: handOverHousehold,
    moveOut,
    enrolFor: enrolForHousehold,
    trail: showTrail,
  },
  cloud,
);
