import { loading } from '../../../behaviors/loading';

import { listPushedFaults } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';

type PushedFault = Awaited<ReturnType<typeof listPushedFaults>>['faults'][number];
type Row = { key: string; place: string; message: string; tone: 'red' | 'amber' };

const rowView = ({ row, column, outcome, message }: PushedFault, position: number): Row => ({
  key: `${position}`,
  place: `第 ${row} 行${column === null ? '' : ` · ${column}`}`,
  message,
  tone: outcome === 'wrong' ? 'red' : 'amber',
});

/** Which rows of a list were wrong, or nobody has to look for, by row and column, so that they are found in the spreadsheet. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    listId: '',
    rows: [] as Row[],
    /** Where the next page starts; -1 at the end. */
    next: -1,
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
      void this.load();
    },

    async load() {
      try {
        const { faults, next } = await listPushedFaults(this.data.listId);
        this.setData({ status: 'ready', rows: faults.map(rowView), next: next ?? -1 });
      } catch {
        this.setData({ status: 'failed' });
      }
    },

    async onReachBottom() {
      const { listId, next, rows, more } = this.data;
      if (next < 0 || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await listPushedFaults(listId, next);
        const added = page.faults.map((fault, i) => {
          const position = rows.length + i;
          return [`rows[${position}]`, rowView(fault, position)] as const;
        });
        this.setData({ ...Object.fromEntries(added), next: page.next ?? -1, more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },
  },
});
