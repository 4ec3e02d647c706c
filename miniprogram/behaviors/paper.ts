import { ask } from '../services/tell';
import { PAPER, type Pen } from '../shared/paper';

type Canvas = { width: number; height: number; getContext(kind: '2d'): Pen };

const canvases = new WeakMap<object, Canvas>();

/** Gives a page a sheet of A4 in its `#paper`: painted, enlarged, and saved to the album, from where it is printed. */
export const paper = Behavior({
  data: { saving: false },
  methods: {
    async paint(onto: (pen: Pen) => void): Promise<void> {
      const canvas = await this.findCanvas();
      if (!canvas) return;
      canvas.width = PAPER.width;
      canvas.height = PAPER.height;
      onto(canvas.getContext('2d'));
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
      const options = { canvas, destWidth: PAPER.width, destHeight: PAPER.height, fileType: 'png' as const };
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
