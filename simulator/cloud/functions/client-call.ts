import { CloudBaseError } from '../errors';
import type { OpenData } from '../messages/open-data';
import { APP_ID, client } from './caller';
import type { FunctionRuntime } from './runtime';

export type ClientAnswer = { result: unknown; requestID: string } | { errCode: number; errMsg: string };

const EVENT_LIMIT = 100 * 1024;
const RESULT_LIMIT = 1024 * 1024;

/** CloudBase's codes as numbers, as `wx.cloud` gives them. */
const numbers: Record<string, [number, string]> = {
  FUNCTION_NOT_FOUND: [-501000, 'resource not found'],
  FUNCTIONS_EXECUTE_FAIL: [-504002, 'functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, 'functions time limit exceeded'],
  EXCEED_CONCURRENT_REQUEST_LIMIT: [-501004, 'exceed concurrent request limit'],
  INVALID_PARAM: [-501007, 'invalid parameters'],
};

/** `wx.cloud.callFunction` as a phone makes it: limited in size, open data revealed, the caller's openid in the event. */
export async function callAsClient(
  runtime: FunctionRuntime,
  openData: OpenData,
  call: { name: string; data: Record<string, unknown>; openid: string },
): Promise<ClientAnswer> {
  if (Buffer.byteLength(JSON.stringify(call.data)) > EVENT_LIMIT)
    return failure(-501007, 'invalid parameters', 'data exceed max size: 100 KB at most');
  const event = {
    ...openData.reveal(call.data, call.openid),
    userInfo: { appId: APP_ID, openId: call.openid },
  };
  return answerOf(async () => {
    const invocation = await runtime.invoke(call.name, JSON.stringify(event), client(call.openid));
    if (Buffer.byteLength(invocation.result) > RESULT_LIMIT)
      return failure(
        -604001,
        'cloudfunction result size exceed limit (1MB)',
        `requestID ${invocation.requestID}`,
      );
    return { result: JSON.parse(invocation.result) as unknown, requestID: invocation.requestID };
  });
}

/** Turns a refusal into the shape that `wx.cloud.callFunction` fails with. */
export async function answerOf(work: () => Promise<ClientAnswer>): Promise<ClientAnswer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CloudBaseError)) throw error;
    return failure(...(numbers[error.code] ?? [-501001, 'resource system error']), error.message);
  }
}

const failure = (errCode: number, name: string, message: string): ClientAnswer => ({
  errCode,
  errMsg: `cloud.callFunction:fail Error: errCode: ${errCode} ${name} | errMsg: ${message}`,
});
