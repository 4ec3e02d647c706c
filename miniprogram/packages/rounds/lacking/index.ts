import { listing } from '../../../behaviors/listing';
import { listLacking } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { calling } from '../calling';
import { householdRow, type HouseholdRow, lastText } from '../household-rows';

/** Households of closed-off grids that got nothing for too long. */
Component({
  behaviors: [listing, textSize, calling],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    title: '好几天没领到东西的户',
    note: '',
    empty: { title: '家家都有', text: '定期团购的网格里，没有好几天没领到东西的户。' },
    cards: [] as HouseholdRow[],
  },
  lifetimes: {
    attached() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next, days } = await listLacking(after);
      this.setData({ note: `定期团购的网格里，${days} 天以上没有领到东西的户。` });
      return { cards: rows.map((row) => householdRow(row, lastText(row))), next };
    },
  },
});
