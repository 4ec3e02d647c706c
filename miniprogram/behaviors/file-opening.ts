import { CloudError } from '../services/cloud';
import { enlargePicture, openAttachment } from '../services/open-file';
import { tell } from '../services/tell';

/** A page with a notice's text: its pictures are enlarged and its attachments opened; what didn't open is said. */
export const fileOpening = Behavior({
  methods: {
    async openPicture(event: WechatMiniprogram.CustomEvent<{ fileId: string }>): Promise<void> {
      await this.openFile(() => enlargePicture(event.detail.fileId));
    },

    async openAttachment(
      event: WechatMiniprogram.CustomEvent<{ fileId: string; name: string }>,
    ): Promise<void> {
      const { fileId, name } = event.detail;
      await this.openFile(() => openAttachment(fileId, name));
    },

    async openFile(open: () => Promise<void>): Promise<void> {
      try {
        await open();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有打开', error.message);
      }
    },
  },
});
