import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { listAreaLists, listVersions } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { areaListRow, type ProposalRow, versionView } from '../rule-words';

type Kind = 'versions' | 'lists';

/** Every version of the rules and every list of areas: who proposed it and who decided. */
Component({
  behaviors: [loading, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    kinds: [
      { value: 'versions', text: '规则' },
      { value: 'lists', text: '风险区域名单' },
    ],
    kind: 'versions' as Kind,
    cards: [] as ProposalRow[],
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      const { kind } = this.data;
      try {
        const page = await this.readPage();
        // The other kind was chosen while this answer was on its way.
        if (kind === this.data.kind) this.setData({ status: 'ready', ...firstPage(page) });
      } catch (error) {
        if (kind === this.data.kind) this.showFailure(error);
      }
    },

    /** Versions are counted, lists have ids: where the next page starts is text for both. */
    async readPage(after?: string) {
      const now = Date.now();
      if (this.data.kind === 'versions') {
        const { rows, next } = await listVersions(after === undefined ? undefined : Number(after));
        return { cards: rows.map((row) => versionView(row, now)), next: next === null ? null : String(next) };
      }
      const { rows, next } = await listAreaLists(after);
      return { cards: rows.map((list) => areaListRow(list, now)), next };
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: Kind[] }>) {
      const kind = event.detail.chosen[0] ?? 'versions';
      this.setData({ kind, status: 'loading', cards: [], next: '' });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
