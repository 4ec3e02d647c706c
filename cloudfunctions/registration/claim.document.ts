import { createHash } from 'node:crypto';
import type { PersonRecord } from './household.document';

export const CLAIMS = 'claims';

/** 认领: somebody says that they are a person of a file and asks to open it. Decided once; taken back by removing it. */
export type ClaimDocument = {
  _id: string;
  openid: string;
  householdId: string;
  /** The household's, so that the claim reaches who looks after it. */
  gridPath: string[];
  personId: string;
  /** The first character of the head's name: all that the claimant may be told. */
  headMask: string;
  phone: string;
  phoneIndex: string;
  phoneMask: string;
  consent: { version: string; guardianForChildren: boolean; at: string };
  status: 'waiting' | 'confirmed' | 'refused';
  requestId: string;
  sentAt: string;
  decidedAt: string | null;
  decidedBy: string | null;
};

/** One claim a phone: a second one takes the place of the first. The id is told to others, so it does not show the openid. */
export const claimIdOf = (openid: string): string =>
  `c${createHash('sha256').update(`claim:${openid}`).digest('hex').slice(0, 24)}`;

export type ClaimedPhone = Pick<PersonRecord, 'phone' | 'phoneIndex' | 'phoneMask'>;
