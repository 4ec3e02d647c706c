import type { Today } from '../../services/home';
import { ROLES, STATUSES } from '../../shared/labels';
import { shortPlace } from '../../shared/places';

export type MeView = {
  name: string;
  place: string;
  /** 4 口人，已核实; empty when not registered. */
  household: string;
  posts: { key: string; role: string; place: string }[];
};

export const meView = (today: Today): MeView => ({
  name: today.name ?? '还没有登记',
  place: shortPlace(today.place ?? ''),
  household: today.household
    ? `${today.household.peopleCount} 口人，${STATUSES[today.household.status]}`
    : '',
  posts: today.posts.map(({ role, gridId, place }) => ({
    key: `${gridId}:${role}`,
    role: ROLES[role],
    place: shortPlace(place),
  })),
});
