import type { Dayjs } from 'dayjs';
import type * as cloud from 'wx-server-sdk';
import type { StaffRole } from '../contracts/contract';
import type { MiniProgramCode } from './mini-program-code';
import type { Scope } from './scope';
import type { StoredFiles } from './stored-files';
import type { SendMessage } from './subscription-message';
import type { Vault } from './vault';
import type { WechatGroupOf } from './wechat-group';

export type Database = ReturnType<typeof cloud.database>;

/** A role in one grid; `gridPath` runs from the town down to that grid. */
export type HeldPost = { postId: string; role: StaffRole; gridId: string; gridPath: readonly string[] };

/** Who calls, as the `accounts` collection knows them. Nobody has an account before they enrol or sign in. */
export type Caller = {
  openid: string;
  name: string | null;
  householdId: string | null;
  /** Who of that household; null where only heads had phones when the account was made. */
  personId: string | null;
  posts: readonly HeldPost[];
};

/** What a use case gets besides its parsed input. */
export type Context = {
  caller: Caller;
  /** What the caller may see and touch in this action. Every repository takes it; none works without it. */
  scope: Scope;
  /** Now, in UTC+8. The only clock a use case reads. */
  now: Dayjs;
  database: Database;
  /** Seals, opens, masks and indexes what must not stand in the clear. */
  vault: Vault;
  /** Completes this call's audit entry: whose data it was, and why it was opened. */
  about(subject: {
    householdId?: string;
    personId?: string;
    gridPath?: readonly string[];
    reason?: string;
  }): void;
  /** WeChat's phone-number exchange: the number behind the code of the phone-number button. */
  phoneNumberOf(phoneCode: string): Promise<string>;
  miniProgramCode: MiniProgramCode;
  wechatGroupOf: WechatGroupOf;
  files: StoredFiles;
  /** A subscription message to one phone whose owner allowed it. */
  sendMessage: SendMessage;
};

/** A use case is a plain function; it never sees the SDK, the wire or the caller's raw identity. */
export type UseCase<Input, Output> = (input: Input, context: Context) => Promise<Output>;
