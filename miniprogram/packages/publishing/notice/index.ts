import type { WrittenNotice } from '../../../../cloudfunctions/contracts/index';
import { acting } from '../../../behaviors/acting';
import { fileOpening } from '../../../behaviors/file-opening';
import { CloudError } from '../../../services/cloud';
import { shareCard } from '../../../services/channels';
import {
  agreeToNotice,
  countAudience,
  type NoticeSeen,
  readWritten,
  sendBackNotice,
  withdrawNotice,
} from '../../../services/publishing';
import { readReach } from '../../../services/reach';
import { textSize } from '../../../services/text-size';
import { actsOn, agreeQuestion, factsOf, headOf, historyOf, reachOf } from './view';

const WHY = {
  back: {
    title: '为什么退回？',
    note: '写的人会看到原因，改好可以再发。',
    ready: ['时间或者地点写错了', '来源没有写清楚', '发的范围不对', '话太硬，写平和些'],
    confirm: '退回去改',
  },
  withdraw: {
    title: '为什么撤回？',
    note: '看过的人再打开，会看到撤回了和这个原因。',
    ready: ['时间或者地点写错了', '事情取消了', '发错了地方'],
    confirm: '撤回这一条',
  },
};
const { back: NO_REASON } = WHY;

/** What stands beside the notice: it is shown without, when that doesn't come. */
async function quietly<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return null;
  }
}

/** One notice for those who write and agree: what it says, to whom, how it came about, and what is to be done with it. */
Component({
  behaviors: [acting, fileOpening, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    noticeId: '',
    notice: null as WrittenNotice | null,
    head: null as ReturnType<typeof headOf> | null,
    acts: null as ReturnType<typeof actsOn> | null,
    facts: [] as ReturnType<typeof factsOf>,
    /** Null before it is out, and where nothing of it is in my grids. */
    reach: null as ReturnType<typeof reachOf> | null,
    history: [] as ReturnType<typeof historyOf>,
    asking: '' as '' | keyof typeof WHY,
    why: NO_REASON,
  },
  pageLifetimes: {
    show() {
      if (this.data.noticeId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { noticeId?: string }) {
      this.setData({ noticeId: decodeURIComponent(query.noticeId ?? '') });
    },

    async load() {
      try {
        await this.showNotice(await readWritten(this.data.noticeId));
      } catch (error) {
        this.showFailure(error);
      }
    },

    async showNotice(notice: WrittenNotice) {
      const now = Date.now();
      const isOut = notice.publishedAt !== null;
      const [counted, reach] = await Promise.all([
        isOut ? null : quietly(() => countAudience(notice.audience, notice.kind)),
        isOut ? quietly(() => readReach(notice.noticeId)) : null,
      ]);
      this.setData({
        status: 'ready',
        notice,
        head: headOf(notice, now),
        acts: actsOn(notice, now),
        facts: factsOf(notice, counted, now),
        reach: reach && reachOf(reach, notice.status),
        history: historyOf(notice, now),
      });
    },

    async actOn(take: (seen: NoticeSeen) => Promise<WrittenNotice>, done: string) {
      const { notice } = this.data;
      if (!notice) return;
      const { noticeId, version } = notice;
      await this.act(
        async (requestId) => this.showNotice(await take({ requestId, noticeId, version })),
        done,
      );
    },

    async agree() {
      const { notice } = this.data;
      if (!notice) return;
      if (await this.sure('同意发出去？', agreeQuestion(notice, Date.now()), '同意'))
        await this.actOn(agreeToNotice, notice.publishAt === null ? '发出去了' : '到点会发');
    },

    ask(event: WechatMiniprogram.TouchEvent<object, object, { why: keyof typeof WHY }>) {
      const { why } = event.currentTarget.dataset;
      this.setData({ asking: why, why: WHY[why] });
    },
    closeReason() {
      this.setData({ asking: '' });
    },
    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { reason } = event.detail;
      const { asking } = this.data;
      this.closeReason();
      if (asking === 'back') await this.actOn((seen) => sendBackNotice(seen, reason), '退回去了');
      else await this.actOn((seen) => withdrawNotice(seen, reason), '撤回了');
    },

    rewrite() {
      this.open('../write/index?draftId=');
    },
    correct() {
      this.open('../write/index?replaces=');
    },
    openPoster() {
      this.open('/packages/poster/poster/index?noticeId=');
    },
    openScript() {
      this.open('/packages/poster/script/index?noticeId=');
    },
    /** Which groups have it already is said there. */
    share() {
      this.open('/packages/channels/share/index?noticeId=');
    },
    openReach() {
      this.open('/packages/reach/show/index?noticeId=');
    },
    open(url: string) {
      void wx.navigateTo({ url: `${url}${encodeURIComponent(this.data.noticeId)}` });
    },

    /** The older or the newer one. */
    openOther(event: WechatMiniprogram.CustomEvent<{ noticeId: string }>) {
      void wx.navigateTo({ url: `index?noticeId=${encodeURIComponent(event.detail.noticeId)}` });
    },

    onShareAppMessage() {
      const { notice } = this.data;
      return notice && notice.shareKey !== null ? shareCard(notice) : {};
    },
  },
});
