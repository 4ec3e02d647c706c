import type { MessageOffer } from '../../../../cloudfunctions/contracts/index';
import { fileOpening } from '../../../behaviors/file-opening';
import { loading } from '../../../behaviors/loading';
import { readingAloud } from '../../../behaviors/reading-aloud';
import { working } from '../../../behaviors/working';
import { seenFromGroup, shareCard } from '../../../services/channels';
import { CloudError } from '../../../services/cloud';
import { highContrast } from '../../../services/contrast';
import { keepNotice, readKeptNotice } from '../../../services/kept-notices';
import { askForMessages, readMessageOffers } from '../../../services/message-asking';
import { isOnDuty } from '../../../services/notices';
import { type Opened, openedNotice } from '../../../services/opened-notice';
import { chooseSaved, isSaved } from '../../../services/saved-notices';
import { tell } from '../../../services/tell';
import { chooseLargeText, textSize } from '../../../services/text-size';
import { giveReceipt, isReceiptKept, watchKeptReceipts } from '../../../services/unsent-receipts';
import { noticeUrl } from '../../../shared/notice-words';
import { spokenSentences } from '../../../shared/spoken';
import { readingTime, type ReadingTime, secondsToRead } from './reading-time';
import { type Foot, footOf, keptText } from './view';

type Query = {
  noticeId?: string;
  gridId?: string;
  key?: string;
  scene?: string;
  seen?: string;
  done?: string;
};

/** About as high as the dock at the page's foot. */
const DOCK_PX = 100;

/** What the page knows and doesn't show. */
type Behind = { opened?: Opened; time?: ReadingTime; offers: MessageOffer[]; stop: () => void };
const behind = new WeakMap<object, Behind>();

/** One notice, for my household or for whoever opened a shared card. */
Component({
  behaviors: [loading, working, fileOpening, readingAloud, textSize, highContrast],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'stranger' | 'failed',
    noticeId: '',
    gridId: '',
    key: '',
    notice: null as Opened['notice'] | null,
    mine: false,
    /** Lists of what was saved are a household's; what I get on duty stays in its own. */
    canSave: false,
    /** Somebody of my household has opened it, as its list said. */
    seen: false,
    /** What was asked is done on another phone of the household, as its list said. */
    done: false,
    foot: 'none' as Foot,
    kept: '',
    saved: false,
    newerKey: '',
  },
  lifetimes: {
    attached() {
      behind.set(this, { offers: [], stop: watchKeptReceipts(() => this.showFoot()) });
    },
    detached() {
      behind.get(this)?.time?.pause();
      behind.get(this)?.stop();
    },
  },
  pageLifetimes: {
    show() {
      behind.get(this)?.time?.resume();
    },
    hide() {
      behind.get(this)?.time?.pause();
    },
  },
  methods: {
    async onLoad(query: Query) {
      this.setData({
        noticeId: decodeURIComponent(query.noticeId ?? ''),
        gridId: decodeURIComponent(query.gridId ?? ''),
        key: decodeURIComponent(query.key ?? query.scene ?? ''),
        seen: query.seen === '1',
        done: query.done === '1',
      });
      await this.load();
    },

    async load() {
      const { noticeId, gridId, key, seen, status } = this.data;
      // What was read here before is read again at once; whether it still holds is asked meanwhile.
      const before = status === 'loading' ? readKeptNotice(noticeId) : undefined;
      if (before) this.showNotice({ ...before, fresh: true, newerKey: '' });
      try {
        this.showNotice(await openedNotice({ noticeId, gridId, key, seen }));
      } catch (error) {
        const isStranger = error instanceof CloudError && error.code === 'UNREGISTERED';
        if (isStranger) this.setData({ status: 'stranger' });
        else this.showFailure(error);
        return;
      }
      this.watchReading();
      void seenFromGroup(this.data.noticeId);
      await this.prepareTaps();
    },

    showNotice(answered: Opened) {
      const opened = { ...answered, done: answered.done || this.data.done };
      const { notice, gridId, mine, newerKey } = opened;
      this.remember({ opened });
      const kept = keptText(opened, Date.now());
      const { noticeId } = notice;
      const canSave = mine && !isOnDuty(gridId);
      this.setData({ status: 'ready', noticeId, gridId, notice, mine, canSave, newerKey, kept });
      this.showFoot();
    },

    remember(more: Partial<Behind>) {
      const known = behind.get(this);
      if (known) Object.assign(known, more);
    },

    showFoot() {
      const opened = behind.get(this)?.opened;
      if (!opened) return;
      const foot = footOf(
        opened,
        isReceiptKept('confirm', { noticeId: opened.notice.noticeId, gridId: opened.gridId }),
        Date.now(),
      );
      if (foot !== this.data.foot) this.setData({ foot });
    },

    /** Read to the end is a receipt of its own; it is given once, in silence. */
    watchReading() {
      const { opened, time: before } = behind.get(this) ?? {};
      if (!opened?.mine || before || opened.notice.status !== 'published') return;
      const { noticeId, wanted } = opened.notice;
      const time = readingTime(secondsToRead(this.sentences().join('').length), (seconds) => {
        void giveReceipt('read', { noticeId, gridId: opened.gridId, seconds });
        if (wanted === 'read') this.markDone();
      });
      this.remember({ time });
      time.resume();
      wx.nextTick(() => {
        this.createIntersectionObserver({})
          // What lies under the dock is not in sight.
          .relativeToViewport({ bottom: -DOCK_PX })
          .observe('.text-end', ({ intersectionRatio }) => {
            if (intersectionRatio > 0) time.reachEnd();
          });
      });
    },

    /** What the first tap needs to know beforehand; the reader does not wait for it. */
    async prepareTaps() {
      const { noticeId, mine, canSave, kept } = this.data;
      if (!mine || kept !== '') return;
      try {
        if (canSave) this.setData({ saved: await isSaved(noticeId) });
      } catch (error) {
        // Then it says 收藏, and saving it twice is saving it once.
        if (!(error instanceof CloudError)) throw error;
      }
      if (this.data.foot === 'ask')
        this.remember({ offers: await readMessageOffers('noticeOut', 'noticeReminder') });
    },

    sentences(): string[] {
      const opened = behind.get(this)?.opened;
      return opened ? spokenSentences(opened.notice) : [];
    },

    async confirm() {
      const { noticeId, gridId, foot } = this.data;
      if (foot !== 'ask') return;
      // WeChat shows its dialog inside the tap only, so it comes before anything else.
      const asked = askForMessages(behind.get(this)?.offers ?? []);
      await this.during('confirm', async () => {
        const outcome = await giveReceipt('confirm', { noticeId, gridId, seconds: 0 });
        if (outcome.state === 'refused') throw outcome.error;
        this.markDone();
      });
      if (this.data.problem !== '') await tell('没有办成', this.data.problem);
      await asked;
    },

    markDone() {
      const opened = behind.get(this)?.opened;
      if (!opened) return;
      const { notice, gridId, mine, shareKey, keptAt } = opened;
      this.remember({ opened: { ...opened, done: true } });
      keepNotice({ notice, gridId, mine, shareKey, keptAt, done: true });
      this.showFoot();
    },

    async save() {
      const { noticeId, saved } = this.data;
      await this.during('save', async () => {
        await chooseSaved(noticeId, !saved);
        this.setData({ saved: !saved });
        void wx.showToast({ title: saved ? '不收藏了' : '收藏了', icon: 'none' });
      });
      if (this.data.problem !== '') await tell('没有收藏', this.data.problem);
    },

    switchTextSize() {
      chooseLargeText(!this.data.large);
    },

    openOther(event: WechatMiniprogram.CustomEvent<{ noticeId: string }>) {
      const { newerKey } = this.data;
      const key = newerKey === '' ? '' : `&key=${encodeURIComponent(newerKey)}`;
      void wx.navigateTo({ url: noticeUrl(event.detail) + key });
    },

    enrol() {
      void wx.switchTab({ url: '/pages/home/index' });
    },

    onShareAppMessage() {
      const opened = behind.get(this)?.opened;
      return opened ? shareCard({ ...opened.notice, shareKey: opened.shareKey }) : {};
    },
  },
});
