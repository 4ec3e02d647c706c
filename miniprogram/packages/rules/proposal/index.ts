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
import { proposalShowing, turnOf } from '../proposal-showing';
import { type ProposalRow, rulesView, type RulesView, versionView } from '../rule-words';

/** One version of the rules: what it says, whom it would decide otherwise, and a second officer's word on it. */
Component({
  behaviors: [loading, textSize, deciding, proposalShowing],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    version: 0,
    row: {} as ProposalRow,
    rules: {} as RulesView,
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
        const turn = turnOf(row, isOffice);
        this.setData({
          status: 'ready',
          row: versionView(row, Date.now()),
          rules: rulesView(rulebook),
          turn,
        });
        if (turn !== 'none') await this.readOn();
      } catch (error) {
        this.showFailure(error);
      }
    },

    askPreview(after?: string) {
      return previewVersion(this.data.version, after);
    },

    approve() {
      return approveVersion(this.data.version);
    },
    reject(reason: string) {
      return rejectVersion(this.data.version, reason);
    },
  },
});
