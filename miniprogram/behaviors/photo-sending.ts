import { CloudError } from '../services/cloud';
import { takePhoto, uploadPhoto } from '../services/photos';

const NOTHING = { target: '', state: '' as '' | 'sending' | 'failed', percent: 0, path: '' };

/**
 * One photo at a time on its way into a folder of cloud storage. The page says with `keepPhotoId` where its fileID belongs; `target` names which
 * of the page's photos it is.
 */
export const photoSending = (folder: string) =>
  Behavior({
    data: { upload: NOTHING },
    methods: {
      keepPhotoId(fileId: string, target: string): void {
        throw new Error(`A page with photos brings its own keepPhotoId(), for ${target} ${fileId} too`);
      },

      async takePhotoFor(target: string): Promise<void> {
        const path = await takePhoto();
        if (path !== undefined) await this.sendPhoto(path, target);
      },

      async sendAgain(): Promise<void> {
        const { path, target } = this.data.upload;
        await this.sendPhoto(path, target);
      },

      dropPhotoOf(target: string): void {
        this.setData({ upload: NOTHING });
        this.keepPhotoId('', target);
      },

      async sendPhoto(path: string, target: string): Promise<void> {
        this.setData({ upload: { target, state: 'sending', percent: 0, path } });
        try {
          const fileId = await uploadPhoto(folder, path, (percent) => {
            if (this.data.upload.path === path) this.setData({ 'upload.percent': percent });
          });
          // Another one was taken meanwhile.
          if (this.data.upload.path !== path) return;
          this.setData({ upload: NOTHING });
          this.keepPhotoId(fileId, target);
        } catch (error) {
          if (!(error instanceof CloudError)) throw error;
          this.setData({ upload: { target, state: 'failed', percent: 0, path } });
        }
      },
    },
  });
