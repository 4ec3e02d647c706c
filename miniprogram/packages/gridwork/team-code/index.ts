import { loading } from '../../../behaviors/loading';
import { keepPicture, savePicture } from '../../../services/pictures';
import { textSize } from '../../../services/text-size';
import { makeTeamCode } from '../../../services/township';
import { shortPlace } from '../../../shared/places';

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
      await savePicture(this.data.picture);
      this.setData({ saving: false });
    },
  },
});
