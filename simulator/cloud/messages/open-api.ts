import type { FunctionRuntime } from '../functions/runtime';
import type { LogBook } from '../functions/log-book';
import { unlimitedCode } from './mini-program-code';
import {
  encodeAnswer,
  encodeOpenData,
  encodeRefusal,
  GET_OPEN_DATA,
  type OpenApiRequest,
} from './open-api-wire';
import type { OpenData } from './open-data';
import type { SubscriptionMessages } from './subscription-message';
import { WeChatError } from './wechat-error';

const NO_PERMISSION = -604101;
const NOT_FOUND = -604100;

type Api = (parameters: Record<string, unknown>) => Record<string, unknown> | Promise<Buffer>;

/** WeChat's server interfaces as functions reach them through `cloud.openapi`. */
export class OpenApi {
  readonly #apis: Record<string, Api>;
  readonly #openData: OpenData;

  constructor(
    private readonly runtime: FunctionRuntime,
    private readonly logs: LogBook,
    parts: { messages: SubscriptionMessages; openData: OpenData; appJson: string },
  ) {
    this.#openData = parts.openData;
    this.#apis = {
      'subscribeMessage.send': (parameters) => parts.messages.send(parameters),
      'phonenumber.getPhoneNumber': (parameters) => parts.openData.getPhoneNumber(parameters),
      'wxacode.getUnlimited': (parameters) => unlimitedCode(parameters, parts.appJson),
    };
  }

  /** Answers the bytes the SDK expects. As in WeChat, a function may call only what its config.json declares. */
  async call({ api, token, parameters }: OpenApiRequest): Promise<Buffer> {
    const caller = this.runtime.callOf(token);
    if (api === GET_OPEN_DATA) return this.#showOpenData(parameters, caller?.caller.openid);
    const implementation = this.#apis[api];
    if (implementation === undefined) {
      this.#note(token, `openapi.${api} is not emulated by the simulator`);
      return encodeRefusal(NOT_FOUND);
    }
    if (caller !== undefined && !this.runtime.mayCallOpenApi(caller.function, api)) {
      this.#note(
        token,
        `openapi.${api} must be declared in config.json: {"permissions":{"openapi":["${api}"]}}`,
      );
      return encodeRefusal(NO_PERMISSION);
    }
    try {
      const answer = await implementation(parameters);
      return Buffer.isBuffer(answer)
        ? encodeAnswer('image/png', answer)
        : json({ errcode: 0, errmsg: 'ok', ...answer });
    } catch (error) {
      if (error instanceof WeChatError) return json({ errcode: error.errcode, errmsg: error.message });
      throw error;
    }
  }

  /** What WeChat alone can say, so that a phone can't make it up: to the function that its owner called. */
  #showOpenData({ list }: Record<string, unknown>, openid: string | undefined): Buffer {
    const ids = (Array.isArray(list) ? list : []).map(String);
    return encodeOpenData(ids.map((cloudId) => ({ cloudId, data: this.#openData.dataOf(cloudId, openid) })));
  }

  #note(token: string, text: string): void {
    const name = this.runtime.callOf(token)?.function ?? '';
    this.logs.write({ function: name, instance: 0, level: 'error', text, requestID: '' });
  }
}

const json = (value: unknown): Buffer =>
  encodeAnswer('application/json; charset=utf-8', Buffer.from(JSON.stringify(value)));
