import type * as z from 'zod';
import type { catalogueContract, SupplierView } from '../contracts/catalogue';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { PostDocument } from '../township/post.document';
import { POSTS } from '../township/post.document';
import { removePost } from '../township/post.repository';
import { changeSupplierOnce } from './supplier-change';
import { readOthersOfPost } from './supplier.repository';
import { supplierView } from './supplier-view';

type Input = z.output<typeof catalogueContract.takePerson.input>;

/** Somebody who doesn't work for the supplier any more; their next call comes without its lists. */
export async function takePerson(input: Input, context: Context): Promise<SupplierView> {
  const { postId } = input;
  // One person may drive for two shops of a village with one post.
  const others = await readOthersOfPost(context, input);
  const supplier = await changeSupplierOnce(context, input, async (present, transaction) => {
    if (!present.postIds.includes(postId)) throw new AppError('NOT_FOUND', '这个人已经不在名单上了');
    const post = others.length > 0 ? null : await transaction.get<PostDocument>(POSTS, postId);
    if (post) await removePost(transaction, post);
    return {
      ...present,
      people: present.people.filter((person) => person.postId !== postId),
      postIds: present.postIds.filter((id) => id !== postId),
    };
  });
  return supplierView(supplier, context);
}
