import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { textSize } from '../../../services/text-size';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import {
  checkTraveller,
  errorsFromCloud,
  errorsOfTraveller,
  hasNewChild,
  type Asked,
} from './check-declaration';
import { NO_NEEDS, readNeeds } from './form-needs';
import { healthWriting } from './health-writing';
import { filePeople, newPeople, type FilePerson, type NewPerson } from './people-rows';
import { draftNameOf, openDraft, purposeOf, SEND_WORDS, submit, TITLES, type Query } from './purpose';
import { staysWriting } from './stays-writing';
import {
  checkStep,
  firstWrongStep,
  STEP_NAMES,
  stepTitle,
  STEPS_OF,
  type Purpose,
  type StepName,
} from './steps';
import { summaryOf, type SummaryCard } from './summary';
import { whoWriting } from './who-writing';

const today = () => calendarDate(Date.now());

/** 返乡申报: five steps. What is written stays on this phone until the cloud has it. */
Component({
  behaviors: [textSize, loading, whoWriting, staysWriting, healthWriting],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    failText: '',
    query: {} as Query,
    purpose: 'declare' as Purpose,
    stepNames: [] as string[],
    step: 0,
    stepName: 'who' as StepName,
    title: '',
    today: '',
    needs: NO_NEEDS,
    hasHousehold: false,
    people: [] as FilePerson[],
    newcomers: [] as NewPerson[],
    everybody: [] as { index: number; name: string; done: boolean }[],
    cards: [] as SummaryCard[],
    child: false,
    errors: {} as Errors,
    ownErrors: {} as Errors,
    healthErrors: {} as Errors,
    sendWords: '',
    sending: false,
    /** It could not be sent: the button then says 再交一次. */
    failed: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.status !== 'ready') return;
      this.takeUpDraft();
      this.showStep(this.data.step, this.data.errors);
    },
  },
  methods: {
    async onLoad(query: Query = {}) {
      const purpose = purposeOf(query);
      this.setData({
        query,
        purpose,
        today: today(),
        stepNames: STEPS_OF[purpose].map((name) => STEP_NAMES[name]),
        sendWords: SEND_WORDS[purpose],
      });
      void wx.setNavigationBarTitle({ title: TITLES[purpose] });
      await this.load();
    },

    async load() {
      const { purpose, query } = this.data;
      try {
        const draft = await openDraft(purpose, query);
        if (draft === undefined) {
          await wx.redirectTo({ url: '../mine/index' });
          return;
        }
        this.useDraft(draftNameOf(purpose, query), draft);
        await this.readNeeds();
        this.setData({ status: 'ready' });
        this.beginTravellers();
        this.showStep(Math.min(draft.step, STEPS_OF[purpose].length - 1), {});
        if (!this.data.hasHousehold && draft.gridId === '') void this.openPlaces([]);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed', failText: error.code === 'NETWORK' ? '' : error.message });
      }
    },

    /** Asked anew when the day of arrival or the place has changed: other days may have other rules. */
    async readNeeds() {
      const { purpose, draft } = this.data;
      const needs = await readNeeds(purpose, draft);
      const hasHousehold = purpose === 'proxy' ? draft.householdId !== '' : needs.household !== null;
      this.setData({ needs, hasHousehold, lookBackDays: needs.lookBackDays });
    },

    asked(): Asked {
      const { hasHousehold, needs, purpose } = this.data;
      return {
        hasHousehold,
        isProxy: purpose === 'proxy',
        lookBackDays: needs.lookBackDays,
        today: today(),
      };
    },

    showStep(step: number, errors: Errors) {
      const { purpose, needs, draft } = this.data;
      const stepName = STEPS_OF[purpose][step] ?? 'who';
      this.setData({
        step,
        stepName,
        title: stepTitle(stepName, needs.lookBackDays),
        child: hasNewChild(draft, today()),
        cards: summaryOf(draft, STEPS_OF[purpose]),
      });
      this.showErrors(errors);
      this.showUploads();
    },

    /** The errors, and every row that carries one. */
    showErrors(errors: Errors) {
      const { draft, needs, hasHousehold } = this.data;
      this.setData({
        errors,
        ownErrors: errorsOfTraveller(errors, 0),
        healthErrors: errorsOfTraveller(errors, draft.traveller),
        people: filePeople(needs.household?.people ?? [], draft.travellers),
        newcomers: newPeople(draft.travellers, errors, hasHousehold ? 0 : 1),
        everybody: draft.travellers.map((person, index) => ({
          index,
          name: person.name,
          done: !hasErrors(checkTraveller(person, index, today())),
        })),
      });
    },

    leadToWrong() {
      scrollToWrong(this.selectComponent(`#${this.data.stepName}`));
    },

    /** An answer is being changed: what was wrong with it is not said any longer. */
    forget(...paths: string[]) {
      const { errors } = this.data;
      if (paths.some((path) => path in errors))
        this.showErrors(paths.reduce((left, path) => without(left, path), errors));
    },

    onTrip(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
      const { name, value } = event.detail;
      const before = this.data.draft.arrivalDate;
      this.write(name, value);
      if (name === 'arrivalDate') this.moveWindow(before, value);
      if (name === 'transport') this.forget('trip.transport.kind', 'trip.transport.number', 'trip.transport.plate'); // prettier-ignore
      this.forget(name.startsWith('arrival') ? 'trip.arrivesAt' : `trip.transport.${name}`);
    },

    onSigning(
      event: WechatMiniprogram.CustomEvent<{ name: 'agreed' | 'guardian' | 'signature'; value: unknown }>,
    ) {
      const { name, value } = event.detail;
      this.write(name, value);
      this.forget(name === 'agreed' ? 'consent' : name);
    },

    onEditStep(event: WechatMiniprogram.CustomEvent<{ step: StepName }>) {
      this.goTo(STEPS_OF[this.data.purpose].indexOf(event.detail.step));
    },

    async next() {
      const { stepName, step, draft, purpose } = this.data;
      if (purpose === 'proxy' && !this.knowsHousehold()) return;
      if (stepName === 'health' && this.goesOnToTraveller()) return;
      const errors = checkStep(stepName, draft, this.asked());
      if (hasErrors(errors)) {
        this.showErrors(errors);
        this.leadToWrong();
        return;
      }
      if (stepName === 'trip' || stepName === 'who') await this.readNeedsIfReached();
      this.goTo(step + 1);
    },

    /** Without network the form goes on by what it knows; the cloud checks again when it is sent. */
    async readNeedsIfReached() {
      try {
        await this.readNeeds();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    back() {
      this.goTo(this.data.step - 1);
    },

    goTo(step: number) {
      this.write('step', step);
      this.keepDraftNow();
      this.setData({ openStay: -1 });
      this.showStep(step, {});
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },

    /** Sends the form. Pressing twice sends once; a repeat after a lost answer declares once, by the draft's request id. */
    async send() {
      const { purpose, draft, sending, hasHousehold } = this.data;
      if (sending) return;
      const wrong = this.findWrong();
      if (hasErrors(wrong)) {
        this.leadTo(wrong);
        return;
      }
      if (this.isSendingPhotos()) {
        this.setData({ line: { tone: 'waiting', text: '照片还在传，传好了再交' } });
        return;
      }
      this.setData({ sending: true, failed: false });
      try {
        const url = await submit(purpose, draft, hasHousehold);
        this.dropDraft();
        removeDraft(this.data.draftName);
        await wx.redirectTo({ url });
      } catch (error) {
        this.onRefused(error);
      }
    },

    findWrong(): Errors {
      const { purpose, draft } = this.data;
      const steps = STEPS_OF[purpose].map((name) => checkStep(name, draft, this.asked()));
      return Object.assign({}, ...steps) as Errors;
    },

    leadTo(errors: Errors) {
      const traveller = /^travellers\.(\d+)\.(?!form)/.exec(Object.keys(errors)[0] ?? '');
      if (traveller) this.write('traveller', Number(traveller[1]));
      this.goTo(firstWrongStep(errors, STEPS_OF[this.data.purpose]));
      this.showErrors(errors);
      this.leadToWrong();
    },

    onRefused(error: unknown) {
      this.setData({ sending: false, failed: true });
      if (!(error instanceof CloudError)) throw error;
      const fields = errorsFromCloud(error.fields);
      const text = error.code === 'NETWORK' ? '网络不好，没有交上去。内容已存在这部手机' : error.message;
      if (hasErrors(fields)) this.leadTo(fields);
      this.setData({ line: { tone: 'waiting', text } });
    },
  },
});
