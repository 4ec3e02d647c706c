import { loading } from '../../../behaviors/loading';
import {
  approveVersion,
  previewVersion,
  readRules,
  readVersion,
  rejectVersion,
} from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { deciding } from '../deciding';
import { emptyPreview, readPreview } from '../previewing';
import { type ProposalRow, rulesView, type RulesView, versionView } from '../rule-words';

/** One version of the rules: what it says, whom it would decide otherwise, and a second officer's word on it. */
Component({
  behaviors: [loading, textSize, deciding],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    version: 0,
    row: {} as ProposalRow,
    rules: {} as RulesView,
    preview: emptyPreview,
    /** `waiting`: somebody else's; `mine`: to be taken back only. */
    turn: 'none' as 'none' | 'waiting' | 'mine',
    left: false,
  },
  lifetimes: {
    detached() {
      this.setData({ left: true });
    },
  },
  methods: {
    onLoad(query: { version?: string }) {
      this.setData({ version: Number(query.version ?? 0) });
      void this.load();
    },

    async load() {
      try {
        const [{ row, rulebook }, { isOffice }] = await Promise.all([
          readVersion(this.data.version),
          readRules(),
        ]);
        const isOpen = isOffice && row.status === 'proposed';
        this.setData({
          status: 'ready',
          row: versionView(row, Date.now()),
          rules: rulesView(rulebook),
          turn: isOpen ? (row.isMine ? 'mine' : 'waiting') : 'none',
        });
        if (isOpen) await this.readOn();
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    async readOn() {
      this.setData({ preview: emptyPreview });
      await readPreview(
        (after) => previewVersion(this.data.version, after),
        (preview) => {
          if (!this.data.left) this.setData({ preview });
          return !this.data.left;
        },
      );
    },

    approve() {
      return approveVersion(this.data.version);
    },
    reject(reason: string) {
      return rejectVersion(this.data.version, reason);
    },
  },
});
