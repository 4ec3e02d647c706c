import { loading } from '../../../behaviors/loading';
import { textSize } from '../../../services/text-size';
import { makeTeamCode } from '../../../services/township';
import { shortPlace } from '../../../shared/places';
import { keepPicture } from './picture';

/** 登记码: what a team puts up at its entrance, so that a family registers itself in the right place. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    gridId: '',
    place: '',
    /** The picture's file on this phone. */
    picture: '',
    saving: false,
  },
  methods: {
    onLoad(query: { gridId?: string }) {
      this.setData({ gridId: query.gridId ?? '' });
      void this.load();
    },

    async load() {
      const { gridId } = this.data;
      try {
        const { team, format, base64 } = await makeTeamCode(gridId);
        const picture = await keepPicture(`team-code-${gridId}.${format}`, base64);
        this.setData({ status: 'ready', place: shortPlace(team.pathNames.join(' ')), picture });
      } catch (error) {
        this.showFailure(error);
      }
    },

    enlarge() {
      void wx.previewImage({ urls: [this.data.picture] });
    },

    async save() {
      if (this.data.saving) return;
      this.setData({ saving: true });
      try {
        await wx.saveImageToPhotosAlbum({ filePath: this.data.picture });
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
        content: '手机没有让存。打开大图，按住它也能存，或发给别人。',
        confirmText: '打开大图',
        confirmColor: '#17517d',
        cancelText: '不用了',
      });
      if (confirm) this.enlarge();
    },
  },
});
