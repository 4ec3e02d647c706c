import type { Post, StaffRole } from '../contracts';
import type { HeldPost } from '../kernel/context';
import type { Account } from '../kernel/identity';
import type { Vault } from '../kernel/vault';
import { maskPhone } from '../../miniprogram/shared/masks';
import type { GridDocument } from './grid.document';

export const POSTS = 'posts';

/** One role of one person in one grid. Invited by phone number until somebody signs in with that number. */
export type PostDocument = {
  _id: string;
  role: StaffRole;
  gridId: string;
  gridPath: string[];
  pathNames: string[];
  name: string;
  phone: string;
  phoneIndex: string;
  phoneMask: string;
  status: 'invited' | 'active';
  /** Whose account holds it; null while invited. */
  openid: string | null;
  givenAt: string;
  givenBy: string;
};

/** The same number in the same role and grid is the same post, however often it is given. */
export const postIdOf = (gridId: string, role: StaffRole, phoneIndex: string): string =>
  `${gridId}.${role}.${phoneIndex}`;

/** A post as first given; active at once when an `openid` is known to hold that phone number. */
export function newPost(
  { role, name, phone }: { role: StaffRole; name: string; phone: string },
  grid: Pick<GridDocument, '_id' | 'path' | 'pathNames'>,
  { vault, openid, at, by }: { vault: Vault; openid: string | null; at: string; by: string },
): PostDocument {
  const phoneIndex = vault.indexOf('phone', phone);
  return {
    _id: postIdOf(grid._id, role, phoneIndex),
    role,
    gridId: grid._id,
    gridPath: grid.path,
    pathNames: grid.pathNames,
    name,
    phone: vault.seal('phone', phone),
    phoneIndex,
    phoneMask: maskPhone(phone),
    status: openid === null ? 'invited' : 'active',
    openid,
    givenAt: at,
    givenBy: by,
  };
}

/** What the holder's account remembers of it, so that a call knows its roles from one read. */
const heldPost = (post: PostDocument): HeldPost => ({
  postId: post._id,
  role: post.role,
  gridId: post.gridId,
  gridPath: post.gridPath,
});

/** An account after it got a post; a new one for somebody who had none. */
export const accountWithPosts = (
  openid: string,
  account: Account | null,
  more: readonly PostDocument[],
): Account => ({
  _id: openid,
  name: account?.name ?? more[0]?.name ?? null,
  phone: account?.phone ?? null,
  phoneIndex: account?.phoneIndex ?? null,
  householdId: account?.householdId ?? null,
  posts: [
    ...(account?.posts ?? []).filter(({ postId }) => !more.some(({ _id }) => _id === postId)),
    ...more.map(heldPost),
  ],
  version: (account?.version ?? 0) + 1,
});

export const postView = (post: PostDocument): Post => ({
  postId: post._id,
  name: post.name,
  phoneMask: post.phoneMask,
  role: post.role,
  gridId: post.gridId,
  place: post.pathNames.join(' '),
  status: post.status,
});
