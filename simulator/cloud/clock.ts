/**
 * The time that functions and phones see: the machine's own, shifted. The shift lies in shared memory, so a function
 * that is running sees a change at once, on another thread.
 */
export class Clock {
  readonly shared = new SharedArrayBuffer(8);
  readonly #shift = new BigInt64Array(this.shared);

  constructor(shift = 0) {
    this.shift = shift;
  }

  get shift(): number {
    return Number(Atomics.load(this.#shift, 0));
  }

  set shift(milliseconds: number) {
    Atomics.store(this.#shift, 0, BigInt(Math.round(milliseconds)));
  }

  now(): number {
    return Date.now() + this.shift;
  }

  /** Time goes on from `moment` (epoch milliseconds). */
  moveTo(moment: number): void {
    this.shift = moment - Date.now();
  }
}
