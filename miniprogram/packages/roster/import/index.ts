import { importing, type ImportStep } from '../../../behaviors/importing';
import { loading } from '../../../behaviors/loading';
import type { RosterJob } from '../../../../cloudfunctions/contracts/index';
import {
  applyRoster,
  checkRoster,
  discardRoster,
  openTemplate,
  readRoster,
  stageRoster,
} from '../../../services/roster';
import { pickSpreadsheet } from '../../../services/spreadsheets';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { emptyRoster, jobView, rosterView } from './view';

const STEPS = { checking: checkRoster, applying: applyRoster } as const;

/** A village's roll: a spreadsheet comes in by a dry run first, and goes out again. */
Component({
  behaviors: [importing, loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    gridId: '',
    roster: emptyRoster,
  },
  pageLifetimes: {
    show() {
      if (this.data.busy === '') void this.load();
    },
  },
  methods: {
    onLoad(query: { gridId?: string }) {
      this.setData({ gridId: query.gridId ?? '' });
    },

    async load() {
      try {
        const roster = rosterView(await readRoster(this.data.gridId), Date.now());
        this.setData({ status: 'ready', roster });
      } catch (error) {
        this.showFailure(error);
      }
    },

    sheetNow() {
      const { job } = this.data.roster;
      return job && { id: job.jobId, step: job.step };
    },

    takeStep(step: ImportStep, jobId: string) {
      return STEPS[step](jobId);
    },

    showSheet(job: RosterJob) {
      this.setData({ 'roster.job': jobView(job, Date.now()) });
    },

    template() {
      void this.during('template', () => openTemplate(this.data.gridId));
    },

    choose() {
      void this.during('uploading', async () => {
        const file = await pickSpreadsheet();
        if (file === null) return;
        const staged = await stageRoster(this.data.gridId, file);
        await this.drive('checking', staged.jobId, staged);
      });
    },

    async apply() {
      const { job, place } = this.data.roster;
      if (!job) return;
      const confirm = await ask({
        title: `导入 ${job.toWrite} 人？`,
        content: `写进${place}的名册。填得不对的行不会导入。`,
        yes: '导入',
        no: '再看看',
      });
      if (confirm) this.run('applying');
    },

    run(step: ImportStep) {
      const { job } = this.data.roster;
      if (!job) return;
      void this.during(step, async () => {
        // The first answer takes some seconds; until then the page says already that it works.
        if (job.step !== step) this.setData({ 'roster.job': { ...job, step, done: 0, percent: 0 } });
        try {
          await this.drive(step, job.jobId);
        } finally {
          await this.load();
        }
      });
    },

    async discard() {
      const { job } = this.data.roster;
      if (!job) return;
      await this.during('discarding', async () => {
        await discardRoster(job.jobId);
        this.setData({ 'roster.job': null });
      });
      await this.load();
    },

    openFaults() {
      const { job } = this.data.roster;
      if (job) void wx.navigateTo({ url: `../faults/index?jobId=${job.jobId}` });
    },

    openExport() {
      const { gridId, place } = this.data.roster;
      void wx.navigateTo({ url: `../export/index?gridId=${gridId}&place=${encodeURIComponent(place)}` });
    },
  },
});
