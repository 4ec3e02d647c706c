import { CloudError } from '../../../services/cloud';
import { type Attachment, pickAttachment, uploadAttachment } from '../../../services/notice-files';
import { formKeeping } from './cloud-keeping';

const MOST = 5;

/** Gives the page files that are handed to readers beside the text. */
export const attaching = Behavior({
  behaviors: [formKeeping],
  data: {
    /** The name of the file on its way; empty for none. */
    attaching: '',
    attachProblem: '',
    mostAttachments: MOST,
  },
  methods: {
    takeAttachments(attachments: Attachment[]): void {
      throw new Error(
        `A page with attachments brings its own takeAttachments(), for ${attachments.length} too`,
      );
    },

    async attach(): Promise<void> {
      if (this.data.attaching !== '') return;
      this.setData({ attachProblem: '' });
      try {
        const picked = await pickAttachment();
        if (picked === null) return;
        this.setData({ attaching: picked.name });
        const attachment = await uploadAttachment(picked);
        this.takeAttachments([...this.data.draft.attachments, attachment]);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ attachProblem: error.message });
      } finally {
        this.setData({ attaching: '' });
      }
    },

    dropAttachment({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { index: number }>): void {
      const { attachments } = this.data.draft;
      this.takeAttachments(attachments.filter((_, index) => index !== currentTarget.dataset.index));
    },
  },
});
