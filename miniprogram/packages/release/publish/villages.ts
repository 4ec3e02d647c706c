import type { Today } from '../../../services/home';
import { listGrids } from '../../../services/township';
import { isVillage, shortPlace } from '../../../shared/places';

export type VillageChoice = { value: string; text: string };

/** Villages for which the holder of these posts publishes: a leader's own, and all of an officer's town. */
export async function villagesOf(posts: Today['posts']): Promise<VillageChoice[]> {
  const leading = posts.filter(({ role }) => role === 'gridLeader' || role === 'townOfficer');
  const own = leading.filter(({ place }) => isVillage(place));
  const towns = leading.filter(({ place }) => !place.includes(' '));
  const below = await Promise.all(towns.map(({ gridId }) => listGrids(gridId)));
  const all = [
    ...own.map(({ gridId, place }) => ({ value: gridId, text: shortPlace(place) })),
    ...below.flat().map(({ id, name }) => ({ value: id, text: name })),
  ];
  return all.filter(({ value }, at) => all.findIndex((one) => one.value === value) === at);
}
