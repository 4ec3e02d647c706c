import { loading } from '../../../behaviors/loading';
import { CloudError } from '../../../services/cloud';
import { readDoorNotice, readMyDoorNotice } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { noticeText, spokenText, type NoticeText } from './notice-text';
import { paintNotice, PAPER, type Pen } from './paint-notice';

type Canvas = { width: number; height: number; getContext(kind: '2d'): Pen };

const canvases = new WeakMap<object, Canvas>();

/** 门上的告知书: a sheet of A4 to print and put on the door; with `?mine=1` as the family reads it. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    problem: '',
    observationId: '',
    mine: false,
    spoken: '',
    saving: false,
  },
  methods: {
    async onLoad(query: { observationId?: string; mine?: string }) {
      this.setData({
        observationId: decodeURIComponent(query.observationId ?? ''),
        mine: query.mine !== undefined,
      });
      await this.load();
    },

    async load() {
      const { observationId, mine } = this.data;
      try {
        const text = noticeText(await (mine ? readMyDoorNotice : readDoorNotice)(observationId));
        this.setData({ status: 'ready', spoken: spokenText(text) });
        await this.paint(text);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ status: 'failed', problem: error.code === 'NETWORK' ? '' : error.message });
      }
    },

    async paint(text: NoticeText) {
      const canvas = await this.findCanvas();
      if (!canvas) return;
      canvas.width = PAPER.width;
      canvas.height = PAPER.height;
      paintNotice(canvas.getContext('2d'), text);
      canvases.set(this, canvas);
    },

    findCanvas(): Promise<Canvas | undefined> {
      return new Promise((resolve) => {
        this.createSelectorQuery()
          .select('#notice')
          .fields({ node: true })
          .exec(([found]: [{ node?: Canvas } | null]) => resolve(found?.node));
      });
    },

    /** The sheet as a file on this phone. */
    async picture(): Promise<string> {
      const canvas = canvases.get(this);
      if (!canvas) throw new Error('The notice is painted before its buttons can be pressed');
      const options = { canvas, destWidth: PAPER.width, destHeight: PAPER.height, fileType: 'png' as const };
      const { tempFilePath } = await wx.canvasToTempFilePath(
        options as unknown as WechatMiniprogram.CanvasToTempFilePathOption,
      );
      return tempFilePath;
    },

    async enlarge() {
      void wx.previewImage({ urls: [await this.picture()] });
    },

    async save() {
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
    async offerPreview() {
      const { confirm } = await wx.showModal({
        title: '没有存进相册',
        content: '手机没有让存。打开大图，按住它也能存，或发给别人去打印。',
        confirmText: '打开大图',
        confirmColor: '#17517d',
        cancelText: '不用了',
      });
      if (confirm) await this.enlarge();
    },
  },
});
