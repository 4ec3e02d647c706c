import { loading } from '../../../behaviors/loading';
import { working } from '../../../behaviors/working';
import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { keptNotices } from '../../../services/notice-drafts';
import { discardDraft, listDrafts } from '../../../services/publishing';
import { ask } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { keptName } from '../kept-name';
import { type DraftCard, draftCards, TEMPLATE_ROWS } from './rows';

type Tap<D extends object> = WechatMiniprogram.TouchEvent<object, object, D>;

/** Where writing begins: what is half written, the usual notices to begin with, or an empty page. */
Component({
  behaviors: [loading, working, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    cards: [] as DraftCard[],
    templates: TEMPLATE_ROWS,
    /** The cloud can't be reached: only what this phone keeps is shown. */
    offline: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        this.showDrafts(await listDrafts(), false);
      } catch (error) {
        if (error instanceof CloudError && error.code === 'NETWORK') this.showDrafts([], true);
        else this.showFailure(error);
      }
    },

    showDrafts(drafts: Awaited<ReturnType<typeof listDrafts>>, offline: boolean) {
      this.setData({ status: 'ready', offline, cards: draftCards(drafts, keptNotices(), Date.now()) });
    },

    goOn({ currentTarget }: Tap<{ url: string }>) {
      void wx.navigateTo({ url: currentTarget.dataset.url });
    },

    begin() {
      void wx.navigateTo({ url: '../write/index' });
    },

    beginWith({ currentTarget }: Tap<{ key: string }>) {
      void wx.navigateTo({ url: `../write/index?template=${currentTarget.dataset.key}` });
    },

    async discard({ currentTarget }: Tap<{ key: string }>) {
      const card = this.data.cards.find(({ key }) => key === currentTarget.dataset.key);
      if (!card) return;
      const confirm = await ask({
        title: '删掉这份草稿？',
        content: `“${card.title}”删掉以后找不回来。`,
        yes: '删掉草稿',
        takesAway: true,
        no: '先留着',
      });
      if (!confirm) return;
      await this.during('discard', async () => {
        if (card.draftId !== '') await discardDraft(card.draftId);
        removeDraft(keptName(card.requestId));
        await this.load();
      });
    },
  },
});
