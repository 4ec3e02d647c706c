import { makeRequestId } from '../services/request-id';
import { ask, tell } from '../services/tell';
import { loading } from './loading';
import { sending } from './sending';

/**
 * A page on one thing that people act on. An act is sent once, with what was seen; what came of it is shown. A refusal is said, and the thing is
 * loaded anew: somebody else was faster. The page brings `load()`.
 */
export const acting = Behavior({
  behaviors: [loading, sending],
  methods: {
    async act(take: (requestId: string) => Promise<void>, done: string): Promise<void> {
      const requestId = await makeRequestId();
      if (await this.send(() => take(requestId))) void wx.showToast({ title: done, icon: 'none' });
      else if (this.data.problem !== '') {
        await tell('没有办成', this.data.problem);
        await this.load();
      }
    },

    /** Asks once more before what can't be undone. */
    sure(title: string, content: string, yes: string): Promise<boolean> {
      return ask({ title, content, yes, no: '再看看' });
    },
  },
});
