import { ROLES } from '../../miniprogram/shared/labels';
import type { Access } from '../contracts/contract';
import type { Caller, Database, HeldPost } from './context';
import { unscoped } from './documents';
import { AppError } from './errors';

import { gridScope, type Scope } from './scope';

/** A document of `accounts`, made when somebody enrols or signs in. `phone` is sealed, `phoneIndex` finds it. */
export type Account = {
  /** The WeChat openid. */
  _id: string;
  name: string | null;
  phone: string | null;
  phoneIndex: string | null;
  householdId: string | null;
  /** Who of the household holds this phone; absent in older documents, which are all of heads. */
  personId?: string | null;
  /** Of somebody who joined a household's file with their own phone: what they agreed to. */
  consent?: { version: string; at: string };
  posts: HeldPost[];
  /** Goes up with each change. */
  version: number;
};

/** Who calls; somebody without an account has no household and no posts. One read a call. */
export async function identify(database: Database, openid: string): Promise<Caller> {
  const account = await unscoped<Account>(database, 'accounts').get(openid);
  return {
    openid,
    name: account?.name ?? null,
    householdId: account?.householdId ?? null,
    personId: account?.personId ?? null,
    posts: account?.posts ?? [],
  };
}

/** What `access` lets this caller see, and the posts that let them; throws FORBIDDEN or UNREGISTERED. */
export function authorise(access: Access, caller: Caller): { scope: Scope; posts: readonly HeldPost[] } {
  switch (access.by) {
    case 'anyone':
      return { scope: { kind: 'public' }, posts: [] };
    case 'timer':
    case 'operator':
      return { scope: { kind: 'system' }, posts: [] };
    case 'household':
      if (caller.householdId === null)
        throw new AppError('UNREGISTERED', '您还没有登记。请先给自家登记，再用这个功能');
      return { scope: { kind: 'household', householdId: caller.householdId }, posts: [] };
    case 'staff': {
      const { roles } = access;
      const scope = gridScope(caller, roles);
      if (scope.kind === 'public')
        throw new AppError(
          'FORBIDDEN',
          `这个操作需要${roles.map((role) => ROLES[role]).join('、')}岗位，您现在没有`,
        );
      return { scope, posts: caller.posts.filter((post) => roles.includes(post.role)) };
    }
  }
}
