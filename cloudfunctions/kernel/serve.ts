import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type * as cloud from 'wx-server-sdk';
import type { Action, Contract, Failure, Reply } from '../contracts/contract';
import { perform, type Tools } from './call';
import { chinaNow } from './clock';
import type { UseCase } from './context';
import { readKey } from './environment';
import { AppError } from './errors';
import { logFault } from './fault-log';
import { FLOOD, InstanceCounter } from './rate-limit';
import { admit, isTimer, type Origin } from './source';
import { vaultOf } from './vault';

/** One use case for each action of the contract, no more and no fewer. */
export type UseCases<C extends Contract> = {
  [A in keyof C]: UseCase<z.output<C[A]['input']>, z.input<C[A]['output']>>;
};

type Main = (event: unknown, invocation?: { request_id?: string }) => Promise<Reply<unknown>>;

/**
 * A cloud function out of use cases. Each call: pick the action, admit by source, identify, authorise, parse, count, run,
 * check the output, audit, answer. A timer's event has no say in the action: it runs the contract's one `timer` action.
 */
export function serve<C extends Contract>(
  name: string,
  contract: C,
  useCases: NoInfer<UseCases<C>>,
  sdk: typeof cloud,
): Main {
  const actions = new Map<string, Action>(Object.entries(contract));
  const timerActions = [...actions.keys()].filter((action) => contract[action]?.access.by === 'timer');
  if (timerActions.length > 1)
    throw new Error(`${name}: CloudBase gives a function one timer, so it has one timer action at most`);

  // The SDK's types want a text here; its own constant for "the environment I run in" is a symbol.
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string });
  let tools: Tools | undefined;
  const openTools = (): Tools => ({
    sdk,
    database: sdk.database(),
    vault: vaultOf(process.env),
    auditKey: readKey(process.env, 'CUNAN_AUDIT_KEY'),
    counter: new InstanceCounter(),
  });

  return async function main(event, invocation) {
    const requestId = invocation?.request_id ?? randomUUID();
    let called = name;
    try {
      tools ??= openTools();
      const origin: Origin = { ...sdk.getWXContext(), webUser: process.env.TCB_UUID };
      const request = isTimer(origin) ? { action: timerActions[0], input: {} } : readRequest(event);
      const action = actions.get(request.action ?? '');
      if (request.action === undefined || action === undefined)
        throw new AppError('INVALID_INPUT', '没有这个操作，请更新小程序后再试');
      called = `${name}.${request.action}`;

      const openid = admit(action.access, origin);
      const now = chinaNow();
      tools.counter.count(`flood:${openid}:${called}`, FLOOD, now.valueOf());
      // The types pair each action with its use case; a look-up by string can't say so.
      const useCase = useCases[request.action] as UseCase<unknown, unknown>;
      const call = { action, name: called, openid, requestId, now };
      return { ok: true, data: await perform(tools, call, useCase, request.input) };
    } catch (fault) {
      return { ok: false, error: failureOf(fault, called, requestId) };
    }
  };
}

/** The event as the client's `call()` sends it; anything else has no action. */
function readRequest(event: unknown): { action: string | undefined; input: unknown } {
  if (typeof event !== 'object' || event === null) return { action: undefined, input: undefined };
  const { action, input } = event as { action?: unknown; input?: unknown };
  return { action: typeof action === 'string' ? action : undefined, input };
}

function failureOf(fault: unknown, called: string, requestId: string): Failure {
  if (fault instanceof AppError)
    return { code: fault.code, message: fault.message, ...(fault.fields && { fields: fault.fields }) };
  logFault(called, requestId, fault);
  return { code: 'INTERNAL', message: '服务出了点问题，请稍后再试' };
}
