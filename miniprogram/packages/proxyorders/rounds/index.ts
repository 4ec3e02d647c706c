import { loading } from '../../../behaviors/loading';
import { listRoundsForProxy } from '../../../services/orders';
import { textSize } from '../../../services/text-size';
import { cutOff } from '../../../shared/cut-off';
import { shortPlace } from '../../../shared/places';

type Row = { roundId: string; title: string; place: string; when: string; isShort: boolean };

/** Rounds in which I can order for the households in my care. */
Component({
  behaviors: [loading, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    rounds: [] as Row[],
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    async load() {
      try {
        const { rounds } = await listRoundsForProxy();
        this.setData({
          status: 'ready',
          rounds: rounds.map(({ roundId, title, place, closesAt, supplierName, number }): Row => {
            const { when, left } = cutOff(closesAt, Date.now());
            return {
              roundId,
              title,
              place: `${shortPlace(place)}，${supplierName}供货，第 ${number} 批`,
              when: `${when} 截止${left === '' ? '' : `，还剩 ${left}`}`,
              isShort: left !== '',
            };
          }),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../households/index?roundId=${event.currentTarget.dataset.id}` });
    },
  },
});
