import type { IncomingMessage, ServerResponse } from 'node:http';

/** A refusal of the HTTP layer itself, before CloudBase's own rules come in. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** One request and its answer. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** What the route's pattern captured. */
  captured: string[];
}

/** Reads a body of at most `limit` bytes; what is longer is refused and not kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
    else if (size > limit * 10) throw new HttpError(413, `the body is larger than ${limit} bytes`);
  }
  if (size > limit) throw new HttpError(413, `the body is larger than ${limit} bytes`);
  return Buffer.concat(chunks);
}

export async function readJson(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  const text = (await readBody(request, limit)).toString('utf8');
  let value: unknown;
  try {
    value = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new HttpError(400, 'the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new HttpError(400, 'the body is not a JSON object');
  return value as Record<string, unknown>;
}

/** The charset is part of the SDK's own test for "this is JSON", so it stays to the letter. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
  });
  response.end(body);
}

/** The phone that asks, by its owner's openid. */
export function openidOf(request: IncomingMessage): string {
  const openid = request.headers['x-wx-openid'];
  if (typeof openid !== 'string' || !/^[\w-]{1,64}$/.test(openid))
    throw new HttpError(400, 'the header x-wx-openid is missing or malformed');
  return openid;
}
