import type { ShopView } from '../../../../cloudfunctions/contracts/index';
import { draftKeeping } from '../../../behaviors/draft-keeping';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import type { CloudError } from '../../../services/cloud';
import { readDraft, removeDraft } from '../../../services/drafts';
import { readShop, readShopFor } from '../../../services/orders';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { forgetOrder, keptOrderOf } from '../../../services/unsent-orders';
import { options, TOLD } from '../../../shared/labels';
import { BLANK, type Cart, cartName, fitted, isCart, startCart, withoutPatient } from './cart';
import { shopRow, type ShopRow, shopRows } from './rows';
import { orderOnce } from './send-order';
import { type Again, againOf, changedByText, headOf, lastQuantities, placeText, totalWords } from './view';

type Query = { roundId?: string; householdId?: string };
type Chosen = WechatMiniprogram.CustomEvent<{ chosen: string[] }>;
type Typed = WechatMiniprogram.CustomEvent<{ value: string }>;

/** The round as the cloud answered it. It belongs to no page's data. */
const shops = new WeakMap<object, ShopView>();

const SUBSTITUTES = [
  { value: 'yes', text: '可以换差不多的' },
  { value: 'no', text: '没有就不要了' },
];

/** A round as one household orders in it: its own, or one that a grid member orders for. */
Component({
  behaviors: [textSize, loading, draftKeeping<Cart>(BLANK, isCart)],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    /** Empty for my own household's. */
    householdId: '',
    head: {} as ReturnType<typeof headOf>,
    rows: [] as ShopRow[],
    again: null as Again | null,
    changedBy: '',
    place: '',
    total: { sum: '0', pieces: 0, fen: 0 },
    isOver: false,
    choosing: false,
    sending: false,
    /** Waits on this phone for the network. */
    isKept: false,
    told: '',
    tellings: options(TOLD),
    substituteChoices: SUBSTITUTES,
    /** By question; items by their id. */
    errors: {} as Record<string, string>,
  },
  methods: {
    onLoad(query: Query) {
      this.setData({
        roundId: decodeURIComponent(query.roundId ?? ''),
        householdId: decodeURIComponent(query.householdId ?? ''),
      });
      void this.load();
    },

    async load() {
      const { roundId, householdId } = this.data;
      try {
        const view = await (householdId === '' ? readShop(roundId) : readShopFor(roundId, householdId));
        this.take(view);
      } catch (error) {
        this.showFailure(error);
      }
    },

    /** Shows a round as it is now, with what was chosen here as far as it still can be had. */
    take(view: ShopView) {
      const { roundId, householdId } = this.data;
      const name = cartName(roundId, householdId);
      const kept = readDraft(name, isCart);
      const isMine = kept?.seenVersion === (view.order?.version ?? 0);
      const start = startCart(view);
      const cart = isMine ? { ...kept, ...(view.doorOnly && { way: start.way, pointId: '' }) } : start;
      const { quantities } = fitted(cart.quantities, view);
      this.useDraft(name, { ...cart, quantities });
      shops.set(this, view);
      void wx.setNavigationBarTitle({ title: view.round.title });
      this.setData({
        status: 'ready',
        head: headOf(view, Date.now()),
        changedBy: changedByText(view.order, Date.now()),
        again: againOf(view),
        isOver: Date.parse(view.round.closesAt) <= Date.now() || view.round.status !== 'open',
        isKept: keptOrderOf(roundId, householdId) !== undefined,
        errors: {},
      });
      this.showCart();
    },

    /** Everything that follows from what is chosen. */
    showCart() {
      const view = shops.get(this);
      const { draft, errors } = this.data;
      if (view === undefined) return;
      this.setData({
        rows: shopRows(view, draft, errors),
        total: totalWords(draft, view),
        place: placeText(draft, view, Date.now()),
      });
    },

    /** One row and the sum: a tap must be seen at once, also on a slow phone. */
    onQuantity(event: WechatMiniprogram.CustomEvent<{ itemId: string; value: number }>) {
      const { itemId, value } = event.detail;
      const view = shops.get(this);
      const { draft } = this.data;
      const position = view?.items.findIndex((item) => item.itemId === itemId) ?? -1;
      const item = view?.items[position];
      if (!view || !item) return;
      this.write('quantities', { ...draft.quantities, [itemId]: value });
      this.setData({
        [`rows[${position}]`]: shopRow(item, view, this.data.draft),
        total: totalWords(this.data.draft, view),
      });
    },

    orderAgain() {
      const view = shops.get(this);
      if (view === undefined) return;
      const { quantities, missing } = fitted(lastQuantities(view), view);
      this.write('quantities', quantities);
      this.showCart();
      const title = missing.length === 0 ? '照上次放好了' : `${missing.join('、')}不够，其余放好了`;
      void wx.showToast({ title, icon: 'none' });
    },

    async askPatient(event: WechatMiniprogram.CustomEvent<{ itemId: string }>) {
      const people = shops.get(this)?.people ?? [];
      const { draft } = this.data;
      try {
        const { tapIndex } = await wx.showActionSheet({ itemList: people.map(({ name }) => name) });
        const person = people[tapIndex];
        if (person) this.write('patients', { ...draft.patients, [event.detail.itemId]: person.personId });
        this.showCart();
      } catch {
        // Somebody thought better of it.
      }
    },

    openPlaces() {
      this.setData({ choosing: true });
    },
    closePlaces() {
      this.setData({ choosing: false });
    },
    onPlace(event: WechatMiniprogram.CustomEvent<{ way: 'pickup' | 'door'; pointId: string }>) {
      const { way, pointId } = event.detail;
      this.write('way', way);
      this.write('pointId', pointId);
      this.setData({ choosing: false });
      this.showCart();
    },
    onSubstitutes(event: Chosen) {
      this.write('substitutes', event.detail.chosen[0] === 'yes');
    },
    onTold(event: Chosen) {
      this.setData({ told: event.detail.chosen[0] ?? '', 'errors.told': '' });
    },
    onNote(event: Typed) {
      this.write('note', event.detail.value);
    },
    onNeed(event: Typed) {
      this.write('need', event.detail.value);
    },

    onOver() {
      this.setData({ isOver: true });
      void this.load();
    },

    openOrder() {
      const { householdId } = this.data;
      const order = shops.get(this)?.order;
      if (order)
        void wx.navigateTo({
          url: `../order/index?orderId=${encodeURIComponent(order.orderId)}${householdId === '' ? '' : '&proxy=1'}`,
        });
    },

    /** What is missing is said beside the question; null when nothing is. */
    missing(): Record<string, string> | null {
      const view = shops.get(this);
      const { draft, householdId, told, total } = this.data;
      if (view === undefined || total.pieces === 0) {
        const title = this.data.head.isPlaced ? '都不要了，请到订单里取消' : '还没有选东西';
        void wx.showToast({ title, icon: 'none' });
        return {};
      }
      const errors = Object.fromEntries(
        withoutPatient(draft, view.items).map(({ itemId, name }) => [
          itemId,
          `${name}要登记，请选给家里谁用`,
        ]),
      );
      if (householdId !== '' && told === '') errors.told = '请选怎么听说的：电话里，还是上门';
      return Object.keys(errors).length === 0 ? null : errors;
    },

    async order() {
      const view = shops.get(this);
      const { draft, sending, householdId, told } = this.data;
      if (view === undefined || sending) return;
      const errors = this.missing();
      if (errors !== null) {
        this.setData({ errors });
        this.showCart();
        if (Object.keys(errors).length > 0) scrollToWrong(this);
        return;
      }
      this.setData({ sending: true, errors: {} });
      this.keepDraftNow();
      const outcome = await orderOnce({
        cart: draft,
        view,
        householdId,
        told: told === 'door' ? 'door' : 'phone',
      });
      this.setData({ sending: false });
      if (outcome.state === 'kept') this.setData({ isKept: true });
      else if (outcome.state === 'refused') await this.explain(outcome.error);
      else await this.done(outcome.answer.orderId);
    },

    async done(orderId: string) {
      const { householdId, head } = this.data;
      this.dropDraft();
      removeDraft(this.data.draftName);
      if (householdId === '')
        await wx.redirectTo({ url: `../order/index?orderId=${encodeURIComponent(orderId)}&placed=1` });
      else {
        await wx.navigateBack();
        void wx.showToast({ title: `给${head.headName}家订好了`, icon: 'none', duration: 2500 });
      }
    },

    /** Refused: what is chosen stays, beside the round as it is now. */
    async explain(error: CloudError) {
      const { draft } = this.data;
      const lines = (shops.get(this)?.items ?? []).filter(
        ({ itemId }) => (draft.quantities[itemId] ?? 0) > 0,
      );
      const errors = Object.fromEntries(
        Object.entries(error.fields).flatMap(([field, words]) => {
          const itemId = lines[Number(/^lines\.(\d+)/.exec(field)?.[1] ?? -1)]?.itemId;
          return itemId === undefined ? [] : [[itemId, words] as const];
        }),
      );
      await tell('没有订上', error.message);
      if (error.code === 'CONFLICT') await this.load();
      this.setData({ errors });
      this.showCart();
      if (Object.keys(errors).length > 0) scrollToWrong(this);
    },

    /** It had not left yet: it is taken back, and can be changed. */
    takeBack() {
      const { roundId, householdId } = this.data;
      const kept = keptOrderOf(roundId, householdId);
      if (kept) forgetOrder(kept.form.requestId);
      this.setData({ isKept: false });
    },
  },
});
