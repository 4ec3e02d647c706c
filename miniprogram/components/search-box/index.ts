import { oneLine, wrongWords } from '../../shared/words';

const MOST = 20;

/** Words to look for in a list. Says `find` with `{words}`; empty words when nothing is looked for any more. */
Component({
  properties: {
    placeholder: { type: String, value: '' },
    /** What the list on the screen was found by; empty for all of it. */
    asked: { type: String, value: '' },
  },
  data: { words: '', error: '', most: MOST },
  methods: {
    write(event: WechatMiniprogram.Input) {
      this.setData({ words: event.detail.value });
    },

    find() {
      const words = oneLine(this.data.words);
      const error = words === '' ? '' : wrongWords(words, '要找的字', { max: MOST });
      this.setData({ error });
      if (error === '' && words !== this.data.asked) this.triggerEvent('find', { words });
    },

    noMore() {
      this.setData({ words: '' });
      this.find();
    },
  },
});
