import { loading } from '../../../behaviors/loading';
import { readStaffReceipts } from '../../../services/reach';
import { textSize } from '../../../services/text-size';
import { ROLES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Row = { key: string; name: string; post: string; did: string; knows: boolean };

/** Who on duty has read a notice that went to their role; those who have not stand first. */
Component({
  behaviors: [loading, textSize],
  data: { status: 'loading' as 'loading' | 'ready' | 'failed', noticeId: '', rows: [] as Row[] },
  methods: {
    onLoad(query: { noticeId?: string }) {
      this.setData({ noticeId: decodeURIComponent(query.noticeId ?? '') });
      void this.load();
    },

    async load() {
      try {
        const staff = await readStaffReceipts(this.data.noticeId);
        const rows = staff.map(({ name, role, place, opened, knows }, position) => ({
          key: `${position}`,
          name,
          post: `${shortPlace(place)}${ROLES[role]}`,
          did: knows ? '看了' : opened ? '打开了，没有看完' : '还没打开',
          knows,
        }));
        this.setData({ status: 'ready', rows });
      } catch (error) {
        this.showFailure(error);
      }
    },
  },
});
