import { firstPage, paging } from '../../../behaviors/paging';
import { CloudError } from '../../../services/cloud';
import { searchHouseholds } from '../../../services/gridwork';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongWords } from '../../../shared/words';
import { foundCard, type FoundCard } from './rows';

/** The grid member finds a household by a name, the end of a phone number, or words of the address. */
Component({
  behaviors: [paging, textSize],
  data: {
    status: 'asking' as 'asking' | 'loading' | 'ready' | 'failed',
    words: '',
    /** What the list on the screen was found by. */
    asked: '',
    error: '',
    problem: '',
    cards: [] as FoundCard[],
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: event.detail.value });
    },

    async search() {
      const words = oneLine(this.data.words);
      const error = wrongWords(words, '姓名、手机尾号或住址', { max: 30 });
      this.setData({ error });
      if (error !== '') return;
      this.setData({ status: 'loading', asked: words, cards: [], next: '' });
      try {
        const page = await this.readPage();
        // Something else was asked for while this answer was on its way.
        if (words === this.data.asked) this.setData({ status: 'ready', ...firstPage(page) });
      } catch (failure) {
        if (!(failure instanceof CloudError)) throw failure;
        if (words !== this.data.asked) return;
        const beside = failure.fields.words ?? '';
        const problem = failure.code === 'NETWORK' ? '' : failure.message;
        this.setData({ status: beside === '' ? 'failed' : 'asking', error: beside, problem });
      }
    },

    async readPage(after?: string) {
      const { rows, next } = await searchHouseholds(this.data.asked, after);
      return { cards: rows.map(foundCard), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `/packages/registration/review/index?householdId=${id}` });
    },
  },
});
