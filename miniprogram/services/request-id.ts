const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const LENGTH = 24;

/**
 * A new request id: 24 characters of [A-Za-z0-9_-], 144 random bits. Made when a form opens and kept with its draft, so that
 * the same form sent twice is one act. Math.random serves where the phone has no better source: an id need not be
 * secret, only its own.
 */
export async function makeRequestId(): Promise<string> {
  const bytes = await randomBytes(LENGTH);
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}

async function randomBytes(length: number): Promise<Uint8Array> {
  if (wx.canIUse('getRandomValues')) {
    try {
      const { randomValues } = await wx.getRandomValues({ length });
      return new Uint8Array(randomValues);
    } catch {
      // Some phones have the call but no source behind it.
    }
  }
  return Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));
}
