import { loading } from '../../../behaviors/loading';
import { paper } from '../../../behaviors/paper';
import { type As, readPurchase } from '../../../services/purchase';
import { textSize } from '../../../services/text-size';
import { asked } from '../asked';
import { paintSheet } from './paint-sheet';
import { sheetText, spokenText } from './sheet-text';

/** The purchase list as a sheet of A4, for whoever buys with a pen in hand. */
Component({
  behaviors: [loading, paper, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    as: 'supplier' as As,
    spoken: '',
  },
  methods: {
    async onLoad(query: { roundId?: string; as?: string }) {
      this.setData(asked(query));
      await this.load();
    },

    async load() {
      try {
        const text = sheetText(await readPurchase(this.data.as, this.data.roundId), Date.now());
        this.setData({ status: 'ready', spoken: spokenText(text) });
        await this.paint((pen) => paintSheet(pen, text));
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});
