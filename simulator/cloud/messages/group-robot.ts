import type { MessageBook } from './message-book';
import { WeChatError } from './wechat-error';

const PER_MINUTE = 20;
const MINUTE = 60_000;

type Body = Record<string, unknown>;
const part = (body: Body, name: string): Body => (body[name] ?? {}) as Body;
const contentAtMost =
  (limit: number) =>
  (content: Body): void => {
    const text = content.content;
    if (typeof text !== 'string' || text === '') throw new WeChatError(44004, 'text content is empty');
    if (Buffer.byteLength(text) > limit) throw new WeChatError(40058, `content exceed max length. ${limit}`);
  };
const needs =
  (...names: string[]) =>
  (content: Body): void => {
    const missing = names.find((name) => content[name] === undefined);
    if (missing !== undefined) throw new WeChatError(40058, `invalid Request Parameter, missing ${missing}`);
  };

const messageTypes: Record<string, (content: Body) => void> = {
  text: contentAtMost(2048),
  markdown: contentAtMost(4096),
  markdown_v2: contentAtMost(4096),
  image: needs('base64', 'md5'),
  news: needs('articles'),
  file: needs('media_id'),
  voice: needs('media_id'),
  template_card: needs('card_type'),
};

/** A WeCom group robot's webhook: records what it is sent, with WeCom's limits and refusals. */
export class GroupRobots {
  readonly #sent = new Map<string, number[]>();
  /** Robots that were told to fail: with which of WeCom's numbers, and how often. */
  readonly #failing = new Map<string, { errcode: number; times: number }>();

  constructor(
    private readonly book: MessageBook,
    private readonly now: () => number,
  ) {}

  /** From now on the robot refuses so many lines with this number (93000: taken out of its group, 45009: too many a minute); 0 times heals it. */
  fail(key: string, failure: { errcode: number; times: number }): void {
    this.#failing.set(key, failure);
  }

  send(key: string, body: Body): void {
    this.#failAsTold(key);
    if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(key))
      throw new WeChatError(93000, 'invalid webhook url');
    const type = body.msgtype;
    const check = typeof type === 'string' ? messageTypes[type] : undefined;
    if (check === undefined) throw new WeChatError(40008, 'invalid message type');
    check(part(body, type as string));
    this.#countWithinLimit(key);
    this.book.add({ channel: 'robot', to: key, content: body });
  }

  #failAsTold(key: string): void {
    const failure = this.#failing.get(key);
    if (failure === undefined || failure.times <= 0) return;
    failure.times -= 1;
    throw new WeChatError(failure.errcode, 'as the simulator was told');
  }

  #countWithinLimit(key: string): void {
    const now = this.now();
    const recent = (this.#sent.get(key) ?? []).filter((at) => at > now - MINUTE && at <= now);
    if (recent.length >= PER_MINUTE) throw new WeChatError(45009, 'api freq out of limit');
    this.#sent.set(key, [...recent, now]);
  }
}
