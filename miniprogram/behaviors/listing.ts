import { loading } from './loading';
import { firstPage, paging } from './paging';

/** A page that shows one list and nothing else: it loads the first page, and goes on from there. It brings `readPage()` and its own `cards`. */
export const listing = Behavior({
  behaviors: [loading, paging],
  methods: {
    async load(): Promise<void> {
      try {
        this.setData({ status: 'ready', ...firstPage(await this.readPage()) });
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});
