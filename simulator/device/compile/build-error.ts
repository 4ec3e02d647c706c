/** A mistake in the mini-program's source that keeps it from being built; shown on the phone's screen. */
export class BuildError extends Error {
  constructor(
    readonly file: string,
    message: string,
  ) {
    super(`${file}: ${message}`);
    this.name = 'BuildError';
  }
}
