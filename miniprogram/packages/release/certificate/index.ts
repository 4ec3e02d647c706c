import type { CertificateView } from '../../../../cloudfunctions/contracts/index';
import { loading } from '../../../behaviors/loading';
import { pictureFrom } from '../../../behaviors/paper';
import { CloudError } from '../../../services/cloud';
import { keepPicture, savePicture } from '../../../services/pictures';
import {
  listMyCertificates,
  readCertificate,
  readCertificateForStaff,
  revokeCertificate,
} from '../../../services/release';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { drawPaper, HEIGHT, WIDTH } from './picture';
import { type CertificateRow, certificateRow, type Paper, paperOf } from './view';

type Query = { id?: string; staff?: string; revoke?: string };
type Context2d = WechatMiniprogram.CanvasRenderingContext.CanvasRenderingContext2D;

const REVOKE_REASONS = ['核酸报告有误', '观察记录有误', '发错了人'];

/** The code as an address that a canvas loads: too long for `data`, which crosses to the view. */
const drawable = new WeakMap<object, string>();

/** 期满证明: whether it holds can be read at arm's length; the code beside it proves it to anybody. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'list' | 'failed',
    problem: '',
    id: '',
    isStaff: false,
    mayRevoke: false,
    rows: [] as CertificateRow[],
    paper: null as Paper | null,
    /** The code's file on this phone; empty while the mini-program has none. */
    code: '',
    saving: false,
    isAsking: false,
    revokeReasons: REVOKE_REASONS,
    requestId: '',
  },
  methods: {
    async onLoad(query: Query) {
      const isStaff = query.staff === '1';
      const requestId = await makeRequestId();
      this.setData({
        id: decodeURIComponent(query.id ?? ''),
        isStaff,
        mayRevoke: query.revoke === '1',
        requestId,
      });
      await this.load();
    },

    async load() {
      const { id, isStaff } = this.data;
      try {
        if (id === '') await this.choose();
        else await this.show(await (isStaff ? readCertificateForStaff : readCertificate)(id));
      } catch (error) {
        const problem = error instanceof CloudError && error.code !== 'NETWORK' ? error.message : '';
        if (this.data.status !== 'ready') this.setData({ status: 'failed', problem });
      }
    },

    /** A family with one certificate sees it at once; of several it chooses. */
    async choose() {
      const rows = await listMyCertificates();
      const [only] = rows;
      if (only !== undefined && rows.length === 1) await this.show(await readCertificate(only.certificateId));
      else this.setData({ status: 'list', rows: rows.map(certificateRow) });
    },

    async show(certificate: CertificateView) {
      const { certificateId, code } = certificate;
      if (code) drawable.set(this, `data:image/${code.format};base64,${code.base64}`);
      const file = code && (await keepPicture(`certificate-${certificateId}.${code.format}`, code.base64));
      this.setData({ status: 'ready', id: certificateId, paper: paperOf(certificate), code: file ?? '' });
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ id: event.currentTarget.dataset.id, status: 'loading' });
      void this.load();
    },

    enlarge() {
      const { code } = this.data;
      if (code !== '') void wx.previewImage({ urls: [code] });
    },

    async save() {
      if (this.data.saving || this.data.paper === null) return;
      this.setData({ saving: true });
      try {
        await savePicture(await this.draw(this.data.paper));
      } catch {
        void wx.showToast({ title: '没有画出来，请再试一次', icon: 'none' });
      }
      this.setData({ saving: false });
    },

    /** Draws the paper on the canvas outside of the screen; answers the picture's file. */
    async draw(paper: Paper): Promise<string> {
      const canvas = await new Promise<WechatMiniprogram.Canvas>((resolve, reject) => {
        this.createSelectorQuery()
          .select('#paper')
          .fields({ node: true })
          .exec(([found]: [{ node?: WechatMiniprogram.Canvas } | null]) => {
            if (found?.node) resolve(found.node);
            else reject(new Error('The canvas is not there'));
          });
      });
      Object.assign(canvas, { width: WIDTH, height: HEIGHT });
      const code = drawable.get(this);
      const image = code === undefined ? null : await pictureFrom(canvas, code);
      drawPaper(canvas.getContext('2d') as Context2d, paper, image);
      const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' });
      return tempFilePath;
    },

    askRevoking() {
      this.setData({ isAsking: true });
    },
    closeSheet() {
      this.setData({ isAsking: false });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { id, requestId } = this.data;
      this.setData({ isAsking: false });
      try {
        await this.show(
          await revokeCertificate({ requestId, certificateId: id, reason: event.detail.reason }),
        );
        void wx.showToast({ title: '已作废', icon: 'none' });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell('没有作废', error.message);
      }
    },
  },
});
