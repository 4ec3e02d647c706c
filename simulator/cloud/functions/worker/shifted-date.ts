/** Makes `Date` follow the simulator's clock. Its prototype stays, so `instanceof` and structured clones hold. */
export function shiftDate(shared: SharedArrayBuffer): void {
  const shift = new BigInt64Array(shared);
  const RealDate = Date;
  const realNow = RealDate.now;
  const now = (): number => realNow() + Number(Atomics.load(shift, 0));
  const Shifted = new Proxy(RealDate, {
    construct: (target, parameters: unknown[], newTarget: typeof Date): Date =>
      Reflect.construct(target, parameters.length > 0 ? parameters : [now()], newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: Shifted,
    writable: true,
    configurable: true,
  });
  globalThis.Date = Shifted;
}
