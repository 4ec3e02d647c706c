import { ask } from '../services/tell';
import { PAPER, type PicturePen } from '../shared/paper';

/** A picture as a canvas draws it. */
export type Picture = WechatMiniprogram.Image;
type Canvas = {
  width: number;
  height: number;
  getContext(kind: '2d'): PicturePen<Picture>;
  createImage(): Picture;
};

const canvases = new WeakMap<object, Canvas>();

/** Gives a page a sheet in its `#paper`, A4 unless told: painted, enlarged, and saved to the album, from where it is printed. */
export const paper = Behavior({
  data: { saving: false },
  methods: {
    /** `source`: the address of a picture that goes onto it. */
    async paint(
      onto: (pen: PicturePen<Picture>, picture: Picture | null) => void,
      { width, height }: { width: number; height: number } = PAPER,
      source: string | null = null,
    ): Promise<void> {
      const canvas = await this.findCanvas();
      if (!canvas) return;
      const picture = source === null ? null : await pictureFrom(canvas, source);
      canvas.width = width;
      canvas.height = height;
      onto(canvas.getContext('2d'), picture);
      canvases.set(this, canvas);
    },

    findCanvas(): Promise<Canvas | undefined> {
      return new Promise((resolve) => {
        this.createSelectorQuery()
          .select('#paper')
          .fields({ node: true })
          .exec(([found]: [{ node?: Canvas } | null]) => resolve(found?.node));
      });
    },

    /** The sheet as a file on this phone. */
    async picture(): Promise<string> {
      const canvas = canvases.get(this);
      if (!canvas) throw new Error('A sheet is painted before its buttons can be pressed');
      const { width: destWidth, height: destHeight } = canvas;
      const options = { canvas, destWidth, destHeight, fileType: 'png' as const };
      const { tempFilePath } = await wx.canvasToTempFilePath(
        options as unknown as WechatMiniprogram.CanvasToTempFilePathOption,
      );
      return tempFilePath;
    },

    async enlarge(): Promise<void> {
      void wx.previewImage({ urls: [await this.picture()] });
    },

    async save(): Promise<void> {
      if (this.data.saving) return;
      this.setData({ saving: true });
      try {
        await wx.saveImageToPhotosAlbum({ filePath: await this.picture() });
        void wx.showToast({ title: '已存进相册', icon: 'success' });
      } catch {
        await this.offerPreview();
      }
      this.setData({ saving: false });
    },

    /** The album is closed to the mini-program, or the person changed their mind: WeChat's own viewer saves pictures too. */
    async offerPreview(): Promise<void> {
      const confirm = await ask({
        title: '没有存进相册',
        content: '手机没有让存。打开大图，按住它也能存，或发给别人去打印。',
        yes: '打开大图',
        no: '不用了',
      });
      if (confirm) await this.enlarge();
    },
  },
});

/** Loaded by the canvas that draws it; throws when it is none. */
export const pictureFrom = (canvas: Pick<Canvas, 'createImage'>, source: string): Promise<Picture> =>
  new Promise((resolve, reject) => {
    const picture = canvas.createImage();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new Error('A picture for the sheet does not load'));
    picture.src = source;
  });
