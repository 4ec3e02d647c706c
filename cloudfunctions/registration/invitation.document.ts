import { randomInt } from 'node:crypto';

export const INVITATIONS = 'invitations';

/** One person's invitation: `<household>.<person>`, so that a new code takes the place of the last. */
export type InvitationDocument = {
  _id: string;
  householdId: string;
  personId: string;
  gridPath: string[];
  /** HMAC of the code, which itself is kept nowhere. */
  codeIndex: string;
  invitedBy: string;
  /** Epoch ms; once it is over, the audit timer removes the document. */
  expiresAt: number;
  /** Whose phone it let in; it works once. */
  usedBy: string | null;
};

export const invitationIdOf = (householdId: string, personId: string): string => `${householdId}.${personId}`;

export const INVITATION_HOURS = 24;

/** Without the characters that look alike on a screen or sound alike on the phone: 0 O, 1 I L. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** 31^8, about 850 thousand million: with ten tries an hour nobody guesses one within its day. */
export const newInvitationCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
