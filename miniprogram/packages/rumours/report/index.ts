import type { Heard, MessageOffer } from '../../../../cloudfunctions/contracts/index';
import { draftKeeping } from '../../../behaviors/draft-keeping';
import { photoSending } from '../../../behaviors/photo-sending';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { CloudError } from '../../../services/cloud';
import { readDraft, removeDraft } from '../../../services/drafts';
import { askForMessages, readMessageOffers } from '../../../services/message-asking';
import { makeRequestId } from '../../../services/request-id';
import { listRumourGroups, reportRumour } from '../../../services/rumours';
import { textSize } from '../../../services/text-size';
import { hasErrors, without } from '../../../shared/form-errors';
import { options } from '../../../shared/labels';
import { HEARD } from '../rumour-words';
import { blankReport, isReportDraft, OTHER_GROUP, reportForm, TEXT_MAX, wrongReport } from './report-draft';

const DRAFT = 'rumour';
type Group = { groupId: string; name: string };

/** A villager tells of a rumour: its words or a picture, and where it was met. */
Component({
  behaviors: [sending, photoSending('rumours'), draftKeeping(blankReport, isReportDraft), textSize],
  data: {
    places: options(HEARD),
    groups: [] as Group[],
    groupOptions: [] as { value: string; text: string }[],
    otherGroup: OTHER_GROUP,
    textMax: TEXT_MAX,
    offers: [] as MessageOffer[],
  },
  methods: {
    async onLoad() {
      const kept = readDraft(DRAFT, isReportDraft);
      this.useDraft(DRAFT, kept ?? { ...blankReport, requestId: await makeRequestId() });
      await Promise.all([this.offerGroups(), this.prepareAsking()]);
    },

    /** Without them the group's name is typed. */
    async offerGroups() {
      try {
        const groups = await listRumourGroups();
        const others = groups.length === 0 ? [] : [{ value: OTHER_GROUP, text: '别的群' }];
        this.setData({
          groups,
          groupOptions: [...groups.map(({ groupId, name }) => ({ value: groupId, text: name })), ...others],
        });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
      }
    },

    async prepareAsking() {
      this.setData({ offers: await readMessageOffers('rumourAnswered') });
    },

    onField(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { path: string }>) {
      const { path } = event.currentTarget.dataset;
      this.write(path, event.detail.value);
      this.setData({ errors: without(this.data.errors, path) });
    },

    choosePlace(event: WechatMiniprogram.CustomEvent<{ chosen: Heard[] }>) {
      this.write('heard', event.detail.chosen[0]);
    },

    chooseGroup(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.write('groupId', event.detail.chosen[0]);
    },

    takePicture() {
      void this.takePhotoFor('picture');
    },

    dropPicture() {
      this.dropPhotoOf('picture');
    },

    keepPhotoId(fileId: string, target: string) {
      this.write(target, fileId);
      this.setData({ errors: without(this.data.errors, 'text') });
    },

    async submit() {
      const { draft, groups, upload, offers } = this.data;
      const errors = wrongReport(draft);
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) {
        scrollToWrong(this);
        return;
      }
      if (upload.state === 'sending') {
        this.setData({ problem: '截图还没传完，等一下再报' });
        return;
      }
      // WeChat shows its dialog inside the tap only, so it comes before anything else.
      const asked = askForMessages(offers);
      if (!(await this.send(() => reportRumour(reportForm(draft, groups))))) {
        scrollToWrong(this);
        return;
      }
      await asked;
      this.dropDraft();
      removeDraft(DRAFT);
      await wx.redirectTo({ url: '../mine/index?told=1' });
    },
  },
});
