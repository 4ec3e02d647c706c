import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { removeDraft } from '../../../services/drafts';
import { today } from '../../../services/home';
import { claimHousehold, withdrawClaim } from '../../../services/household-phones';
import { textSize } from '../../../services/text-size';
import { type Errors, hasErrors, without } from '../../../shared/form-errors';
import { calendarDate, momentText } from '../../../shared/dates';
import { checkConsent } from '../check-household';
import { householdKeeping } from '../draft-keeping';
import { ENROL_DRAFT, readHouseholdDraft } from '../draft-store';
import { claimForm } from '../forms';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';

/** 认领: asks to be let into the file in which the head of the enrolment form stands; afterwards, how far that is. */
Component({
  behaviors: [loading, textSize, householdKeeping],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed' | 'form' | 'none',
    headMask: '',
    refused: false,
    when: '',
    errors: {} as Errors,
    problem: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { headMask?: string }) {
      const draft = readHouseholdDraft(ENROL_DRAFT);
      if (query.headMask === undefined || !draft) {
        await this.load();
        return;
      }
      this.useDraft(ENROL_DRAFT, draft);
      this.setData({ status: 'form', headMask: decodeURIComponent(query.headMask) });
    },

    async load() {
      try {
        const { claim } = await today();
        if (!claim) this.setData({ status: 'none' });
        else
          this.setData({
            status: 'ready',
            headMask: claim.headMask,
            refused: claim.refused,
            when: momentText(claim.sentAt, Date.now()),
          });
      } catch (error) {
        this.showFailure(error);
      }
    },

    onConsent(event: WechatMiniprogram.CustomEvent<{ name: 'agreed' | 'guardian'; value: boolean }>) {
      const { name, value } = event.detail;
      this.write(name, value);
      this.setData({ errors: without(this.data.errors, name === 'agreed' ? 'consent' : name) });
    },

    /** Pressing twice claims once. */
    async send() {
      if (this.data.sending) return;
      const { consent } = checkConsent(this.data.draft, calendarDate(Date.now()));
      const errors: Errors = consent === undefined ? {} : { consent };
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) {
        scrollToWrong(this.selectComponent('#consent'));
        return;
      }
      this.setData({ sending: true });
      try {
        await claimHousehold(claimForm(this.data.draft));
        this.dropDraft();
        removeDraft(ENROL_DRAFT);
        await wx.switchTab({ url: '/pages/home/index' });
        void wx.showToast({ title: '认领交上去了，等确认', icon: 'none', duration: 2500 });
      } catch (error) {
        this.fail(error);
      }
    },

    /** Takes the claim back; the form is there for whoever registers after all. */
    async withdraw() {
      if (this.data.sending) return;
      this.setData({ sending: true, problem: '' });
      try {
        await withdrawClaim();
        await wx.switchTab({ url: '/pages/home/index' });
      } catch (error) {
        this.fail(error);
      }
    },

    fail(error: unknown) {
      this.setData({ sending: false });
      if (!(error instanceof CloudError)) throw error;
      this.setData({ problem: error.message });
    },

    goHome() {
      void wx.switchTab({ url: '/pages/home/index' });
    },
  },
});
