const PREFIX = 'cunan-pickup:';

/** What the QR code on a household's order says, and how whoever hands out reads it. */
export const pickupCodeOf = (orderId: string): string => `${PREFIX}${orderId}`;

/** The order that a scanned text names; null for any other code. */
export const orderIdOfCode = (scanned: string): string | null =>
  scanned.startsWith(PREFIX) && scanned.length > PREFIX.length ? scanned.slice(PREFIX.length) : null;
