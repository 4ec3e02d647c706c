import { listing } from '../../../behaviors/listing';
import { listNotOrdered } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { calling } from '../calling';
import { householdRow, type HouseholdRow } from '../household-rows';

/** Who in one grid has not ordered, the care categories first, each with a call to make. */
Component({
  behaviors: [listing, textSize, calling],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    gridId: '',
    title: '',
    note: '七类人的家庭排在前面。打电话问一声，也可以帮着代订。',
    empty: { title: '都订了', text: '这里没有还没订的户。' },
    cards: [] as HouseholdRow[],
  },
  methods: {
    onLoad(query: { roundId?: string; gridId?: string; name?: string }) {
      const name = decodeURIComponent(query.name ?? '');
      this.setData({
        roundId: decodeURIComponent(query.roundId ?? ''),
        gridId: query.gridId ?? '',
        title: `${name}还没订的户`,
      });
      void this.load();
    },

    async readPage(after?: string) {
      const { rows, next } = await listNotOrdered(this.data.roundId, this.data.gridId, after);
      return { cards: rows.map((row) => householdRow(row, '')), next };
    },
  },
});
