import { closeAlert, type CloseForm } from '../../../services/alerts';
import { textSize } from '../../../services/text-size';
import { ALERT_OUTCOMES, options } from '../../../shared/labels';
import { oneLine, wrongWords } from '../../../shared/words';
import { formLoading } from '../form-loading';
import { sending } from '../../../behaviors/sending';

type Outcome = CloseForm['outcome'];

/** What came of it. Only a clinic confirms, so that choice is there only for somebody who was sent to one. */
Component({
  behaviors: [formLoading, sending, textSize],
  data: {
    outcomes: options(ALERT_OUTCOMES),
    chosen: '' as Outcome | '',
    words: '',
  },
  observers: {
    finding(finding: string | null) {
      const all = options(ALERT_OUTCOMES);
      const outcomes = finding === 'suspected' ? all : all.filter(({ value }) => value !== 'confirmed');
      this.setData({ outcomes });
    },
  },
  methods: {
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: Outcome[] }>) {
      this.setData({ chosen: event.detail.chosen[0] ?? '', 'errors.outcome': '' });
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },

    async confirm() {
      const { act, chosen, words } = this.data;
      const wrong = wrongWords(words, '结果说明', { min: 2, max: 200 });
      this.setData({
        errors: {
          ...(chosen === '' && { outcome: '请选择结果' }),
          ...(wrong !== '' && { words: wrong }),
        },
      });
      if (chosen === '' || wrong !== '') return;
      if (await this.send(() => closeAlert({ ...act, outcome: chosen, words: oneLine(words) })))
        await wx.navigateBack();
    },
  },
});
