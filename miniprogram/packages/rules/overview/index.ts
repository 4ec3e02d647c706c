import { divisionChoosing } from '../../../behaviors/division-choosing';
import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { listSweeps, readRules, setDivision } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import {
  areaCounts,
  areaListRow,
  type ProposalRow,
  rulesView,
  type RulesView,
  sweepRow,
  type SweepRow,
  versionView,
} from '../rule-words';

type Starting = { key: string; name: string };

/** What is in force in the town, in words; and what waits for a second officer. */
Component({
  behaviors: [loading, textSize, divisionChoosing],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    townName: '',
    rules: {} as RulesView,
    /** Empty until the office has said where the town lies. */
    division: '',
    areas: '',
    waiting: [] as ProposalRow[],
    coming: [] as ProposalRow[],
    sweeps: [] as SweepRow[],
    isOffice: false,
    starts: [] as Starting[],
    problem: '',
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const current = await readRules();
        const sweeps = current.isOffice ? await listSweeps() : [];
        const now = Date.now();
        this.setData({
          status: 'ready',
          townName: current.townName,
          rules: rulesView(current.rulebook),
          division: current.division?.name ?? '',
          areas: areaCounts(current.areas),
          waiting: [
            ...current.waiting.map((row) => versionView(row, now)),
            ...current.waitingAreas.map((list) => areaListRow(list, now)),
          ],
          coming: current.coming.map((row) => versionView(row, now)),
          sweeps: sweeps.slice(0, 3).map((sweep) => sweepRow(sweep, now)),
          isOffice: current.isOffice,
          starts: current.shipped.map(({ profile }) => ({ key: profile.disease, name: profile.name })),
        });
      } catch {
        if (this.data.status !== 'ready') this.setData({ status: 'failed' });
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },

    /** A new version starts from what is in force, or from a disease that came with the program. */
    async propose() {
      const { starts } = this.data;
      const itemList = ['从现在的规则改', ...starts.map(({ name }) => `从${name}的默认规则改`)];
      try {
        const { tapIndex } = await wx.showActionSheet({ itemList });
        const start = starts[tapIndex - 1]?.key ?? 'current';
        void wx.navigateTo({ url: `../edit/index?start=${start}` });
      } catch {
        // Closed without a choice.
      }
    },

    async chooseDivision() {
      const chosen = await this.askDivision({ title: '本镇在哪个区县', level: 'county', abroad: false });
      if (chosen?.kind !== 'division') return;
      try {
        const { name } = await setDivision(chosen.code);
        this.setData({ division: name, problem: '' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      }
    },
  },
});
