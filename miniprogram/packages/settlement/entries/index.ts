import { listing } from '../../../behaviors/listing';
import { listEntries } from '../../../services/settlement';
import { textSize } from '../../../services/text-size';
import { entryRow, type EntryRow } from '../../../shared/entry-words';

type Card = EntryRow & { name: string };

/** Every movement of goods and money of a round; nothing here can be changed or taken away. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    cards: [] as Card[],
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? '') });
      await this.load();
    },

    async readPage(after?: string) {
      const { rows, next } = await listEntries(this.data.roundId, after);
      const now = Date.now();
      return { cards: rows.map((entry) => ({ name: entry.headName, ...entryRow(entry, now) })), next };
    },
  },
});
