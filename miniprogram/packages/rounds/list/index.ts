import { tabbing } from '../../../behaviors/tabbing';
import { holds } from '../../../services/roles';
import { listRounds, type RoundTab } from '../../../services/rounds';
import { textSize } from '../../../services/text-size';
import { roundRow, type RoundRow } from '../round-words';

const TABS: readonly { value: RoundTab; text: string }[] = [
  { value: 'current', text: '正在办' },
  { value: 'draft', text: '草稿' },
  { value: 'over', text: '办完的' },
];
const EMPTY: Readonly<Record<RoundTab, { title: string; text: string }>> = {
  current: { title: '现在没有团购', text: '开了团，从订货到发完都在这里看。' },
  draft: { title: '没有草稿', text: '新建的团购先存成草稿，看好了再开。' },
  over: { title: '还没有办完的', text: '结清的和取消的会留在这里，可以照着再开一批。' },
};

/** The rounds of my grids, and the way to a new one. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'current' as RoundTab,
    tabs: TABS.slice(0, 1),
    empties: EMPTY,
    cards: [] as RoundRow[],
    /** Whoever leads a grid makes rounds; grid members look. */
    leads: false,
  },
  pageLifetimes: {
    show() {
      const leads = holds('gridLeader', 'townOfficer');
      this.setData({ leads, tabs: TABS.filter(({ value }) => leads || value !== 'draft') });
      void this.load();
    },
  },
  methods: {
    onLoad(query: { tab?: string }) {
      const found = TABS.find(({ value }) => value === query.tab);
      if (found) this.setData({ tab: found.value });
    },

    async readPage(after?: string) {
      const { rows, next } = await listRounds(this.data.tab, after);
      const now = Date.now();
      return { cards: rows.map((row) => roundRow(row, now)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../show/index?roundId=${id}` });
    },

    add() {
      void wx.navigateTo({ url: '../edit/index' });
    },

    openSchedules() {
      void wx.navigateTo({ url: '../schedules/index' });
    },

    openLacking() {
      void wx.navigateTo({ url: '../lacking/index' });
    },
  },
});
