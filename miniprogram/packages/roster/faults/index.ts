import { listing } from '../../../behaviors/listing';
import type { RosterFault } from '../../../../cloudfunctions/contracts/index';
import { listFaults } from '../../../services/roster';
import { textSize } from '../../../services/text-size';

type Card = { key: string; place: string; message: string; tone: 'red' | 'amber' };

const faultCard = ({ row, column, outcome, message }: RosterFault, key: string): Card => ({
  key,
  place: `第 ${row} 行${column === null ? '' : ` · ${column}`}`,
  message,
  tone: outcome === 'wrong' ? 'red' : 'amber',
});

/** Which rows of an import were wrong or left out, by row and column, so that they are found in the spreadsheet. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    jobId: '',
    cards: [] as Card[],
  },
  methods: {
    onLoad(query: { jobId?: string }) {
      this.setData({ jobId: query.jobId ?? '' });
      void this.load();
    },

    async readPage(after = '') {
      const { faults, next } = await listFaults(this.data.jobId, after === '' ? undefined : Number(after));
      const cards = faults.map((fault, i) => faultCard(fault, `${after}.${i}`));
      return { cards, next: next === null ? null : String(next) };
    },
  },
});
