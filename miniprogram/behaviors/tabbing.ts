import { loading } from './loading';
import { firstPage, paging } from './paging';

/** A page with a list under each of its tabs. It brings `readPage()` for the tab that is chosen, and its own `tab` and `cards`. */
export const tabbing = Behavior({
  behaviors: [loading, paging],
  data: { tab: '' as string },
  methods: {
    async load(): Promise<void> {
      const { tab } = this.data;
      try {
        const page = await this.readPage();
        // The tab was changed while this answer was on its way.
        if (tab === this.data.tab) this.setData({ status: 'ready', ...firstPage(page) });
      } catch (error) {
        if (tab === this.data.tab) this.showFailure(error);
      }
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { tab: string }>): void {
      this.setData({ tab: event.currentTarget.dataset.tab, status: 'loading', cards: [], next: '' });
      void this.load();
    },
  },
});
