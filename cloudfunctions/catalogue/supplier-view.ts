import type { SupplierRow, SupplierView } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { scoped } from '../kernel/documents';
import { mayTouchGrid, type Scope } from '../kernel/scope';
import { placeOf } from '../registration/household-view';
import { type PostDocument, POSTS } from '../township/post.document';
import type { SupplierDocument } from './supplier.document';

export const supplierRow = (supplier: SupplierDocument, scope: Scope): SupplierRow => ({
  ...factsOf(supplier, scope),
  people: supplier.people.length,
});

const factsOf = (supplier: SupplierDocument, scope: Scope): Omit<SupplierRow, 'people'> => ({
  supplierId: supplier._id,
  name: supplier.name,
  kind: supplier.kind,
  place: placeOf(supplier.pathNames),
  sells: supplier.sells,
  phoneMask: supplier.phoneMask,
  retired: supplier.retired,
  mine: mayTouchGrid(scope, supplier.gridPath),
});

/** A supplier with its people as their posts stand now. One that the caller only buys from comes without people. */
export async function supplierView(supplier: SupplierDocument, context: Context): Promise<SupplierView> {
  const row = factsOf(supplier, context.scope);
  const posts = row.mine ? await readPosts(context, supplier.postIds) : new Map<string, PostDocument>();
  return {
    ...row,
    gridId: supplier.gridId,
    people: row.mine
      ? supplier.people.map((person) => ({ ...person, status: posts.get(person.postId)?.status ?? 'gone' }))
      : [],
    version: supplier.version,
  };
}

const readPosts = async (context: Context, postIds: string[]): Promise<Map<string, PostDocument>> => {
  if (postIds.length === 0) return new Map();
  const found = await scoped<PostDocument>(context, POSTS, null).find(
    { _id: context.database.command.in(postIds) },
    { limit: postIds.length },
  );
  return new Map(found.map((post) => [post._id, post]));
};
