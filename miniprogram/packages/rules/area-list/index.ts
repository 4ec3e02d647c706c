import { loading } from '../../../behaviors/loading';
import { approveAreas, previewAreas, readAreaList, readRules, rejectAreas } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { areaRow, type AreaRow } from '../area-rows';
import { deciding } from '../deciding';
import { emptyPreview, readPreview } from '../previewing';
import { areaListRow, type ProposalRow, sourceWords } from '../rule-words';

/** One list of areas: what it adds or ends, whose case it would change, and a second officer's word on it. */
Component({
  behaviors: [loading, textSize, deciding],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    listId: '',
    list: {} as ProposalRow,
    source: '',
    rows: [] as AreaRow[],
    next: '',
    more: 'idle' as 'idle' | 'loading' | 'failed',
    preview: emptyPreview,
    turn: 'none' as 'none' | 'waiting' | 'mine',
    left: false,
  },
  lifetimes: {
    detached() {
      this.setData({ left: true });
    },
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
      void this.load();
    },

    async load() {
      try {
        const [{ list, rows, next }, { isOffice }] = await Promise.all([
          readAreaList(this.data.listId),
          readRules(),
        ]);
        const isOpen = isOffice && list.status === 'proposed';
        this.setData({
          status: 'ready',
          list: areaListRow(list, Date.now()),
          source: sourceWords(list.source),
          rows: rows.map(areaRow),
          next: next ?? '',
          turn: isOpen ? (list.isMine ? 'mine' : 'waiting') : 'none',
        });
        if (isOpen) await this.readOn();
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async readOn() {
      this.setData({ preview: emptyPreview });
      await readPreview(
        (after) => previewAreas(this.data.listId, after),
        (preview) => {
          if (!this.data.left) this.setData({ preview });
          return !this.data.left;
        },
      );
    },

    async onReachBottom() {
      const { listId, next, rows, more } = this.data;
      if (next === '' || more === 'loading') return;
      this.setData({ more: 'loading' });
      try {
        const page = await readAreaList(listId, next);
        const added = page.rows.map((row, i) => [`rows[${rows.length + i}]`, areaRow(row)] as const);
        this.setData({ ...Object.fromEntries(added), next: page.next ?? '', more: 'idle' });
      } catch {
        this.setData({ more: 'failed' });
      }
    },

    approve() {
      return approveAreas(this.data.listId);
    },
    reject(reason: string) {
      return rejectAreas(this.data.listId, reason);
    },
  },
});
