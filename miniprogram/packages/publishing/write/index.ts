import { loading } from '../../../behaviors/loading';
import { photoSending } from '../../../behaviors/photo-sending';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { CloudError } from '../../../services/cloud';
import { NOTICE_FILES } from '../../../services/notice-files';
import { keepSource, lastSource } from '../../../services/notice-source';
import { sendNotice } from '../../../services/publishing';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';
import { addDays } from '../../../shared/slots';
import { keptName } from '../kept-name';
import type { Answered } from './answering';
import { attaching } from './attaching';
import { begin, type Query } from './begin';
import { besideFields, wrongIn } from './check';
import { cloudKeeping } from './cloud-keeping';
import { counting } from './counting';
import { type NoticeForm, sentForm } from './form';
import { gridChoosing } from './grid-choosing';
import { errorsOn, firstWrongStep, STEP_NAMES, STEP_TITLES, type StepName, STEPS } from './steps';
import { doneText, factsOf, nextText, reachedText, sendWords } from './words';

const LAST_DAY_AHEAD = 366;
/** Answers that change whom it reaches, or who has to agree. */
const COUNTED = ['kind', 'gridIds', 'whom', 'tags'];

/** 写通知: four steps, kept on this phone at once and in the cloud some seconds later. */
Component({
  behaviors: [
    textSize,
    loading,
    sending,
    cloudKeeping,
    gridChoosing,
    counting,
    attaching,
    photoSending(NOTICE_FILES),
  ],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    query: {} as Query,
    stepNames: STEPS.map((name) => STEP_NAMES[name]),
    stepName: 'text' as StepName,
    title: '',
    today: '',
    lastDay: '',
    last: '',
    reached: '',
    facts: [] as ReturnType<typeof factsOf>,
    nextWords: '',
    sendWords: '',
  },
  observers: {
    'draft, count'() {
      const { draft, count } = this.data;
      this.setData({
        reached: reachedText(draft, count),
        facts: factsOf(draft, count),
        nextWords: nextText(draft, count, Date.now()),
        sendWords: sendWords(draft, count),
      });
    },
  },
  methods: {
    onLoad(query: Query = {}) {
      const today = calendarDate(Date.now());
      const decoded = Object.entries(query).map(([key, value]) => [key, decodeURIComponent(value)]);
      this.setData({
        query: Object.fromEntries(decoded) as Query,
        today,
        lastDay: addDays(today, LAST_DAY_AHEAD),
      });
      void this.load();
    },

    async load() {
      try {
        const { form, clash } = await begin(this.data.query);
        this.useDraft(keptName(form.requestId), form);
        if (form.replaces !== '') void wx.setNavigationBarTitle({ title: '更正通知' });
        await this.loadGrids();
        this.setData({ status: 'ready', clash });
        this.showStep(Math.min(form.step, STEPS.length - 1));
        this.recount();
      } catch (error) {
        this.showFailure(error);
      }
    },

    showStep(step: number) {
      const stepName = STEPS[step] ?? 'text';
      const { draft } = this.data;
      const last = lastSource();
      const isThere = last === undefined || last.documentNumber === draft.documentNumber;
      this.setData({
        stepName,
        'draft.step': step,
        title: STEP_TITLES[stepName],
        last: isThere ? '' : [last.organisation, last.documentNumber].filter(Boolean).join(' '),
      });
    },

    onChange({ detail: { path, value } }: WechatMiniprogram.CustomEvent<Answered>) {
      this.answer(path, value);
      this.forget(path);
      if (COUNTED.includes(path)) this.recount();
    },

    /** An answer is being changed: what was wrong with it is not said any longer. */
    forget(path: string) {
      const card = /^cards\[(\d+)\]/.exec(path);
      const field = card ? `cards.${this.data.draft.cards[Number(card[1])]?.key}` : fieldOf(path);
      if (field in this.data.errors) this.setData({ errors: without(this.data.errors, field) });
    },

    takeGrids(gridIds: string[]) {
      this.answer('gridIds', gridIds);
    },

    takeAttachments(attachments: NoticeForm['attachments']) {
      this.answer('attachments', attachments);
      this.forget('attachments');
    },

    onGrid(event: WechatMiniprogram.CustomEvent<{ gridId: string }>) {
      this.onGridPress(event);
      this.forget('gridIds');
      this.recount();
    },

    useLastSource() {
      const last = lastSource();
      if (!last) return;
      for (const [path, value] of Object.entries(last)) this.answer(path, value);
      this.setData({ last: '', errors: {} });
    },

    onTake({ detail }: WechatMiniprogram.CustomEvent<{ target: string }>) {
      void this.takePhotoFor(detail.target);
    },

    onDrop({ detail }: WechatMiniprogram.CustomEvent<{ target: string }>) {
      this.dropPhotoOf(detail.target);
    },

    /** The scan of the source's paper, or the picture of a card, which may have moved meanwhile. */
    keepPhotoId(fileId: string, target: string) {
      const key = Number(target.replace('cards.', ''));
      const index = this.data.draft.cards.findIndex((card) => card.key === key);
      if (target === 'scan') this.answer('scan', fileId);
      else if (index !== -1) this.answer(`cards[${index}].fileId`, fileId);
      this.setData({ errors: without(this.data.errors, target) });
    },

    next() {
      const { stepName, draft, today } = this.data;
      const errors = errorsOn(stepName, wrongIn(draft, today));
      if (hasErrors(errors)) this.leadTo(errors);
      else this.goTo(draft.step + 1);
    },

    back() {
      this.goTo(this.data.draft.step - 1);
    },

    goTo(step: number) {
      this.setData({ errors: {}, problem: '' });
      this.showStep(step);
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    /** Goes to the first step with something wrong, and there to the place. */
    leadTo(errors: Errors) {
      const step = firstWrongStep(errors);
      if (step !== -1 && step !== this.data.draft.step) this.goTo(step);
      this.setData({ errors });
      const [first = ''] = Object.keys(errorsOn(this.data.stepName, errors));
      const part = first.startsWith('cards') ? 'body' : this.data.stepName;
      wx.nextTick(() => scrollToWrong(first === 'attachments' ? this : this.selectComponent(`#${part}`)));
    },

    /** Pressed twice, or again after a lost answer, it goes out once: by the form's request id. */
    async sendOff() {
      const { draft, today, upload } = this.data;
      const errors = wrongIn(draft, today);
      if (hasErrors(errors)) {
        this.leadTo(errors);
        return;
      }
      if (upload.state === 'sending' || this.data.attaching) {
        this.setData({ problem: '图片或附件还在传，传好了再发' });
        return;
      }
      const isDone = await this.send(async () => {
        const notice = await sendNotice(sentForm(draft));
        this.forgetForm();
        const { organisation, documentNumber, date } = draft;
        keepSource({ organisation, documentNumber, date });
        const { title, text } = doneText(notice, this.data.count, Date.now());
        await tell(title, text);
        await wx.redirectTo({ url: `../notice/index?noticeId=${encodeURIComponent(notice.noticeId)}` });
      });
      if (!isDone && hasErrors(this.data.errors)) this.leadTo(besideFields(this.data.errors, draft));
    },

    /** The other page reads the cloud's draft, so it has to be there first. */
    async preview() {
      if (!this.data.draft.unsaved && this.data.draft.draftId === '') this.answer('unsaved', true);
      const isKept = await this.keepInCloud();
      const { draftId } = this.data.draft;
      if (isKept && draftId !== '')
        await wx.navigateTo({ url: `../preview/index?draftId=${encodeURIComponent(draftId)}` });
      else this.setData({ problem: '草稿还没有存到云端，网络好的时候再看' });
    },

    async chooseTheirs() {
      await this.resolve(() => this.useTheirs());
      await this.load();
    },

    async chooseMine() {
      await this.resolve(() => this.useMine());
    },

    async resolve(choice: () => Promise<void>) {
      try {
        await choice();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ problem: error.message });
      }
    },
  },
});

/** The field that an error stands at: `facts.when`, and of everything else its first part. */
const fieldOf = (path: string): string =>
  path.startsWith('facts') ? path : path.startsWith('send') ? 'sendAt' : path.replace(/[.[].*$/, '');
