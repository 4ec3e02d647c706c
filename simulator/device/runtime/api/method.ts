interface Callbacks<R> {
  success?: (result: R) => void;
  fail?: (error: Failure) => void;
  complete?: (result: R | Failure) => void;
}

/** A refusal in WeChat's words. */
export interface Failure {
  errMsg: string;
  errCode?: number;
  errno?: number;
}

type Answer<R> = R & { errMsg: string };

/** Thrown inside an API to refuse: becomes `{errMsg: "<api>:fail <reason>"}`. */
export class Refusal extends Error {
  constructor(
    reason: string,
    readonly errCode?: number,
  ) {
    super(reason);
    this.name = 'Refusal';
  }
}

/**
 * An asynchronous wx API in both of WeChat's styles: with success/fail/complete it answers through them,
 * without it returns a promise.
 */
export function method<O extends object, R extends object | undefined | void>(
  name: string,
  run: (options: O) => R | Promise<R>,
) {
  return (given?: O & Callbacks<Answer<R & object>>): Promise<Answer<R & object>> | undefined => {
    const options = given ?? ({} as O & Callbacks<Answer<R & object>>);
    const answered = answer(name, run, options);
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return answered;
    answered.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: unknown) => {
        fail?.(error as Failure);
        complete?.(error as Failure);
      },
    );
    return undefined;
  };
}

async function answer<O, R extends object | undefined | void>(
  name: string,
  run: (options: O) => R | Promise<R>,
  options: O,
): Promise<Answer<R & object>> {
  try {
    return { errMsg: `${name}:ok`, ...((await run(options)) as R & object) };
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with a plain object
    throw asFailure(name, error);
  }
}

export function asFailure(name: string, error: unknown): Failure {
  if (error instanceof Refusal)
    return {
      errMsg: `${name}:fail ${error.message}`,
      ...(error.errCode === undefined ? {} : { errCode: error.errCode }),
    };
  const errMsg = (error as Partial<Failure> | null)?.errMsg;
  if (errMsg !== undefined) return { ...(error as Failure), errMsg };
  return { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
}
