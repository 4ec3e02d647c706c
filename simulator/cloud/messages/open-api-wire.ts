import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { Reader, Writer } from 'protobufjs/minimal';

/** The SDK's `openapi.*` calls: a multipart form around protobuf, answered in protobuf. Field numbers are the SDK's. */
export interface OpenApiRequest {
  api: string;
  token: string;
  parameters: Record<string, unknown>;
}

const LIMIT = 20 * 1024 * 1024;

export async function readOpenApiRequest(
  request: IncomingMessage,
): Promise<OpenApiRequest & { action: string }> {
  const form = await readForm(request);
  const text = (name: string): string => form.get(name)?.toString('utf8') ?? '';
  const data = form.get('requestData') ?? Buffer.alloc(0);
  return {
    action: text('action'),
    api: text('apiName'),
    token: text('wxCloudApiToken'),
    parameters: text('apiName') === GET_OPEN_DATA ? { list: decodeCloudIds(data) } : decodeParameters(data),
  };
}

function readForm(request: IncomingMessage): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    const form = new Map<string, Buffer>();
    const parser = busboy({ headers: request.headers, limits: { fileSize: LIMIT, fieldSize: LIMIT } });
    parser.on('field', (name, value) => form.set(name, Buffer.from(value)));
    parser.on('file', (name, stream) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => form.set(name, Buffer.concat(chunks)));
    });
    parser.on('close', () => resolve(form));
    parser.on('error', reject);
    request.on('error', reject);
    request.pipe(parser);
  });
}

/** The SDK's `getOpenData`, which is no `openapi.*` and needs no declaration: its parameters are cloudIDs. */
export const GET_OPEN_DATA = 'ApiGetOpenDataByCloudId';
const OPENAPI_DATA = 2;
const SVRKIT_DATA = 4;
const REQUEST = 2;
const CLOUD_ID = 2;
const PAIR = 1;
const KEY = 1;
const VALUE = 2;

/** CommApiData → openapiData → pairs of key and JSON value. A value that is no JSON is an uploaded medium. */
function decodeParameters(message: Buffer): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const data of lengthDelimited(message, OPENAPI_DATA))
    for (const pair of lengthDelimited(data, PAIR)) {
      const key = lengthDelimited(pair, KEY)[0];
      const value = lengthDelimited(pair, VALUE)[0];
      if (key !== undefined && value !== undefined)
        parameters[Buffer.from(key).toString('utf8')] = parseJson(Buffer.from(value));
    }
  return parameters;
}

/** CommApiData → svrkitData → ApiGetOpenDataByCloudIdReq → the cloudIDs. */
const decodeCloudIds = (message: Buffer): string[] =>
  lengthDelimited(message, SVRKIT_DATA)
    .flatMap((data) => lengthDelimited(data, REQUEST))
    .flatMap((request) => lengthDelimited(request, CLOUD_ID))
    .map((id) => Buffer.from(id).toString('utf8'));

function lengthDelimited(message: Uint8Array, field: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  const reader = Reader.create(message);
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (tag === ((field << 3) | 2)) found.push(reader.bytes());
    else reader.skipType(tag & 7);
  }
  return found;
}

function parseJson(value: Buffer): unknown {
  try {
    return JSON.parse(value.toString('utf8')) as unknown;
  } catch {
    return value;
  }
}

/** CommOpenApiResp with a body as WeChat's HTTP interface gives it. */
export const encodeAnswer = (contentType: string, body: Buffer): Buffer =>
  Buffer.from(
    Writer.create()
      .uint32((1 << 3) | 2)
      .bytes(body)
      .uint32((2 << 3) | 2)
      .string(contentType)
      .finish(),
  );

/** CommOpenApiResp around ApiGetOpenDataByCloudIdResp: what each cloudID stands for, as JSON. */
export function encodeOpenData(items: readonly { cloudId: string; data: object }[]): Buffer {
  const list = Writer.create();
  for (const { cloudId, data } of items)
    list
      .uint32((1 << 3) | 2)
      .fork()
      .uint32((1 << 3) | 2)
      .string(cloudId)
      .uint32((2 << 3) | 2)
      .string(JSON.stringify(data))
      .ldelim();
  return Buffer.from(
    Writer.create()
      .uint32((1 << 3) | 2)
      .bytes(list.finish())
      .finish(),
  );
}

/** CommOpenApiResp with a refusal of WeChat's gateway, such as -604101: the function has not declared the API. */
export const encodeRefusal = (errorCode: number): Buffer =>
  Buffer.from(
    Writer.create()
      .uint32(3 << 3)
      .int32(errorCode)
      .finish(),
  );
