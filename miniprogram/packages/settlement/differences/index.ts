import { listing } from '../../../behaviors/listing';
import { type DifferenceKind, type DifferenceRow, listDifferences } from '../../../services/settlement';
import { textSize } from '../../../services/text-size';
import { HAND_OVERS } from '../../../shared/labels';
import { yuan } from '../../../shared/money';
import { shortPlace } from '../../../shared/places';

type Card = { orderId: string; name: string; place: string; what: string; note: string };

const TITLES: Readonly<Record<DifferenceKind, string>> = {
  owing: '拿了没付清',
  overpaid: '多收了',
  uncollected: '没领完',
};
const isKind = (kind: string | undefined): kind is DifferenceKind => kind !== undefined && kind in TITLES;

const cardOf = (row: DifferenceRow, kind: DifferenceKind): Card => {
  const { orderId, headName, place, due, delivered, paid, handOver } = row;
  const what = {
    owing: `还欠 ${yuan(delivered - paid)} 元`,
    overpaid: `多收 ${yuan(paid - delivered)} 元`,
    uncollected: `还有 ${yuan(due - delivered)} 元的东西没领`,
  }[kind];
  const note = `拿了 ${yuan(delivered)} 元的，付了 ${yuan(paid)} 元，${HAND_OVERS[handOver.status]}`;
  return { orderId, name: headName, place: shortPlace(place), what, note };
};

/** The households behind a difference; from here to each one's goods and money. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    kind: 'owing' as DifferenceKind,
    cards: [] as Card[],
  },
  pageLifetimes: {
    show() {
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    async onLoad(query: { roundId?: string; kind?: string }) {
      const kind = isKind(query.kind) ? query.kind : 'owing';
      this.setData({ roundId: decodeURIComponent(query.roundId ?? ''), kind });
      void wx.setNavigationBarTitle({ title: TITLES[kind] });
      await this.load();
    },

    async readPage(after?: string) {
      const { roundId, kind } = this.data;
      const { rows, next } = await listDifferences(roundId, kind, after);
      return { cards: rows.map((row) => cardOf(row, kind)), next };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const orderId = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({ url: `/packages/pickup/hand-over/index?orderId=${orderId}` });
    },
  },
});
