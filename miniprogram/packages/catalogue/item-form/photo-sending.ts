import { CloudError } from '../../../services/cloud';
import { takePhoto, uploadPhoto } from '../../../services/photos';

/** One photo on its way into cloud storage. The page says with `keepPhotoId` where its fileID belongs. */
export const photoSending = Behavior({
  data: {
    upload: { state: '' as '' | 'sending' | 'failed', percent: 0, path: '' },
  },
  methods: {
    keepPhotoId(fileId: string): void {
      throw new Error(`A page with a photo brings its own keepPhotoId(), for ${fileId || 'none'} too`);
    },

    async takeItemPhoto(): Promise<void> {
      const path = await takePhoto();
      if (path !== undefined) await this.sendItemPhoto(path);
    },

    async sendAgain(): Promise<void> {
      await this.sendItemPhoto(this.data.upload.path);
    },

    dropPhoto(): void {
      this.setData({ upload: { state: '', percent: 0, path: '' } });
      this.keepPhotoId('');
    },

    async sendItemPhoto(path: string): Promise<void> {
      this.setData({ upload: { state: 'sending', percent: 0, path } });
      try {
        const fileId = await uploadPhoto('items', path, (percent) => {
          if (this.data.upload.path === path) this.setData({ 'upload.percent': percent });
        });
        // Another one was taken meanwhile.
        if (this.data.upload.path !== path) return;
        this.setData({ upload: { state: '', percent: 0, path: '' } });
        this.keepPhotoId(fileId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ upload: { state: 'failed', percent: 0, path } });
      }
    },
  },
});
