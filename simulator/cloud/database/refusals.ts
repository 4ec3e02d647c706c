import { CloudBaseError } from '../errors';

/** CloudBase's general database refusal; MongoDB's own words follow in the message. */
export const requestFailed = (message: string) => new CloudBaseError('DATABASE_REQUEST_FAILED', message);

/** An operator, stage or option that doesn't exist or isn't offered: an error, never ignored. */
export const invalidOperator = (message: string) => new CloudBaseError('DATABASE_INVALID_OPERRATOR', message);

export const invalidParameter = (message: string) => new CloudBaseError('INVALID_PARAM', message);

export const noSuchCollection = (name: string) =>
  new CloudBaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem persists, contact us.`,
  );

export const duplicateKey = (collection: string, index: string, key: string) =>
  requestFailed(
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  );

/** The loser of a write conflict; the SDK's runTransaction starts over when commit answers with it. */
export const transactionConflict = () =>
  new CloudBaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict',
  );

export const noSuchTransaction = () =>
  new CloudBaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
