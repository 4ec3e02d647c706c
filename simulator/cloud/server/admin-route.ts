import { randomUUID } from 'node:crypto';
import type { Database } from '../database';
import { CloudBaseError } from '../errors';
import { functionCalledBy, operator } from '../functions/caller';
import type { FunctionRuntime } from '../functions/runtime';
import type { OpenApi } from '../messages/open-api';
import { readOpenApiRequest } from '../messages/open-api-wire';
import type { StorageActions } from '../storage/storage-actions';
import { readJson, sendJson, type Exchange } from './exchange';
import type { Route } from './server';

export interface AdminParts {
  database: Database;
  runtime: FunctionRuntime;
  storage: StorageActions;
  openApi: OpenApi;
  onError: (error: unknown) => void;
}

type Answer = Record<string, unknown>;

/** SCF takes events of at most 6 MB. */
const BODY_LIMIT = 6 * 1024 * 1024;

/** CloudBase's wire protocol: where the genuine SDK sends everything. */
export function adminRoute(parts: AdminParts): Route {
  return {
    method: 'POST',
    pattern: /^\/admin$/,
    handle: (exchange) =>
      (exchange.request.headers['content-type'] ?? '').startsWith('multipart/form-data')
        ? openApi(exchange)
        : action(exchange),
  };

  async function action({ request, response }: Exchange): Promise<void> {
    const parameters = await readJson(request, BODY_LIMIT);
    const name = typeof parameters.action === 'string' ? parameters.action : '';
    const requestId = randomUUID();
    sendJson(response, { requestId, ...(await answerOrError(() => dispatch(name, parameters))) });
  }

  async function openApi({ request, response }: Exchange): Promise<void> {
    const call = await readOpenApiRequest(request);
    const answer = await answerOrError(async () => {
      if (call.action !== 'wx.openApi') throw notEmulated(call.action);
      return { bytes: await parts.openApi.call(call) };
    });
    if (!('bytes' in answer)) sendJson(response, { requestId: randomUUID(), ...answer });
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(answer.bytes);
  }

  async function dispatch(name: string, parameters: Record<string, unknown>): Promise<Answer> {
    if (name.startsWith('database.')) return { ...(await parts.database.handle(name, parameters)) };
    if (name.startsWith('storage.')) return { data: await parts.storage.handle(name, parameters) };
    if (name === 'functions.invokeFunction') return { data: { response_data: await invoke(parameters) } };
    throw notEmulated(name);
  }

  /** The caller is whoever called the function that calls, one link further down the chain. */
  async function invoke(parameters: Record<string, unknown>): Promise<string> {
    const { function_name: name, request_data: data, wxCloudApiToken: token } = parameters;
    const calling = parts.runtime.callOf(String(token));
    const caller = calling === undefined ? operator : functionCalledBy(calling.caller);
    const event = typeof data === 'string' && data !== '' ? data : '{}';
    return (await parts.runtime.invoke(String(name), event, caller)).result;
  }

  async function answerOrError(work: () => Promise<Answer>): Promise<Answer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CloudBaseError) return { code: error.code, message: error.message };
      parts.onError(error);
      return { code: 'SYS_ERR', message: 'the simulator failed; see its logs' };
    }
  }
}

const notEmulated = (action: string): CloudBaseError =>
  new CloudBaseError('INVALID_PARAM', `${action} is not emulated by the simulator`);
