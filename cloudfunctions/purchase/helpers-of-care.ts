import type { OrderDocument } from '../orders/order.document';
import type { PostDocument } from '../township/post.document';

export type Helper = { openid: string; name: string };
type Household = Pick<OrderDocument, '_id' | 'gridPath' | 'care'>;
type Member = Pick<PostDocument, 'gridId' | 'openid' | 'name'>;

/**
 * Who carries for each household of the care categories: a grid member of its own grid or, where that has none, of the nearest grid above; with several
 * there, whoever carries for the fewest so far. Nobody for the others, and nobody where no grid member is known.
 */
export function helpersFor(
  households: readonly Household[],
  members: readonly Member[],
): Map<string, Helper> {
  const carries = new Map<string, number>();
  const helpers = new Map<string, Helper>();
  for (const { _id, gridPath, care } of households) {
    if (care.length === 0) continue;
    const near = [...gridPath]
      .reverse()
      .map((gridId) => members.filter((member) => member.gridId === gridId && member.openid !== null))
      .find((those) => those.length > 0);
    const [helper] = (near ?? [])
      .map(({ openid, name }) => ({ openid: openid ?? '', name }))
      .sort((one, other) => (carries.get(one.openid) ?? 0) - (carries.get(other.openid) ?? 0));
    if (helper === undefined) continue;
    carries.set(helper.openid, (carries.get(helper.openid) ?? 0) + 1);
    helpers.set(_id, helper);
  }
  return helpers;
}
