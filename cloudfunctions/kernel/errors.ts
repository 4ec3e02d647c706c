import type { ErrorCode } from '../contracts/contract';

/**
 * An expected failure: `message` and `fields` (input path → text) are shown to the user as they stand, so they are plain
 * Chinese. Everything that isn't an AppError is a fault: logged, and answered as INTERNAL.
 */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = 'AppError';
  }
}
