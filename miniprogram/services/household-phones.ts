import type { Contracts, InputOf } from '../../cloudfunctions/contracts/index';
import { CONSENT_VERSION } from '../shared/consent';
import { call } from './cloud';

type Registration = Contracts['registration'];
export type Who = InputOf<Registration['findHousehold']>;
export type ClaimForm = InputOf<Registration['claim']>;

/** Whether the village has a file with this person in it. Each look is counted, so the phone does not repeat it by itself. */
export const findHousehold = async (who: Who) =>
  (await call('registration', 'findHousehold', who, 'never')).found;

/** Asks to be let into the file in which I stand. */
export const claimHousehold = (form: ClaimForm) => call('registration', 'claim', form, 'safe');
export const withdrawClaim = () => call('registration', 'withdrawClaim', {}, 'safe');

/** Claims that wait in my grids. */
export const listClaims = async () => (await call('registration', 'claims', {}, 'safe')).claims;

type Decision = InputOf<Registration['decideClaim']>['decision'];
export const decideClaim = (claimId: string, decision: Decision) =>
  call('registration', 'decideClaim', { claimId, decision }, 'safe');
/** The head decides on a claim on our own file. */
export const decideOurClaim = (claimId: string, decision: Decision) =>
  call('registration', 'decideClaimOnMyHousehold', { claimId, decision }, 'safe');

/** Whose phones open our file. */
export const ourPhones = () => call('registration', 'phones', {}, 'safe');

/** A one-time code for a member of my family. Each new one ends the last, so it is never asked for twice by itself. */
export const invite = (personId: string) => call('registration', 'invite', { personId }, 'never');

/** Opens the file of the family that invited me. The same code from the same phone joins once; wrong tries are counted. */
export const join = (code: string) =>
  call('registration', 'join', { code, consent: { version: CONSENT_VERSION } }, 'safe');
