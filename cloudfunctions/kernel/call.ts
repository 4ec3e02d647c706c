import type { Dayjs } from 'dayjs';
import type * as cloud from 'wx-server-sdk';
import type { Action } from '../contracts/contract';
import { type AuditEntry, recordInAudit, type Subject } from './audit-trail';
import type { Caller, Context, Database, HeldPost, UseCase } from './context';
import { AppError } from './errors';
import { logFault } from './fault-log';
import { authorise, identify } from './identity';
import { parseInput } from './input';
import { miniProgramCodeOf } from './mini-program-code';
import { phoneNumberOf } from './phone-number';
import { countInDatabase, type InstanceCounter } from './rate-limit';
import { storedFilesOf } from './stored-files';
import { sendMessageOf } from './subscription-message';
import type { Vault } from './vault';
import { wechatGroupOf } from './wechat-group';

/** What one instance of a function keeps from call to call. */
export type Tools = {
  sdk: typeof cloud;
  database: Database;
  vault: Vault;
  auditKey: Buffer;
  counter: InstanceCounter;
};

/** One call that came in by an allowed way. */
export type Call = {
  action: Action;
  /** `registration.enrol` */
  name: string;
  /** An openid, or `timer` or `operator`. */
  openid: string;
  requestId: string;
  now: Dayjs;
};

/** Runs a use case for a caller: identify, authorise, parse, count, run, check the output, audit. */
export async function perform(
  tools: Tools,
  call: Call,
  useCase: UseCase<unknown, unknown>,
  input: unknown,
): Promise<unknown> {
  const caller = isMachine(call)
    ? { openid: call.openid, name: null, householdId: null, personId: null, posts: [] }
    : await identify(tools.database, call.openid);
  const subject: Subject = {};
  let posts: readonly HeldPost[] = [];
  let isAttempt = true;

  let output: unknown;
  try {
    const granted = authorise(call.action.access, caller);
    posts = granted.posts;
    if (granted.scope.kind === 'household') subject.householdId = granted.scope.householdId;
    // A form that was only filled in wrongly is no attempt at anything.
    isAttempt = false;
    const parsed = parseInput(call.action.input, input);
    isAttempt = true;
    await count(tools, call);
    const context: Context = {
      caller,
      scope: granted.scope,
      now: call.now,
      database: tools.database,
      vault: tools.vault,
      about: (more) => void Object.assign(subject, more),
      phoneNumberOf: (phoneCode) => phoneNumberOf(tools.sdk, phoneCode),
      miniProgramCode: miniProgramCodeOf(tools.sdk),
      wechatGroupOf: wechatGroupOf(tools.sdk),
      files: storedFilesOf(tools.sdk),
      sendMessage: sendMessageOf(tools.sdk),
    };
    output = checkedOutput(call, await useCase(parsed, context));
  } catch (fault) {
    if (isAttempt) await auditRefusal(tools, call, { caller, posts, subject }, fault);
    throw fault;
  }
  // Awaited before the answer: what can't be recorded isn't shown.
  await audit(tools, call, { caller, posts, subject }, 'ok');
  return output;
}

const isMachine = ({ action }: Call): boolean =>
  action.access.by === 'timer' || action.access.by === 'operator';

async function count({ database, counter }: Tools, { action, name, openid, now }: Call): Promise<void> {
  if (action.limit === undefined) return;
  const key = `${openid}:${name}`;
  if (action.limit.counted === 'database') await countInDatabase(database, key, action.limit, now.valueOf());
  else counter.count(key, action.limit, now.valueOf());
}

/** Only what the contract names leaves; a document with more in it is cut down to that. */
function checkedOutput(call: Call, output: unknown): unknown {
  const result = call.action.output.safeParse(output);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.code}`);
  throw new Error(`The output breaks its contract at ${places.join(', ')}`);
}

type Who = { caller: Caller; posts: readonly HeldPost[]; subject: Subject };

async function audit(tools: Tools, call: Call, who: Who, outcome: AuditEntry['outcome']): Promise<void> {
  if (call.action.audit === 'none') return;
  await recordInAudit(tools.database, tools.auditKey, {
    now: call.now,
    caller: who.caller.openid,
    action: call.name,
    posts: who.posts,
    outcome,
    subject: who.subject,
    requestId: call.requestId,
  });
}

/** Attempts are recorded too. The refusal stands even if this fails. */
async function auditRefusal(tools: Tools, call: Call, who: Who, fault: unknown): Promise<void> {
  try {
    await audit(tools, call, who, fault instanceof AppError ? fault.code : 'INTERNAL');
  } catch (auditFault) {
    logFault(call.name, call.requestId, auditFault);
  }
}
