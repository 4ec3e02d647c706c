import type { DeclarationView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { makeRequestId } from '../../../services/request-id';
import { checkArrival, didNotCome, openPhone, openPhotos, readDeclaration } from '../../../services/returns';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { CONTACTS, HEALTH_CODES, options, TEST_RESULTS } from '../../../shared/labels';
import { finding } from './finding';
import { errorsOf, factsSent, foundOf, type Found } from './found';
import { keepResponsible, readResponsible, responsibleSent, type ResponsibleRow } from './responsible';
import { CHECK_BUTTON, checkView, type CheckView, type DecisionShown, stayRow, type StayRow } from './view';

/** Stands in the record of who opened a number. */
const CALL_REASON = '打电话核实返乡';

/** Whoever receives somebody checks their declaration at the door: what they told, what the rules say, what is found; then the measure begins. */
Component({
  behaviors: [loading, finding, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    requestId: '',
    view: null as CheckView | null,
    /** Asked about by the rules of the day of arrival. */
    symptoms: [] as string[],
    responsible: [] as ResponsibleRow[],
    contacts: options(CONTACTS),
    codes: options(HEALTH_CODES),
    tests: [
      { value: 'yes', text: '做过' },
      { value: 'no', text: '没做' },
    ],
    results: options(TEST_RESULTS),
    today: '',
    isCorrecting: false,
    isCorrectingStays: false,
    checkWords: CHECK_BUTTON,
    sheet: '' as '' | 'photos' | 'absent',
    photoReasons: ['核对健康码', '核对核酸结果', '核对行程码'],
    absentReasons: ['人还在外地', '改了计划，以后再来', '不住在这里，去了别处', '电话里说不来了'],
    sending: false,
    trouble: '',
    /** Of what is shown: as declared, or as it is being put right. */
    stayRows: [] as StayRow[],
    otherFelt: false,
    measure: 'freeMovement' as DecisionShown['measure'],
  },
  observers: {
    'found, view'(found: Found, view: CheckView | null) {
      const stays =
        view === null || view.isOpen
          ? found.stays
          : view.stays.map(({ place, ...days }) => ({ ...days, name: place }));
      this.setData({ stayRows: stays.map(stayRow), otherFelt: found.symptoms.includes('other') });
    },
    'preview, view'(preview: DecisionShown | null, view: CheckView | null) {
      this.setData({ measure: (preview ?? view?.decision)?.measure ?? 'freeMovement' });
    },
  },
  methods: {
    async onLoad(query: { declarationId?: string }) {
      this.setData({
        declarationId: decodeURIComponent(query.declarationId ?? ''),
        requestId: await makeRequestId(),
        responsible: readResponsible(),
      });
      await this.load();
    },

    async load() {
      try {
        this.show(await readDeclaration(this.data.declarationId));
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        this.setData({ status: 'failed', problem });
      }
    },

    show(declared: DeclarationView) {
      const now = Date.now();
      const { feverFrom, askedSymptoms, lookBackDays } = declared;
      this.setData({
        status: 'ready',
        view: checkView(declared, now),
        found: foundOf(declared, now),
        feverFrom,
        lookBackDays,
        symptoms: askedSymptoms,
        today: calendarDate(now),
        preview: null,
        errors: {},
      });
    },

    correct() {
      this.setData({ isCorrecting: !this.data.isCorrecting });
    },

    correctStays() {
      this.setData({ isCorrectingStays: !this.data.isCorrectingStays });
    },

    nameResponsible(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { index: number }>) {
      this.setData({ [`responsible[${event.currentTarget.dataset.index}].name`]: event.detail.value });
    },

    openCompanion(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const id = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `../check/index?declarationId=${id}` });
    },

    openRecord() {
      const id = encodeURIComponent(this.data.view?.observationId ?? '');
      void wx.navigateTo({ url: `/packages/observation/record/index?observationId=${id}` });
    },

    /** Where it is decided whether a new risk area changes what applies. */
    openFound() {
      void wx.navigateTo({ url: '/packages/rules/found/index' });
    },

    /** The number is dialled without being shown. */
    async dial() {
      await this.tryTo(async () => {
        const { value } = await openPhone(this.data.declarationId, CALL_REASON);
        wx.makePhoneCall({ phoneNumber: value, fail: () => undefined });
      });
    },

    ask(event: WechatMiniprogram.TouchEvent<object, object, { sheet: 'photos' | 'absent' }>) {
      this.setData({ sheet: event.currentTarget.dataset.sheet });
    },

    closeSheet() {
      this.setData({ sheet: '' });
    },

    async onPhotoReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ sheet: '' });
      await this.tryTo(async () => {
        const { photos } = await openPhotos(this.data.declarationId, event.detail.reason);
        await wx.previewImage({ urls: photos.map(({ url }) => url) });
      });
    },

    async onAbsentReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ sheet: '' });
      const { declarationId, requestId, view } = this.data;
      await this.decide(
        () => didNotCome({ declarationId, requestId, version: view?.version ?? 0 }, event.detail.reason),
        '从名单上去掉了',
      );
    },

    async check() {
      const { found, feverFrom, lookBackDays, declarationId, requestId, view, responsible } = this.data;
      const errors = errorsOf(found, { feverFrom, lookBackDays, now: Date.now() });
      const facts = factsSent(found);
      this.setData({ errors, ...(errors.stays !== undefined && { isCorrectingStays: true }) });
      if (facts === undefined || Object.keys(errors).length > 0) {
        scrollToWrong(this);
        return;
      }
      const names = responsibleSent(responsible);
      await this.decide(async () => {
        const version = view?.version ?? 0;
        await checkArrival({ ...facts, declarationId, requestId, version, responsible: names });
        keepResponsible(responsible);
      }, '核实好了');
    },

    /** Sends a decision about the version that is on the screen; pressing twice decides once. */
    async decide(send: () => Promise<unknown>, done: string) {
      if (this.data.sending) return;
      this.setData({ sending: true, trouble: '' });
      try {
        await send();
        await this.load();
        this.setData({ sending: false, requestId: await makeRequestId() });
        void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
        void wx.showToast({ title: done, icon: 'none', duration: 2500 });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ sending: false, trouble: error.message, errors: error.fields });
        if (error.code === 'INVALID_INPUT') scrollToWrong(this);
        if (error.code === 'CONFLICT') await this.load();
      }
    },

    async tryTo(act: () => Promise<void>) {
      try {
        await act();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        void wx.showToast({ title: error.message, icon: 'none', duration: 2500 });
      }
    },
  },
});
