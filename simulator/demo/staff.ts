import type { StaffRole } from '../../cloudfunctions/contracts';
import type { Account } from '../../cloudfunctions/kernel/identity';
import type { Vault } from '../../cloudfunctions/kernel/vault';
import type { GridDocument } from '../../cloudfunctions/township/grid.document';
import { accountWithPosts, newPost, type PostDocument } from '../../cloudfunctions/township/post.document';
import { CAST_POSTS, type CastPlace, HOME_TEAM, HOME_VILLAGE, NEIGHBOUR_VILLAGE } from './cast';
import { givenName, surname } from './names';
import type { Numbers } from './numbers';
import type { Random } from './random';
import type { Grids, TownPlan } from './town-plan';

type Holder = { openid: string; name: string; role: StaffRole; phone: string; grid: GridDocument };

/** Everybody with a post: the cast, and one made-up person wherever a post is still empty. */
export function planStaff(
  grids: Grids,
  plan: TownPlan,
  { random, numbers }: { random: Random; numbers: Numbers },
): Holder[] {
  const team = (village: number, number: number) => grids.teams[village * plan.teamsPerVillage + number]!;
  const places: Record<CastPlace, GridDocument> = {
    town: grids.towns[0]!,
    village: grids.villages[HOME_VILLAGE]!,
    team: team(HOME_VILLAGE, HOME_TEAM),
    neighbour: team(NEIGHBOUR_VILLAGE, 0),
  };
  const cast = CAST_POSTS.map(({ place, ...post }) => ({ ...post, grid: places[place] }));
  const isTaken = (grid: GridDocument, role: StaffRole) =>
    cast.some((post) => post.grid === grid && post.role === role);
  const crowd = (role: StaffRole, among: readonly GridDocument[]): Holder[] =>
    among
      .filter((grid) => !isTaken(grid, role))
      .map((grid) => ({
        openid: `o-staff-${role}-${grid._id}`,
        name: surname(random) + givenName(random, random.pick(['female', 'male']), random.between(28, 56)),
        role,
        phone: numbers.phone(),
        grid,
      }));
  return [
    ...cast,
    ...crowd('townOfficer', grids.towns),
    ...crowd('gridLeader', grids.villages),
    ...crowd('villageDoctor', grids.villages),
    ...crowd('gridMember', grids.teams),
  ];
}

/** Posts and accounts as they are after each was given and its holder signed in. */
export function staffDocuments(
  staff: readonly Holder[],
  { vault, at }: { vault: Vault; at: string },
): { posts: PostDocument[]; accounts: Account[] } {
  const by = CAST_POSTS.find(({ role }) => role === 'townOfficer')?.openid ?? '';
  const posts = staff.map(({ openid, grid, ...given }) => newPost(given, grid, { vault, openid, at, by }));
  const accounts = posts.map((post) => ({
    ...accountWithPosts(post.openid ?? '', null, [post]),
    phone: post.phone,
    phoneIndex: post.phoneIndex,
  }));
  return { posts, accounts };
}
