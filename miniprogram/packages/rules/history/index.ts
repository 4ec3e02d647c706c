import { loading } from '../../../behaviors/loading';
import { listAreaLists, listVersions } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { areaListRow, type ProposalRow, versionView } from '../rule-words';

type Kind = 'versions' | 'lists';
type Page = { rows: ProposalRow[]; next: string };

/** One page of what was ever proposed; `after` is the last page's `next`, as text. */
async function readPage(kind: Kind, after: string): Promise<Page> {
  const now = Date.now();
  if (kind === 'versions') {
    const { rows, next } = await listVersions(after === '' ? undefined : Number(after));
    return { rows: rows.map((row) => versionView(row, now)), next: next === null ? '' : String(next) };
  }
  const { rows, next } = await listAreaLists(after === '' ? undefined : after);
  return { rows: rows.map((list) => areaListRow(list, now)), next: next ?? '' };
}

/** Every version of the rules and every list of areas: who proposed it and who decided. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    kinds: [
      { value: 'versions', text: '规则' },
      { value: 'lists', text: '风险区域名单' },
    ],
    kind: 'versions' as Kind,
    rows: [] as ProposalRow[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
  },
  methods: {
    onLoad() {
      void this.load();
    },

    async load() {
      try {
        this.setData({ status: 'ready', ...(await readPage(this.data.kind, '')) });
      } catch {
        this.setData({ status: 'failed' });
      }
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: Kind[] }>) {
      this.setData({ kind: event.detail.chosen[0] ?? 'versions' });
      void this.load();
    },

    async onReachBottom() {
      const { kind, next, rows, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await readPage(kind, next);
        const added = page.rows.map((row, i) => [`rows[${rows.length + i}]`, row] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next, more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
