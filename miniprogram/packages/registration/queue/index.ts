import { tabbing } from '../../../behaviors/tabbing';
import type { QueueStatus } from '../../../../cloudfunctions/contracts/index';
import { listQueue } from '../../../services/registration';
import { textSize } from '../../../services/text-size';
import { STATUSES } from '../../../shared/labels';
import { queueCard, type QueueCard } from './rows';

const TABS: readonly QueueStatus[] = ['submitted', 'returned', 'verified'];
const isTab = (status: string | undefined): status is QueueStatus => TABS.some((tab) => tab === status);

/** The grid member's list of households, longest waiting first. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'submitted' as QueueStatus,
    tabs: TABS.map((value) => ({ value, text: STATUSES[value] })),
    cards: [] as QueueCard[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { status?: string }) {
      if (isTab(query.status)) this.setData({ tab: query.status });
    },

    async readPage(after?: string) {
      const { rows, next } = await listQueue(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => queueCard(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../review/index?householdId=${id}` });
    },
  },
});
