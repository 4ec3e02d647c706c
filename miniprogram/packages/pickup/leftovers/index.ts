import { loading } from '../../../behaviors/loading';
import { type Leftovers, readLeftovers } from '../../../services/pickup';
import { textSize } from '../../../services/text-size';

type Row = Leftovers['items'][number];

/** 剩货: what came, what was handed over, what is left; and how many households still wait. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    title: '',
    figures: [] as { count: number; label: string }[],
    left: [] as Row[],
    gone: [] as Row[],
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? '') });
      await this.load();
    },

    async load() {
      try {
        const { round, progress, items } = await readLeftovers(this.data.roundId);
        this.setData({
          status: 'ready',
          title: round.title,
          figures: [
            { count: progress.handedOver, label: '户领了' },
            { count: progress.waiting, label: '户没领' },
            { count: progress.noShow, label: '户没来' },
          ],
          left: items.filter(({ left }) => left !== 0),
          gone: items.filter(({ left }) => left === 0),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});
