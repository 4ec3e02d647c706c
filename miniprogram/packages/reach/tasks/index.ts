import { listing } from '../../../behaviors/listing';
import { listToTell } from '../../../services/reach';
import { textSize } from '../../../services/text-size';
import { forgetTell, keptTells, sendKeptTells, watchKeptTells } from '../../../services/unsent-tells';
import { type HouseholdCard, taskCard } from '../household-cards';
import { keptRows, type KeptRow } from '../kept-rows';
import { telling } from '../telling';

/** Everything that I have yet to tell, over all notices that hold: each household once, with what it has not seen. */
Component({
  behaviors: [listing, telling, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as HouseholdCard[],
    kept: [] as KeptRow[],
  },
  lifetimes: {
    attached() {
      this.showKept();
      stops.set(
        this,
        watchKeptTells(() => this.showKept()),
      );
    },
    detached() {
      stops.get(this)?.();
    },
  },
  pageLifetimes: {
    show() {
      void sendKeptTells();
    },
  },
  methods: {
    onLoad() {
      void this.load();
    },

    showKept() {
      this.setData({ kept: keptRows(keptTells(), Date.now()) });
    },
    sendKept() {
      void sendKeptTells();
    },
    forget({ detail: { requestId } }: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetTell(requestId);
    },

    async readPage(after?: string) {
      const { rows, next } = await listToTell(after);
      if (after === undefined) this.setData({ gone: 0 });
      return { cards: rows.map(taskCard), next };
    },
  },
});

const stops = new WeakMap<object, () => void>();
