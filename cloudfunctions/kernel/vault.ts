/** Field names the sealing is bound to, so that a sealed value copied into another field does not open. */
export type SealedField = 'papers' | 'phone' | 'address';

/** Keeps what must not stand in the clear: AES-256-GCM with the environment's key, HMAC-SHA-256 for exact look-up. */
export interface Vault {
  seal(field: SealedField, value: string): string;
  open(field: SealedField, sealed: string): string;
  /** Same value, same index; it can't be turned back without the key. For `where({ phoneIndex: … })`. */
  indexOf(field: SealedField, value: string): string;
}
