import { join } from 'node:path';
import type { AuditEntry } from '../../../cloudfunctions/kernel/audit-trail';
import type { Account } from '../../../cloudfunctions/kernel/identity';
import { startSimulator, type Simulator } from '../../../simulator/simulator';

export const STRANGER = 'o-stranger';
export const MEMBER = 'o-member';
export const VILLAGER = 'o-villager';

const account = (_id: string, more: Partial<Account>): Account => ({
  _id,
  name: '王芳',
  phone: null,
  phoneIndex: null,
  householdId: null,
  posts: [],
  version: 1,
  ...more,
});
const note = (_id: string, gridPath: string[], householdId: string) => ({
  _id,
  title: _id,
  gridPath,
  householdId,
});

/** A simulator with nothing but the function that tries the kernel out, started before and stopped after a file's tests. */
export function useProbe() {
  let simulator: Simulator;
  beforeAll(async () => {
    const functions = join(__dirname, 'functions');
    simulator = await startSimulator({ port: 0, data: ':memory:', demo: 'empty', device: false, functions });
    simulator.database.insertMany('accounts', [
      account(MEMBER, {
        posts: [{ postId: 'p1', role: 'gridMember', gridId: 'liuxi', gridPath: ['town', 'liuxi'] }],
      }),
      account(VILLAGER, { householdId: 'h1' }),
    ]);
    simulator.database.insertMany('notes', [
      note('liuxi', ['town', 'liuxi', 'liuxi-3'], 'h1'),
      note('liuxi, all', ['town', 'liuxi'], 'h2'),
      note('shiqiao', ['town', 'shiqiao'], 'h3'),
      note('town', ['town'], 'h4'),
    ]);
  });
  afterAll(() => simulator.stop());

  return {
    simulator: () => simulator,
    call: (action: string, input: unknown, openid = STRANGER) =>
      simulator.call('probe', { action, input }, { openid }),
    audited: () =>
      simulator.database.browse('audit', { offset: 0, limit: 1000 }).documents as unknown as AuditEntry[],
  };
}
export const codeOf = (reply: unknown) => (reply as { error?: { code: string } }).error?.code ?? 'ok';
