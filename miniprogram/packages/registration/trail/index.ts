import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { readTrail } from '../../../services/household-life';
import { textSize } from '../../../services/text-size';
import { trailCard, type TrailCard } from './rows';

/** 谁看过我家档案: the record that nobody can change, as the family may read it. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as TrailCard[],
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        this.setData({ status: 'ready', ...firstPage(await this.readPage()) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { rows, next } = await readTrail(after);
      const now = Date.now();
      return { cards: rows.map((row) => trailCard(row, now)), next };
    },
  },
});
