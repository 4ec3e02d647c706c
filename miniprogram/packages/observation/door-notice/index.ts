import { loading } from '../../../behaviors/loading';
import { paper } from '../../../behaviors/paper';
import { CloudError } from '../../../services/cloud';
import { readDoorNotice, readMyDoorNotice } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { noticeText, spokenText } from './notice-text';
import { paintNotice } from './paint-notice';

/** 门上的告知书: a sheet of A4 to print and put on the door; with `?mine=1` as the family reads it. */
Component({
  behaviors: [loading, paper, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    observationId: '',
    mine: false,
    spoken: '',
  },
  methods: {
    async onLoad(query: { observationId?: string; mine?: string }) {
      this.setData({
        observationId: decodeURIComponent(query.observationId ?? ''),
        mine: query.mine !== undefined,
      });
      await this.load();
    },

    async load() {
      const { observationId, mine } = this.data;
      try {
        const text = noticeText(await (mine ? readMyDoorNotice : readDoorNotice)(observationId));
        this.setData({ status: 'ready', spoken: spokenText(text) });
        await this.paint((pen) => paintNotice(pen, text));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed', problem: error.code === 'NETWORK' ? '' : error.message });
      }
    },
  },
});
