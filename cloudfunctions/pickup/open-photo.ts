import type * as z from 'zod';
import type { pickupContract } from '../contracts/pickup';
import type { Context } from '../kernel/context';
import { AppError } from '../kernel/errors';
import type { OrderDocument } from '../orders/order.document';
import { readOrder } from '../orders/order.repository';
import { reachToHandOut, roundIdOf } from './reach';

type Input = z.output<typeof pickupContract.openPhoto.input>;

/** Long enough to look at a picture on a slow line. */
const SECONDS_TO_LOOK = 300;

export async function openPhoto({ orderId }: Input, context: Context): Promise<{ url: string }> {
  const { scope } = await reachToHandOut(context, roundIdOf(orderId));
  const order = await readOrder({ database: context.database, scope }, orderId);
  context.about({ householdId: order.householdId, gridPath: order.gridPath });
  return opened(order, context);
}

/** The household's own: what was left at its door. */
export const openMyPhoto = async ({ orderId }: Input, context: Context): Promise<{ url: string }> =>
  opened(await readOrder(context, orderId), context);

async function opened({ handOver }: OrderDocument, { files }: Context): Promise<{ url: string }> {
  const missing = (): AppError => new AppError('NOT_FOUND', '这一单没有照片');
  if (handOver.photo === null) throw missing();
  const url = await files.temporaryUrl(handOver.photo, SECONDS_TO_LOOK).catch(() => null);
  if (url === null) throw missing();
  return { url };
}
