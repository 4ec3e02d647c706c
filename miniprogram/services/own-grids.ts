import type { StaffRole } from '../../cloudfunctions/contracts/index';
import { today } from './home';
import { listGrids } from './township';

export type GridOption = { value: string; text: string };

/** The grids in which I hold one of these roles, to choose from: each as a whole, and those right below it. */
export async function ownGridOptions(...roles: StaffRole[]): Promise<GridOption[]> {
  const { posts } = await today();
  const held = posts.filter(({ role }) => roles.includes(role));
  const groups = await Promise.all(
    held.map(async ({ gridId, place }) => {
      const below = await listGrids(gridId);
      const name = place.split(' ').pop() ?? '';
      return [
        { value: gridId, text: below.length > 0 ? `整个${name}` : name },
        ...below.map((grid) => ({ value: grid.id, text: grid.name })),
      ];
    }),
  );
  return [...new Map(groups.flat().map((option) => [option.value, option])).values()];
}
