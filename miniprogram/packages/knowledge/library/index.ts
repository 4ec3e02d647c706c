import { loading } from '../../../behaviors/loading';
import { sending } from '../../../behaviors/sending';
import { listKnowledge, readKnowledgeTemplate } from '../../../services/knowledge';
import { saveNoticeDraft } from '../../../services/publishing';
import { makeRequestId } from '../../../services/request-id';
import { holds } from '../../../services/roles';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { shelfCard, type ShelfCard } from './rows';

/** 防控知识: the library, for everybody; leaders see how many households read a text, and send one as a notice. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** What the list on the screen was found by. */
    asked: '',
    cards: [] as ShelfCard[],
    publishes: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      const { asked } = this.data;
      try {
        const rows = await listKnowledge(asked);
        // Other words were looked for while this answer was on its way.
        if (asked !== this.data.asked) return;
        const isStaff = rows.some(({ opened }) => opened !== null);
        const publishes = isStaff && holds('gridLeader', 'townOfficer');
        this.setData({ status: 'ready', cards: rows.map(shelfCard), publishes });
      } catch (error) {
        this.showFailure(error);
      }
    },

    onFind(event: WechatMiniprogram.CustomEvent<{ words: string }>) {
      this.setData({ asked: event.detail.words, status: 'loading', cards: [] });
      void this.load();
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },

    /** A text becomes a draft of mine, to which only the audience is missing. */
    async publish(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      let draftId = '';
      const isDone = await this.send(async () => {
        const content = await readKnowledgeTemplate(event.currentTarget.dataset.id);
        const draft = await saveNoticeDraft({
          requestId: await makeRequestId(),
          version: 0,
          content: {
            ...content,
            validUntil: null,
            audience: { gridIds: [], roles: [], households: true, tags: [] },
            wanted: 'read',
            pinned: false,
          },
        });
        draftId = draft.draftId;
      });
      if (isDone)
        await wx.navigateTo({
          url: `/packages/publishing/write/index?draftId=${encodeURIComponent(draftId)}`,
        });
      else if (this.data.problem !== '') await tell('没有办成', this.data.problem);
    },
  },
});
