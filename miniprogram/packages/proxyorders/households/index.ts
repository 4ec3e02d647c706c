import { listing } from '../../../behaviors/listing';
import { CloudError } from '../../../services/cloud';
import { dial } from '../../../services/dial';
import { listCareHouseholds } from '../../../services/orders';
import { openNumber, readHousehold } from '../../../services/registration';
import { textSize } from '../../../services/text-size';
import { householdRow, type HouseholdRow } from './rows';

type IdEvent = WechatMiniprogram.TouchEvent<object, object, { id: string }>;

const CALL_REASON = '打电话问要订什么物资';

/** Households of the care categories in my grids: who has ordered, who hasn't, and the way to order for them. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    cards: [] as HouseholdRow[],
  },
  pageLifetimes: {
    show() {
      if (this.data.roundId !== '') void this.load();
    },
  },
  methods: {
    onLoad({ roundId = '' }: { roundId?: string }) {
      this.setData({ roundId });
      void this.load();
    },

    async readPage(after?: string) {
      const { rows, next } = await listCareHouseholds(this.data.roundId, after);
      return { cards: rows.map(householdRow), next };
    },

    order(event: IdEvent) {
      const householdId = encodeURIComponent(event.currentTarget.dataset.id);
      void wx.navigateTo({
        url: `/packages/shop/shop/index?roundId=${this.data.roundId}&householdId=${householdId}`,
      });
    },

    /** The number is dialled without being shown; that it was opened is recorded with its reason. */
    async dial(event: IdEvent) {
      const householdId = event.currentTarget.dataset.id;
      await dial(async () => {
        const { people } = await readHousehold(householdId);
        const person = people.find(({ phoneMask }) => phoneMask !== null);
        if (!person) throw new CloudError('NOT_FOUND', '这一家没有留电话，请上门问');
        const { personId } = person;
        return (await openNumber({ householdId, personId, field: 'phone', reason: CALL_REASON })).value;
      });
    },
  },
});
