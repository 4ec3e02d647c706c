import type { FoundAgainRow } from '../../../../cloudfunctions/contracts/index';
import { listing } from '../../../behaviors/listing';
import { CloudError } from '../../../services/cloud';
import { listFoundAgain, settleFound } from '../../../services/rulebook';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { dayText, momentText } from '../../../shared/dates';

type Row = {
  declarationId: string;
  foundAt: string;
  name: string;
  note: string;
  from: string;
  to: string;
  because: string;
  when: string;
  reasons: string[];
};

const rowView = (row: FoundAgainRow, now: number): Row => ({
  declarationId: row.declarationId,
  foundAt: row.foundAt,
  name: row.name,
  note: `${row.place} · ${dayText(row.arrivesAt)}回来`,
  from: row.from.words,
  to: row.to.words,
  because: row.because,
  when: `${momentText(row.foundAt, now)}找出来`,
  reasons: row.reasons,
});

/** People here already for whom something stricter applies now: somebody has to go there and say so. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as Row[],
    /** The row that is left as it is, while its reason is asked for. */
    asking: -1,
    sending: false,
    problem: '',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async readPage(after?: string) {
      const { rows, next } = await listFoundAgain(after);
      const now = Date.now();
      return { cards: rows.map((row) => rowView(row, now)), next };
    },

    async accept(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const row = this.data.cards[event.currentTarget.dataset.index];
      if (!row) return;
      const confirm = await ask({
        title: `${row.name}改成${row.to}？`,
        content: '先告诉本人。从回来那天算起，体温和核酸按新的来。',
        yes: '改',
        no: '再看看',
      });
      if (confirm) await this.settle(row, 'accept', '');
    },

    askReason(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.setData({ asking: event.currentTarget.dataset.index });
    },
    closeReason() {
      this.setData({ asking: -1 });
    },
    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const row = this.data.cards[this.data.asking];
      this.setData({ asking: -1 });
      if (row) await this.settle(row, 'dismiss', event.detail.reason);
    },

    async settle({ declarationId, foundAt }: Row, decision: 'accept' | 'dismiss', reason: string) {
      if (this.data.sending) return;
      this.setData({ sending: true, problem: '' });
      try {
        await settleFound({ declarationId, foundAt, decision, reason });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      } finally {
        this.setData({ sending: false });
      }
      await this.load();
    },
  },
});
