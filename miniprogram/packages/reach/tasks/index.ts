import { listing } from '../../../behaviors/listing';
import { listToTell } from '../../../services/reach';
import { textSize } from '../../../services/text-size';
import { type HouseholdCard, taskCard } from '../household-cards';
import { telling } from '../telling';

/** Everything that I have yet to tell, over all notices that hold: each household once, with what it has not seen. */
Component({
  behaviors: [listing, telling, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as HouseholdCard[],
    /** Of the cards that are shown: still to be told. */
    left: 0,
  },
  observers: {
    cards(cards: HouseholdCard[]) {
      this.setData({ left: cards.filter(({ state }) => state !== 'gone').length });
    },
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async readPage(after?: string) {
      const { rows, next } = await listToTell(after);
      return { cards: rows.map(taskCard), next };
    },
  },
});
