import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { untilGone } from '../../../behaviors/until-gone';
import { CloudError } from '../../../services/cloud';
import { callContact, readContact } from '../../../services/contact';
import { askForMessages } from '../../../services/message-asking';
import type { Mine } from '../../../services/observation';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { impossible, temperatureOf, temperatureText } from '../../../shared/temperature';
import {
  forgetReading,
  keptReadings,
  sendKeptReadings,
  submitReading,
  watchKeptReadings,
  type KeptReading,
} from '../../../services/unsent-readings';
import { keptRows, type KeptRow } from '../kept-rows';
import { bannerOf, isOnDuty, modeOf, NO_BANNER, TITLES, type Mode, type ReadingQuery } from './modes';
import {
  blankForm,
  consequence,
  isAbnormal,
  isRight,
  NO_ERRORS,
  reportOf,
  whatText,
  submitText,
  wrongReading,
  type ReadingForm,
} from './reading-form';
import { findSitters, type Found } from './find-sitters';
import { nextToReport, summaryOf, whenText, withKept, type Sitter } from './sitters';

const MEANS = [
  { value: 'visit', text: '上门量的' },
  { value: 'phone', text: '电话里说的' },
];

/** What was pressed for each person while another one is on the screen. */
const forms = new WeakMap<object, Map<string, ReadingForm>>();

/**
 * 报体温: everybody of the household under observation, one after the other, each in the slot that is open; with `?anybody=1` whoever of
 * the household isn't well; with `?observationId=` somebody on duty reports for a person, with `&spot=1` the doctor measures again.
 */
Component({
  behaviors: [textSize, untilGone],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    mode: 'household' as Mode,
    observationId: '',
    /** The members could not be asked for: as the phone remembers them. */
    stale: false,
    sitters: [] as Sitter[],
    /** Who is on the screen; -1 when nobody is left to report. */
    at: -1,
    form: blankForm(''),
    errors: NO_ERRORS,
    means: MEANS,
    when: '',
    submit: '',
    /** What happens after sending, said before. */
    after: '',
    hasOther: false,
    chosenMeans: [] as string[],
    summary: summaryOf([]),
    banner: NO_BANNER,
    reminder: null as Mine['reminder'],
    asked: false,
    sending: false,
    kept: [] as KeptRow[],
    callName: '',
  },
  pageLifetimes: {
    show() {
      void sendKeptReadings();
    },
  },
  methods: {
    async onLoad(query: ReadingQuery) {
      const mode = modeOf(query);
      forms.set(this, new Map());
      this.untilGone(watchKeptReadings((kept) => this.onKept(kept)));
      this.setData({
        mode,
        observationId: decodeURIComponent(query.observationId ?? ''),
        kept: keptRows(keptReadings(), Date.now()),
        callName: readContact()?.name ?? '',
      });
      void wx.setNavigationBarTitle({ title: TITLES[mode] });
      await this.load();
    },

    async load() {
      try {
        const { sitters, ...found } = await this.find();
        this.setData({ status: 'ready', ...found, sitters: withKept(sitters, keptReadings()) });
        const first = nextToReport(this.data.sitters, -1);
        const isTold = this.data.mode === 'household' || this.data.mode === 'proxy';
        await this.open(isTold ? first : Math.max(0, first));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed', problem: error.code === 'NETWORK' ? '' : error.message });
      }
    },

    find(): Promise<Found> {
      return findSitters(this.data.mode, this.data.observationId, Date.now());
    },

    retry() {
      this.setData({ status: 'loading' });
      void this.load();
    },

    /** Puts somebody on the screen, with what was already pressed for them. */
    async open(at: number) {
      this.keepForm();
      const sitter = this.data.sitters[at];
      const form = sitter && (forms.get(this)?.get(sitter.key) ?? blankForm(await makeRequestId()));
      this.setData({ at, form: form ?? blankForm(''), errors: NO_ERRORS });
      this.describe();
    },

    keepForm() {
      const { sitters, at, form } = this.data;
      const sitter = sitters[at];
      if (sitter?.state === 'toReport') forms.get(this)?.set(sitter.key, form);
    },

    /** The words that follow from who is on the screen and what was pressed. */
    describe() {
      const { sitters, at, form } = this.data;
      const sitter = sitters[at];
      if (sitter)
        this.setData({
          when: whenText(sitter, Date.now()),
          submit: submitText(sitter),
          after: consequence(form, sitter),
          hasOther: form.chosen.includes('other'),
          chosenMeans: form.means === '' ? [] : [form.means],
        });
      else this.setData({ summary: summaryOf(sitters) });
    },

    choose(event: WechatMiniprogram.TouchEvent<object, object, { at: number }>) {
      if (!this.data.sending) void this.open(event.currentTarget.dataset.at);
    },

    onDigits(event: WechatMiniprogram.CustomEvent<{ digits: string }>) {
      const { digits } = event.detail;
      this.setData({ 'form.digits': digits, 'errors.temperature': impossible(digits) });
      this.describe();
    },

    onSymptoms(event: WechatMiniprogram.CustomEvent<{ chosen: string[]; none: boolean }>) {
      const { chosen, none } = event.detail;
      this.setData({ 'form.chosen': chosen, 'form.none': none, 'errors.symptoms': '' });
      this.describe();
    },

    onOther(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ 'form.other': event.detail.value, 'errors.other': '' });
    },

    onMeans(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({
        'form.means': event.detail.chosen[0] === 'visit' ? 'visit' : 'phone',
        'errors.means': '',
      });
      this.describe();
    },

    async submitNow() {
      const { sitters, at, form, sending, asked, reminder } = this.data;
      const sitter = sitters[at];
      if (sending || sitter?.state !== 'toReport') return;
      const errors = wrongReading(form, sitter);
      this.setData({ errors });
      if (!isRight(errors)) {
        scrollToWrong(this);
        return;
      }
      this.setData({ sending: true, asked: true });
      // Inside the tap, as WeChat wants it; the reading goes at the same time.
      const reminded = asked
        ? Promise.resolve()
        : askForMessages(reminder === null ? [] : [{ use: 'readingDue', ...reminder }]);
      const what = whenText(sitter, Date.now());
      const outcome = await submitReading({ ...reportOf(form, sitter), name: sitter.name, what });
      await reminded;
      this.setData({ sending: false });
      if (outcome.state === 'refused') await this.onRefused(outcome.error);
      else await this.onTaken(outcome.state, sitter, form);
    },

    /** It is with the cloud, or safe on this phone: on to who has not reported yet. */
    async onTaken(state: 'sent' | 'kept', sitter: Sitter, form: ReadingForm) {
      const { at, mode } = this.data;
      const figure = temperatureText(temperatureOf(form.digits) ?? 0);
      const isAlarm = isAbnormal(form, sitter);
      forms.get(this)?.delete(sitter.key);
      this.setData({
        [`sitters[${at}]`]: {
          ...sitter,
          state: state === 'sent' ? 'reported' : 'kept',
          figure,
          abnormal: isAlarm,
          told: state === 'sent' ? '刚刚报的' : '已存在这部手机，有网时自动报',
          note: state === 'sent' ? '已报' : '存在手机里',
        },
        banner: bannerOf(state, `${whatText(sitter)} ${figure}`, isAlarm, mode),
      });
      if (isOnDuty(mode)) {
        await wx.navigateBack();
        void wx.showToast({ title: this.data.banner.text, icon: 'none', duration: 2500 });
        return;
      }
      // Whoever told of one person is not asked for all the others.
      await this.open(mode === 'anybody' ? -1 : nextToReport(this.data.sitters, at));
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    /** The cloud answered no. Somebody else of the family may have been quicker: then theirs is shown. */
    async onRefused(error: CloudError) {
      this.setData({
        banner: { tone: 'red', text: error.message },
        errors: { ...NO_ERRORS, ...error.fields },
      });
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      if (error.code === 'CONFLICT') await this.refresh();
    },

    /** The list of what waits changed: something arrived meanwhile, or was refused. */
    onKept(kept: KeptReading[]) {
      const before = this.data.kept.length;
      this.setData({ kept: keptRows(kept, Date.now()) });
      // While a form is on its way its own answer changes the screen.
      if (this.data.status === 'ready' && !this.data.sending && kept.length < before) void this.refresh();
    },

    /** Asks again who has reported, and leaves who is on the screen there. */
    async refresh() {
      try {
        const { sitters, stale } = await this.find();
        const key = this.data.sitters[this.data.at]?.key;
        const found = sitters.findIndex((sitter) => sitter.key === key);
        this.setData({ sitters: withKept(sitters, keptReadings()), stale, at: found });
        if (this.data.banner.tone === 'amber' && this.data.kept.length === 0)
          this.setData({ banner: { tone: 'green', text: '有网了，存着的体温都报上去了' } });
        this.describe();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    sendKept() {
      void sendKeptReadings();
    },

    forget(event: WechatMiniprogram.CustomEvent<{ requestId: string }>) {
      forgetReading(event.detail.requestId);
    },

    openNext() {
      void this.open(nextToReport(this.data.sitters, this.data.at));
    },

    tellMore() {
      void wx.redirectTo({ url: '../reading/index?anybody=1' });
    },

    openMine() {
      void wx.redirectTo({ url: '../mine/index' });
    },

    goHome() {
      void wx.switchTab({ url: '/pages/home/index' });
    },

    callUp() {
      void callContact();
    },
  },
});
