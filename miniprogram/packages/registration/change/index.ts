import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';
import { calendarDate } from '../../../shared/dates';
import { options, TENURES } from '../../../shared/labels';
import { checkAddress, checkConsent, checkPeople, errorsFromCloud } from '../check-household';
import { householdKeeping } from '../draft-keeping';
import { readHouseholdDraft } from '../draft-store';
import { draftFromFile, hasChild } from '../household-draft';
import { rowsOfDraft, type PersonRow } from '../person-rows';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CORRECTION_REASONS, purposeOf } from './purpose';

const today = () => calendarDate(Date.now());

/** A file is changed: by its household (then it waits for the grid member again), or corrected at the door. */
Component({
  behaviors: [loading, textSize, householdKeeping],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    householdId: '',
    consents: true,
    returnReason: '',
    sendText: '',
    tenures: options(TENURES),
    reasons: CORRECTION_REASONS,
    asksReason: false,
    child: false,
    rows: [] as PersonRow[],
    errors: {} as Errors,
    sending: false,
    failed: false,
  },
  pageLifetimes: {
    show() {
      if (this.data.status !== 'ready') return;
      this.takeUpDraft();
      this.showDraft({});
    },
  },
  methods: {
    async onLoad(query: { householdId?: string }) {
      const householdId = query.householdId ?? '';
      const { title, consents, send } = purposeOf(householdId);
      this.setData({ householdId, consents, sendText: send });
      void wx.setNavigationBarTitle({ title });
      await this.load();
    },

    /** A draft counts only for the version of the file that it was made from. */
    async load() {
      const { draftName, read, start } = purposeOf(this.data.householdId);
      try {
        const file = await read();
        const kept = readHouseholdDraft(draftName);
        const fits = kept?.householdId === file.householdId && kept.version === file.version;
        this.useDraft(
          draftName,
          fits ? kept : { ...draftFromFile(file, await makeRequestId()), ...start(file) },
        );
        this.setData({
          status: 'ready',
          returnReason: file.status === 'returned' ? (file.returnReason ?? '') : '',
        });
        this.showDraft({});
      } catch (error) {
        this.showFailure(error);
      }
    },

    showDraft(errors: Errors) {
      const { draft } = this.data;
      this.setData({
        errors,
        child: hasChild(draft, today()),
        rows: rowsOfDraft(draft.people, errors, today()),
      });
    },

    onAddress(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.write('address', event.detail.value);
      this.forget('address');
    },

    onTenure(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.write('tenure', event.detail.chosen[0] ?? '');
      this.forget('tenure');
    },

    onConsent(event: WechatMiniprogram.CustomEvent<{ name: 'agreed' | 'guardian'; value: boolean }>) {
      const { name, value } = event.detail;
      this.write(name, value);
      this.forget(name === 'agreed' ? 'consent' : name);
    },

    /** An answer is being changed: what was wrong with it is not said any longer. */
    forget(name: string) {
      if (name in this.data.errors) this.setData({ errors: without(this.data.errors, name) });
    },

    changePlace() {
      this.openPart('place', '');
    },

    editMember(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      this.openPart('member', `&index=${event.detail.index}`);
    },

    addMember() {
      this.openPart('member', `&index=${this.addPerson()}`);
    },

    /** The other page reads the draft from the phone, so it is written first. */
    openPart(page: 'place' | 'member', more: string) {
      this.write('step', 0);
      this.keepDraftNow();
      void wx.navigateTo({ url: `../${page}/index?draft=${encodeURIComponent(this.data.draftName)}${more}` });
    },

    findWrong(): Errors {
      const { draft, consents } = this.data;
      return {
        ...checkAddress(draft),
        ...checkPeople(draft),
        ...(consents ? checkConsent(draft, today()) : {}),
      };
    },

    /** Sends it, or first asks why it is corrected. Pressing twice sends once. */
    async send() {
      if (this.data.sending) return;
      const wrong = this.findWrong();
      this.showDraft(wrong);
      if (hasErrors(wrong)) this.scrollTo(wrong);
      else if (this.data.consents) await this.submit();
      else this.setData({ asksReason: true });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.write('reason', event.detail.reason);
      this.setData({ asksReason: false });
      if (!this.data.sending) await this.submit();
    },

    closeReason() {
      this.setData({ asksReason: false });
    },

    async submit() {
      const { draftName, submit, sent } = purposeOf(this.data.householdId);
      this.setData({ sending: true, failed: false });
      try {
        await submit(this.data.draft);
        this.dropDraft();
        removeDraft(draftName);
        await wx.navigateBack();
        void wx.showToast({ title: sent, icon: 'none', duration: 2500 });
      } catch (error) {
        await this.onRefused(error);
      }
    },

    async onRefused(error: unknown) {
      this.setData({ sending: false, failed: true });
      if (!(error instanceof CloudError)) throw error;
      if (error.code === 'CONFLICT') {
        await this.onChangedMeanwhile(error.message);
        return;
      }
      const fields = errorsFromCloud(error.fields);
      const text = error.code === 'NETWORK' ? '网络不好，没有交上去。内容已存在这部手机' : error.message;
      this.setData({ line: { tone: 'waiting', text } });
      if (!hasErrors(fields)) return;
      this.showDraft(fields);
      this.scrollTo(fields);
    },

    scrollTo(errors: Errors) {
      const paths = Object.keys(errors);
      if (paths.some((path) => path === 'address' || path === 'tenure' || path === 'gridId'))
        scrollToWrong(this);
      else
        scrollToWrong(
          this.selectComponent(paths.some((path) => path.startsWith('people')) ? '#people' : '#consent'),
        );
    },

    /** Somebody else wrote the file since it was opened: what they wrote must be seen before it is changed again. */
    async onChangedMeanwhile(message: string) {
      const { draftName } = purposeOf(this.data.householdId);
      await wx.showModal({
        title: '档案刚刚有变动',
        content: message,
        showCancel: false,
        confirmText: '看新的',
        confirmColor: '#17517d',
      });
      this.dropDraft();
      removeDraft(draftName);
      this.setData({ failed: false });
      await this.load();
    },
  },
});
