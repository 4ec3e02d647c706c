import * as z from 'zod';
import type { Cloud } from '../cloud';
import { HttpError, openidOf, readJson, sendJson, type Exchange } from './exchange';
import type { Route } from './server';

const BODY_LIMIT = 64 * 1024;
const PAGE_AT_MOST = 200;
const YEAR_2100 = Date.UTC(2100, 0);
const TEN_YEARS = 10 * 366 * 86_400_000;

const clockSchema = z.union([
  z.strictObject({ set: z.union([z.number().min(0).max(YEAR_2100), z.iso.datetime({ offset: true })]) }),
  z.strictObject({ advance: z.number().min(0).max(TEN_YEARS) }),
]);
const openDataSchema = z.union([
  z.strictObject({ kind: z.literal('phone') }),
  z.strictObject({ kind: z.literal('group'), openGid: z.string().min(1) }),
]);
const phoneSchema = z.strictObject({ phone: z.string().regex(/^1\d{10}$/) });
const robotSchema = z.strictObject({
  key: z.string(),
  errcode: z.number().int(),
  times: z.number().int().min(0).max(1_000),
});
const subscriptionsSchema = z.strictObject({ answers: z.record(z.string(), z.enum(['accept', 'reject'])) });

/** What the pages around the phone, tests and people look at and turn: clock, messages, logs, data, personas. */
export function toolRoutes(cloud: Cloud): Route[] {
  return [
    get('health', () => cloud.health()),
    get('clock', () => ({ now: cloud.clock.now() })),
    get('messages', () => cloud.messages.list()),
    get('logs', ({ url }) => cloud.logs.after(Number(url.searchParams.get('after') ?? 0))),
    get('collections', () => cloud.database.collections()),
    get('collections/(.+)', browse),
    get('personas', () => cloud.people.personas),
    get('groups', () => cloud.people.groups),
    { method: 'GET', pattern: /^\/simulator\/events$/, handle: ({ response }) => cloud.events.add(response) },
    post('clock', clockSchema, async (body) => ({
      now: await ('set' in body ? cloud.setClock(body.set) : cloud.advanceClock(body.advance)),
    })),
    post('open-data', openDataSchema, openData),
    post('phones', phoneSchema, ({ phone }, exchange) => {
      cloud.openData.setPhone(openidOf(exchange.request), phone);
      return { phone };
    }),
    post('robots', robotSchema, ({ key, ...failure }) => {
      cloud.robots.fail(key, failure);
      return failure;
    }),
    post('subscriptions', subscriptionsSchema, ({ answers }, exchange) => {
      const openid = openidOf(exchange.request);
      for (const [template, answer] of Object.entries(answers))
        if (answer === 'accept') cloud.credits.add(openid, template);
      return { errMsg: 'requestSubscribeMessage:ok', ...answers };
    }),
  ];

  function browse({ url, captured: [name = ''] }: Exchange): unknown {
    if (!cloud.database.collections().some((collection) => collection.name === name))
      throw new HttpError(404, 'no such collection');
    const number = (parameter: string, otherwise: number): number => {
      const value = Number(url.searchParams.get(parameter) ?? otherwise);
      return Number.isInteger(value) && value >= 0 ? value : otherwise;
    };
    return cloud.database.browse(name, {
      offset: number('offset', 0),
      limit: Math.min(PAGE_AT_MOST, number('limit', 50)),
    });
  }

  function openData(body: z.infer<typeof openDataSchema>, { request }: Exchange): unknown {
    const openid = openidOf(request);
    if (body.kind === 'group') {
      if (!cloud.people.groups.some((group) => group.openGid === body.openGid))
        throw new HttpError(404, 'no such group');
      return { cloudID: cloud.openData.groupCloudId(openid, body.openGid) };
    }
    const code = cloud.openData.phoneCode(openid);
    if (code === undefined) throw new HttpError(409, 'this phone has no number yet');
    return { code };
  }
}

function get(path: string, answer: (exchange: Exchange) => unknown): Route {
  return {
    method: 'GET',
    pattern: new RegExp(`^/simulator/${path}$`),
    handle: (exchange) => sendJson(exchange.response, answer(exchange)),
  };
}

function post<T>(
  path: string,
  schema: z.ZodType<T>,
  answer: (body: T, exchange: Exchange) => unknown,
): Route {
  return {
    method: 'POST',
    pattern: new RegExp(`^/simulator/${path}$`),
    handle: async (exchange) => {
      const parsed = schema.safeParse(await readJson(exchange.request, BODY_LIMIT));
      if (!parsed.success) throw new HttpError(400, z.prettifyError(parsed.error));
      sendJson(exchange.response, await answer(parsed.data, exchange));
    },
  };
}
