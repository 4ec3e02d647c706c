import { createHash, timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import type { Grid } from '../contracts';
import type { townshipContract } from '../contracts/township';
import { toTimestamp } from '../kernel/clock';
import type { UseCase } from '../kernel/context';
import { AppError } from '../kernel/errors';
import { invalidFields } from '../kernel/invalid-fields';
import { inTransaction } from '../kernel/transaction';
import { gridView, newGrid } from './grid.document';
import { putNewGrid } from './grid.repository';
import { INSTALLATION, type OfficeDocument } from './office.document';
import { newPost, POSTS } from './post.document';
import { putOnAccount } from './post.repository';

type Input = z.output<typeof townshipContract.openOffice.input>;

const FIRST_TOWN_ID = 'town';

/** Opens an empty install with the one-time code of its deployment; `code` is empty where none was set, and then fits nothing. */
export const openOfficeWith =
  (code: string): UseCase<Input, { town: Grid }> =>
  async (input, context) => {
    if (code === '' || !isSame(code, input.code))
      throw invalidFields({ code: '开通码不对，请看部署时给的那一个' });
    const { caller, database, now, vault } = context;
    const at = toTimestamp(now);

    const office = await inTransaction(database, async (transaction): Promise<OfficeDocument> => {
      const present = await transaction.get<OfficeDocument>(INSTALLATION, 'office');
      if (present) return present;
      const order = now.valueOf();
      const town = newGrid({ id: FIRST_TOWN_ID, name: input.townName, level: 'town', order }, null);
      const opened: OfficeDocument = { _id: 'office', openedBy: caller.openid, openedAt: at, town };
      const post = newPost({ role: 'townOfficer', name: input.name, phone: input.phone }, town, {
        vault,
        openid: caller.openid,
        at,
        by: caller.openid,
      });
      await transaction.add(INSTALLATION, opened);
      await putNewGrid(transaction, town, 0);
      await transaction.add(POSTS, post);
      await putOnAccount(transaction, post);
      return opened;
    });
    // The same person again: their first answer got lost.
    if (office.openedBy !== caller.openid)
      throw new AppError('CONFLICT', '已经开通了。要加入，请让镇防控办给您岗位');
    context.about({ gridPath: office.town.path });
    return { town: gridView(office.town) };
  };

/** Compares in constant time, whatever the lengths, so that an answer's delay says nothing about the code. */
const isSame = (expected: string, given: string): boolean => timingSafeEqual(digest(expected), digest(given));
const digest = (code: string): Buffer => createHash('sha256').update(code.trim().toUpperCase()).digest();
