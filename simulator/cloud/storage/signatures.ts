import { createHmac, timingSafeEqual } from 'node:crypto';

/** Leave to fetch or to upload one file until a moment, for whoever holds it. */
export class Signatures {
  constructor(
    private readonly key: string,
    private readonly now: () => number,
  ) {}

  /** `until.signature`, with `until` in epoch seconds. */
  sign(purpose: 'get' | 'put', path: string, seconds: number): string {
    const until = Math.floor(this.now() / 1000) + seconds;
    return `${until}.${this.#seal(purpose, path, until)}`;
  }

  holds(purpose: 'get' | 'put', path: string, signature: string): boolean {
    const [until = '', seal = ''] = signature.split('.', 2);
    if (!/^\d+$/.test(until) || Number(until) * 1000 < this.now()) return false;
    const expected = Buffer.from(this.#seal(purpose, path, Number(until)));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #seal(purpose: string, path: string, until: number): string {
    return createHmac('sha256', this.key).update(`${purpose}\n${until}\n${path}`).digest('hex');
  }
}
