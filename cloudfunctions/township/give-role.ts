import type * as z from 'zod';
import type { Post } from '../contracts';
import type { townshipContract } from '../contracts/township';
import { toTimestamp } from '../kernel/clock';
import type { Context } from '../kernel/context';
import { readOwnGrid } from './grid.repository';
import { newPost, postView } from './post.document';
import { givePost, readAccountOfPhone } from './post.repository';

type Input = z.output<typeof townshipContract.giveRole.input>;

/** Gives a person a role in one of the office's grids: at once when their account proved that phone number, else when they first sign in with it. */
export async function giveRole(input: Input, context: Context): Promise<Post> {
  const { caller, now, vault } = context;
  const grid = await readOwnGrid(context, input.gridId);
  context.about({ gridPath: grid.path });
  const holder = await readAccountOfPhone(context, vault.indexOf('phone', input.phone));
  const openid = holder?._id ?? null;
  const post = newPost(input, grid, { vault, openid, at: toTimestamp(now), by: caller.openid });
  return postView(await givePost(context, post));
}
