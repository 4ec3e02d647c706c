import type { GroupView } from '../../../../cloudfunctions/contracts/index';
import { acting } from '../../../behaviors/acting';
import { paging } from '../../../behaviors/paging';
import { firstPage } from '../../../behaviors/paging';
import { readGroup, unbindGroup } from '../../../services/channels';
import { textSize } from '../../../services/text-size';
import { shortPlace } from '../../../shared/places';
import { latelyText } from '../group-words';
import { shareCardRow, type ShareCard } from './rows';

/** One WeChat group: whose it is, and the notices that came there. */
Component({
  behaviors: [acting, paging, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    groupId: '',
    version: 0,
    name: '',
    place: '',
    boundBy: '',
    lately: '',
    cards: [] as ShareCard[],
  },
  pageLifetimes: {
    show() {
      if (this.data.groupId !== '') void this.load();
    },
  },
  methods: {
    onLoad(query: { groupId?: string }) {
      this.setData({ groupId: query.groupId ?? '' });
    },

    async load() {
      try {
        this.setData({ status: 'ready', ...firstPage(await this.readPage()) });
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { group, rows, next } = await readGroup(this.data.groupId, after);
      this.showGroup(group);
      const now = Date.now();
      return { cards: rows.map((row) => shareCardRow(row, now)), next };
    },

    showGroup(group: GroupView) {
      const { version, name, place, boundBy } = group;
      this.setData({ version, name, place: shortPlace(place), boundBy, lately: latelyText(group) });
    },

    change() {
      void wx.navigateTo({ url: `../bind/index?groupId=${this.data.groupId}` });
    },

    async unbind() {
      const { groupId, version, name } = this.data;
      const text = '群还在，通知也还能发进去，只是不再算这个群里有多少人打开。';
      if (!(await this.sure(`解绑「${name}」？`, text, '解绑'))) return;
      await this.act(async (requestId) => {
        await unbindGroup({ requestId, groupId, version });
        await wx.navigateBack();
      }, '解绑了');
    },
  },
});
