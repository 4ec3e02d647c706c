/** A refusal in CloudBase's own words: `{code, message}` on the wire, which the SDK turns into its errors. */
export class CloudBaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudBaseError';
  }
}
