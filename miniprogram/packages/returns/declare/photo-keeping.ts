import { CloudError } from '../../../services/cloud';
import { takePhoto, uploadPhoto } from '../../../services/photos';
import { keyOf, type PhotoKind } from './declaration-draft';
import { declarationKeeping } from './draft-keeping';
import type { Upload } from './health-step/index';

type Uploads = Partial<Record<PhotoKind, Upload>>;
type KindEvent = WechatMiniprogram.CustomEvent<{ kind: PhotoKind }>;

const FOLDER = 'returns';
/** The screen follows a slow upload without being drawn for each packet. */
const LEAST_PERCENT = 5;

/** Pictures of the travellers: on their way into cloud storage as soon as they are taken, so that sending the form is short. */
export const photoKeeping = Behavior({
  behaviors: [declarationKeeping],
  data: {
    /** Of the traveller whose health is asked about. */
    uploads: {} as Uploads,
  },
  methods: {
    async onTakePhoto(event: KindEvent): Promise<void> {
      const path = await takePhoto();
      if (path !== undefined) await this.sendPhoto(event.detail.kind, path);
    },

    async onPhotoAgain(event: KindEvent): Promise<void> {
      const { kind } = event.detail;
      const path = this.data.uploads[kind]?.path;
      if (path !== undefined) await this.sendPhoto(kind, path);
    },

    onDropPhoto(event: KindEvent): void {
      const { kind } = event.detail;
      this.keepUpload(this.travellerKey(), kind, undefined);
      this.write(`travellers[${this.data.draft.traveller}].photos.${kind}`, '');
    },

    async sendPhoto(kind: PhotoKind, path: string): Promise<void> {
      const key = this.travellerKey();
      this.keepUpload(key, kind, { state: 'sending', percent: 0, path });
      let shown = 0;
      try {
        const fileId = await uploadPhoto(FOLDER, path, (percent) => {
          if (percent - shown < LEAST_PERCENT) return;
          shown = percent;
          this.keepUpload(key, kind, { state: 'sending', percent, path });
        });
        this.keepUpload(key, kind, { state: 'done', percent: 100, path });
        const index = this.data.draft.travellers.findIndex((person) => keyOf(person) === key);
        if (index >= 0) this.write(`travellers[${index}].photos.${kind}`, fileId);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.keepUpload(key, kind, { state: 'failed', percent: 0, path });
      }
    },

    isSendingPhotos(): boolean {
      return [...(everybodys.get(this)?.values() ?? [])].some((uploads) =>
        Object.values(uploads).some(({ state }) => state === 'sending'),
      );
    },

    travellerKey(): string {
      const { draft } = this.data;
      const person = draft.travellers[draft.traveller];
      return person ? keyOf(person) : '';
    },

    keepUpload(key: string, kind: PhotoKind, upload: Upload | undefined): void {
      const all = everybodys.get(this) ?? new Map<string, Uploads>();
      const others = Object.entries(all.get(key) ?? {}).filter(([one]) => one !== kind);
      all.set(key, Object.fromEntries(upload ? [...others, [kind, upload]] : others) as Uploads);
      everybodys.set(this, all);
      if (key === this.travellerKey()) this.showUploads();
    },

    /** After another traveller was picked. */
    showUploads(): void {
      this.setData({ uploads: everybodys.get(this)?.get(this.travellerKey()) ?? {} });
    },
  },
});

/** Per page: traveller → kind → upload. */
const everybodys = new WeakMap<object, Map<string, Uploads>>();
