import type { Grid } from '../../cloudfunctions/contracts/index';
import { listGrids } from '../services/township';
import { shortPlace } from '../shared/places';

type Crumb = { id: string; name: string };
type PlaceRow = { id: string; name: string; more: boolean };

/** Gives a page the way from the town down to a group, one level at a time. */
export const placeChoosing = Behavior({
  data: {
    places: {
      status: 'loading' as 'loading' | 'ready' | 'failed',
      crumbs: [] as Crumb[],
      rows: [] as PlaceRow[],
    },
  },
  methods: {
    /** Shows the level below the last crumb. A single town is no choice, so it is opened at once. */
    async openPlaces(crumbs: Crumb[]): Promise<void> {
      this.setData({ 'places.status': 'loading', 'places.crumbs': crumbs });
      try {
        const grids = await listGrids(crumbs[crumbs.length - 1]?.id);
        const single = grids.length === 1 ? grids[0] : undefined;
        if (crumbs.length === 0 && single?.hasChildren) {
          await this.openPlaces([{ id: single.id, name: single.name }]);
          return;
        }
        this.setData({ 'places.status': 'ready', 'places.rows': grids.map(rowOf) });
      } catch {
        this.setData({ 'places.status': 'failed' });
      }
    },

    /** Goes a level down, or answers the place when it has no levels below it. */
    async pickPlace(id: string): Promise<{ gridId: string; place: string } | undefined> {
      const { rows, crumbs } = this.data.places;
      const row = rows.find((one) => one.id === id);
      if (row === undefined) return undefined;
      const way = [...crumbs, { id: row.id, name: row.name }];
      if (!row.more) return { gridId: row.id, place: shortPlace(way.map(({ name }) => name).join(' ')) };
      await this.openPlaces(way);
      return undefined;
    },

    async goUpTo(index: number): Promise<void> {
      await this.openPlaces(this.data.places.crumbs.slice(0, index + 1));
    },
  },
});

const rowOf = ({ id, name, hasChildren }: Grid): PlaceRow => ({ id, name, more: hasChildren });
