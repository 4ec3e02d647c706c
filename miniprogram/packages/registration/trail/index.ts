import { loading } from '../../../behaviors/loading';
import { readTrail } from '../../../services/household-life';
import { textSize } from '../../../services/text-size';
import { trailCard, type TrailCard } from './rows';

/** 谁看过我家档案: the record that nobody can change, as the family may read it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as TrailCard[],
    /** Where the next page starts; empty at the end. */
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        const { rows, next } = await readTrail();
        const now = Date.now();
        this.setData({
          status: 'ready',
          cards: rows.map((row) => trailCard(row, now)),
          next: next ?? '',
          more: 'idle',
        });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async onReachBottom() {
      const { next, cards, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await readTrail(next);
        const now = Date.now();
        const added = page.rows.map((row, i) => [`cards[${cards.length + i}]`, trailCard(row, now)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },
  },
});
