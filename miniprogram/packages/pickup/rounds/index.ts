import type { RoundCard } from '../../../../cloudfunctions/contracts/supplies';
import { tabbing } from '../../../behaviors/tabbing';
import { listHandedRounds } from '../../../services/pickup';
import { holds } from '../../../services/roles';
import { textSize } from '../../../services/text-size';
import { ROUND_STATUSES } from '../../../shared/labels';
import { shortPlace } from '../../../shared/places';

type Tab = 'now' | 'settled';
type Card = { roundId: string; title: string; place: string; note: string; isSettled: boolean };

const TABS = [
  { value: 'now', text: '现在发的' },
  { value: 'settled', text: '结清的' },
];
const EMPTY = {
  now: { title: '现在没有要发的', text: '东西到了，这里就有名单。' },
  settled: { title: '还没有结清的', text: '发完、对完账的会留在这里。' },
} as const;

const cardOf = ({ roundId, title, number, supplierName, place, status }: RoundCard): Card => ({
  roundId,
  title,
  place: `${shortPlace(place)}，第 ${number} 批`,
  note: `${supplierName}供货，${ROUND_STATUSES[status]}`,
  isSettled: status === 'settled',
});

/** The rounds that I hand out; from here to the list of the day, and to the money. */
Component({
  behaviors: [tabbing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    tab: 'now' as Tab,
    tabs: TABS,
    empties: EMPTY,
    cards: [] as Card[],
    /** Grid members hand out, but the round's money is not theirs to see. */
    seesMoney: false,
  },
  pageLifetimes: {
    show() {
      void this.load();
    },
  },
  methods: {
    onLoad(query: { tab?: string }) {
      this.setData({ seesMoney: holds('gridLeader', 'townOfficer', 'supplier') });
      if (query.tab === 'settled') this.setData({ tab: 'settled' });
    },

    async readPage() {
      return { cards: (await listHandedRounds(this.data.tab)).map(cardOf), next: null };
    },

    open(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `../day/index?roundId=${idOf(event)}` });
    },

    openMoney(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/packages/settlement/round/index?roundId=${idOf(event)}` });
    },
  },
});

const idOf = (event: WechatMiniprogram.TouchEvent<object, object, { id: string }>): string =>
  encodeURIComponent(event.currentTarget.dataset.id);
