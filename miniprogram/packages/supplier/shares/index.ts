import { listing } from '../../../behaviors/listing';
import { listShares, type ShareRow } from '../../../services/purchase';
import { textSize } from '../../../services/text-size';
import { shortPlace } from '../../../shared/places';

type ShareCard = {
  orderId: string;
  headName: string;
  place: string;
  isCare: boolean;
  lines: { name: string; words: string; why: string }[];
};

const cardOf = ({ orderId, headName, place, isCare, lines }: ShareRow): ShareCard => ({
  orderId,
  headName,
  place: shortPlace(place),
  isCare,
  lines: lines.map(({ name, unit, ordered, allotted, substitute, why }) => ({
    name,
    words: `订 ${ordered} ${unit}，分到 ${allotted} ${unit}${substitute ? `，另换${substitute.name} ${substitute.quantity} ${substitute.unit}` : ''}`,
    why,
  })),
});

/** Households of my grids that get less than they ordered, and why: to tell them before they come. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    title: '',
    cards: [] as ShareCard[],
  },
  methods: {
    async onLoad(query: { roundId?: string }) {
      this.setData({ roundId: decodeURIComponent(query.roundId ?? '') });
      await this.load();
    },

    async readPage(after?: string) {
      const { roundTitle, rows, next } = await listShares(this.data.roundId, after);
      this.setData({ title: roundTitle });
      return { cards: rows.map(cardOf), next };
    },
  },
});
