import { CloudError } from '../../../services/cloud';
import { openExport } from '../../../services/roster';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongWords } from '../../../shared/words';

const OTHER = '别的原因';
const REASONS = ['上门核对', OTHER].map((text) => ({ value: text, text }));

/** Asks why before a village's numbers leave in the clear. */
Component({
  behaviors: [textSize],
  data: {
    gridId: '',
    place: '',
    reasons: REASONS,
    other: OTHER,
    chosen: '',
    reason: '',
    error: '',
    problem: '',
    exported: '',
    sending: false,
  },
  methods: {
    onLoad(query: { gridId?: string; place?: string }) {
      this.setData({ gridId: query.gridId ?? '', place: decodeURIComponent(query.place ?? '') });
    },

    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ chosen: event.detail.chosen[0] ?? '', error: '' });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },

    async send() {
      if (this.data.sending) return;
      const { gridId, chosen } = this.data;
      const reason = chosen === OTHER ? oneLine(this.data.reason) : chosen;
      const error = chosen === '' ? '请选一个原因' : wrongWords(reason, '原因', { min: 2, max: 100 });
      this.setData({ error, problem: '', exported: '' });
      if (error !== '') return;
      this.setData({ sending: true });
      try {
        const { people, households } = await openExport({ gridId, reason });
        this.setData({ exported: `导出了 ${households} 户、${people} 人。用完请删掉表格。` });
      } catch (fault) {
        if (!(fault instanceof CloudError)) throw fault;
        this.setData({ problem: fault.message });
      } finally {
        this.setData({ sending: false });
      }
    },
  },
});
