import type { Measure } from '../contracts/health';

export const CERTIFICATES = 'certificates';
export const CERTIFICATE_NUMBERS = 'certificate_numbers';

/** 期满证明, as it was issued. Only `revoked` ever changes. */
export type CertificateDocument = {
  /** 120 random bits: what its code carries. Nobody guesses one, and nothing about the person can be read from it. */
  _id: string;
  /** 「青防证〔2026〕0317 号」 */
  number: string;
  observationId: string;
  householdId: string;
  personId: string;
  gridPath: string[];
  pathNames: string[];
  /** 「青禾镇疫情防控指挥部」 */
  organisation: string;
  name: string;
  sex: 'female' | 'male';
  papersMask: string;
  measure: Measure;
  days: number;
  firstDate: string;
  lastDate: string;
  counts: { normalTemperatures: number; negativeTests: number; abnormal: number };
  /** Village, town, headquarters. */
  steps: { name: string; date: string }[];
  issuedAt: string;
  /** YYYY-MM-DD, included: as long as the look-back window of the rules reaches back before the release. */
  validUntil: string;
  /** Ed25519 over everything above, in base64url. */
  signature: string;
  revoked: { by: string; byName: string; at: string; reason: string; requestId: string } | null;
};
export type CertificateFacts = Omit<CertificateDocument, 'signature' | 'revoked'>;

/** Numbers given in one town in one year; its `_id` is `<town>:<year>`. */
export type CertificateNumbers = { _id: string; gridPath: string[]; last: number };
