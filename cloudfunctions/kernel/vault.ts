import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { type Environment, readKey } from './environment';

/** Field names the sealing is bound to, so that a sealed value copied into another field does not open. */
export type SealedField = 'papers' | 'phone' | 'address' | 'invitation' | 'roster' | 'signature' | 'webhook';

/** What is looked up: sealed fields, and the words of a search. */
export type IndexedField = SealedField | 'search';

/** Keeps what must not stand in the clear: AES-256-GCM with the environment's key, HMAC-SHA-256 for exact look-up. */
export interface Vault {
  seal(field: SealedField, value: string): string;
  open(field: SealedField, sealed: string): string;
  /** Same value, same index; it can't be turned back without the key. For `where({ phoneIndex: … })`. */
  indexOf(field: IndexedField, value: string): string;
}

/** Format 1: `s1.` + base64url(nonce ‖ tag ‖ ciphertext). Another algorithm gets another prefix. */
const PREFIX = 's1.';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The vault of an environment. `CUNAN_SEALING_KEY_OLD`, where set, still opens what was sealed before a change of keys;
 * new values are sealed with the new key only. The index key can't change without rewriting every index.
 */
export function vaultOf(environment: Environment): Vault {
  const sealingKey = readKey(environment, 'CUNAN_SEALING_KEY');
  const indexKey = readKey(environment, 'CUNAN_INDEX_KEY');
  const openingKeys = environment.CUNAN_SEALING_KEY_OLD
    ? [sealingKey, readKey(environment, 'CUNAN_SEALING_KEY_OLD')]
    : [sealingKey];

  return {
    seal(field, value) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(boundTo(field));
      const ciphertext = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return PREFIX + Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
    },
    open(field, sealed) {
      for (const key of openingKeys) {
        const value = tryOpen(key, field, sealed);
        if (value !== null) return value;
      }
      throw new Error(
        `A sealed ${field} does not open: it was changed, moved here, or sealed with another key`,
      );
    },
    indexOf: (field, value) =>
      createHmac('sha256', indexKey)
        .update(`${field}\0${normalised(value)}`)
        .digest('base64url'),
  };
}

const boundTo = (field: SealedField): Buffer => Buffer.from(PREFIX + field);

function tryOpen(key: Buffer, field: SealedField, sealed: string): string | null {
  const bytes = Buffer.from(sealed.slice(PREFIX.length), 'base64url');
  if (!sealed.startsWith(PREFIX) || bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(field)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return null;
  }
}

/** Full-width digits, spaces, dashes and a lower-case x are the same number to a reader, so they are to the index. */
const normalised = (value: string): string => value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
