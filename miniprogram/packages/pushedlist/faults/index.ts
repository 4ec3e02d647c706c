import { listing } from '../../../behaviors/listing';
import { listPushedFaults } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';

type PushedFault = Awaited<ReturnType<typeof listPushedFaults>>['faults'][number];
type Card = { key: string; place: string; message: string; tone: 'red' | 'amber' };

const faultCard = ({ row, column, outcome, message }: PushedFault, key: string): Card => ({
  key,
  place: `第 ${row} 行${column === null ? '' : ` · ${column}`}`,
  message,
  tone: outcome === 'wrong' ? 'red' : 'amber',
});

/** Which rows of a list were wrong, or nobody has to look for, by row and column, so that they are found in the spreadsheet. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    listId: '',
    cards: [] as Card[],
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
      void this.load();
    },

    async readPage(after = '') {
      const { faults, next } = await listPushedFaults(
        this.data.listId,
        after === '' ? undefined : Number(after),
      );
      const cards = faults.map((fault, i) => faultCard(fault, `${after}.${i}`));
      return { cards, next: next === null ? null : String(next) };
    },
  },
});
