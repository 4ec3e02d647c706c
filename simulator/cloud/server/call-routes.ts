import type { Cloud } from '../cloud';
import { openidOf, readJson, sendJson, type Exchange } from './exchange';
import type { Route } from './server';

/** Room above the 100 KB that a client's call may carry, so that what is a little too large gets CloudBase's own answer. */
const BODY_LIMIT = 1024 * 1024;

/** Calling functions from outside: as a phone, as an operator, as the clock. */
export function callRoutes(cloud: Cloud): Route[] {
  return [
    { method: 'POST', pattern: /^\/call\/([\w-]+)$/, handle: call },
    { method: 'POST', pattern: /^\/simulator\/invoke\/([\w-]+)$/, handle: invoke },
    { method: 'POST', pattern: /^\/simulator\/timers\/([\w-]+)$/, handle: fire },
  ];

  async function call({ request, response, captured: [name = ''] }: Exchange): Promise<void> {
    const openid = openidOf(request);
    sendJson(response, await cloud.callAsClient(name, await dataOf(request), openid));
  }

  async function invoke({ request, response, captured: [name = ''] }: Exchange): Promise<void> {
    sendJson(response, await cloud.callAsOperator(name, await dataOf(request)));
  }

  async function fire({ response, captured: [name = ''] }: Exchange): Promise<void> {
    sendJson(response, await cloud.fireTimer(name));
  }

  async function dataOf(request: Exchange['request']): Promise<Record<string, unknown>> {
    const { data } = await readJson(request, BODY_LIMIT);
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  }
}
