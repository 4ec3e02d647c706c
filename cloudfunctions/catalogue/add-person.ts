import type * as z from 'zod';
import type { catalogueContract, SupplierView } from '../contracts/catalogue';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { invalidFields } from '../kernel/invalid-fields';
import { newPost } from '../township/post.document';
import { putPost, readAccountOfPhone } from '../township/post.repository';
import { changeSupplierOnce } from './supplier-change';
import { supplierView } from './supplier-view';

type Input = z.output<typeof catalogueContract.addPerson.input>;

const MOST_PEOPLE = 20;

/**
 * Gives somebody the post of a supplier in its grid, and notes it on the supplier: the post lets them in, the note says whose lists they see.
 * Both or neither.
 */
export async function addPerson(input: Input, context: Context): Promise<SupplierView> {
  const { caller, now, vault } = context;
  const holder = await readAccountOfPhone(context, vault.indexOf('phone', input.phone));
  const supplier = await changeSupplierOnce(context, input, async (present, transaction) => {
    const grid = { _id: present.gridId, path: present.gridPath, pathNames: present.pathNames };
    const given = newPost({ role: 'supplier', name: input.name, phone: input.phone }, grid, {
      vault,
      openid: holder?._id ?? null,
      at: toTimestamp(now),
      by: caller.openid,
    });
    if (present.postIds.includes(given._id)) {
      await putPost(transaction, given);
      return present;
    }
    if (present.people.length >= MOST_PEOPLE)
      throw invalidFields({ name: `最多 ${MOST_PEOPLE} 个人，先去掉不再送货的` });
    const { _id: postId, phoneMask } = await putPost(transaction, given);
    return {
      ...present,
      people: [...present.people, { postId, name: input.name, phoneMask }],
      postIds: [...present.postIds, postId],
    };
  });
  return supplierView(supplier, context);
}
