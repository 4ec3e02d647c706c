import { draftKeeping } from '../../../behaviors/draft-keeping';
import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { CloudError } from '../../../services/cloud';
import { readDraft, removeDraft } from '../../../services/drafts';
import {
  type As,
  confirmQuantities,
  listOffers,
  type PurchaseList,
  readPurchase,
  type SubstituteOffer,
} from '../../../services/purchase';
import { makeRequestId } from '../../../services/request-id';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { asked } from '../asked';
import {
  BLANK,
  choosing,
  type ConfirmDraft,
  enough,
  formOf,
  isConfirmDraft,
  type Line,
  linesOf,
  type Row,
  rowsOf,
  summaryOf,
  wrongIn,
} from './form';

type Known = { list: PurchaseList; offers: SubstituteOffer[] };
const known = new WeakMap<object, Known>();
type At = { at: number };

/** 确认到货数量: how much comes of everything, and what comes instead of what is missing. What is typed stays on this phone until it is sent. */
Component({
  behaviors: [loading, draftKeeping<ConfirmDraft>(BLANK, isConfirmDraft), textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    roundId: '',
    as: 'supplier' as As,
    title: '',
    rows: [] as Row[],
    summary: '',
    hasEmpty: false,
    problem: '',
    sending: false,
  },
  methods: {
    async onLoad(query: { roundId?: string; as?: string }) {
      this.setData(asked(query));
      await this.load();
    },

    async load() {
      const { as, roundId } = this.data;
      try {
        const [list, offers] = await Promise.all([readPurchase(as, roundId), listOffers(as, roundId)]);
        known.set(this, { list, offers });
        const name = `purchase:${roundId}`;
        const kept = readDraft(name, isConfirmDraft);
        this.useDraft(name, {
          savedAt: kept?.savedAt ?? 0,
          requestId: kept?.requestId ?? (await makeRequestId()),
          lines: linesOf(list, kept?.lines ?? []),
        });
        this.setData({ status: 'ready', title: list.title });
        this.show();
      } catch (error) {
        this.showFailure(error);
      }
    },

    /** All rows anew, or only the one that was written in. */
    show(at?: number) {
      const { list, offers } = known.get(this) ?? {};
      if (!list || !offers) return;
      const { lines } = this.data.draft;
      const rows = rowsOf(list, lines, offers);
      this.setData({
        ...(at === undefined ? { rows } : { [`rows[${at}]`]: rows[at] }),
        summary: summaryOf(list, lines),
        hasEmpty: lines.some(({ quantity }) => quantity === ''),
        problem: '',
      });
    },

    onQuantity(event: WechatMiniprogram.CustomEvent<{ value: string }, object, At>) {
      const { at } = event.currentTarget.dataset;
      this.write(`lines[${at}].quantity`, event.detail.value);
      this.show(at);
    },

    onOther(event: WechatMiniprogram.PickerChange<object, At>) {
      const { at } = event.currentTarget.dataset;
      const { list, offers } = known.get(this) ?? {};
      const line = this.data.draft.lines[at];
      if (!list || !offers || !line) return;
      this.write(`lines[${at}]`, choosing(list, line, offers, Number(event.detail.value)));
      this.show(at);
    },

    onOtherQuantity(event: WechatMiniprogram.CustomEvent<{ value: string }, object, At>) {
      const { at } = event.currentTarget.dataset;
      this.write(`lines[${at}].otherQuantity`, event.detail.value);
      this.show(at);
    },

    fillEnough() {
      const { list } = known.get(this) ?? {};
      if (!list) return;
      this.write('lines', enough(list, this.data.draft.lines));
      this.show();
    },

    mark(wrong: Row['wrong'][]) {
      this.setData(Object.fromEntries(wrong.map((one, at) => [`rows[${at}].wrong`, one])));
      scrollToWrong(this);
    },

    async submit() {
      const { list } = known.get(this) ?? {};
      if (this.data.sending || !list) return;
      const { draft, draftName, as } = this.data;
      const wrong = wrongIn(list, draft.lines);
      if (wrong.some(({ quantity, other }) => quantity !== '' || other !== '')) {
        this.mark(wrong);
        return;
      }
      this.setData({ sending: true, problem: '' });
      try {
        await confirmQuantities(as, formOf(list, draft.lines, draft.requestId));
        this.dropDraft();
        removeDraft(draftName);
        await tell('确认好了', '到货数量记下了，正在分给各户，大家都能看到自己分到多少。');
        await wx.navigateBack();
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await this.showRefusal(error, draft.lines);
      } finally {
        this.setData({ sending: false });
      }
    },

    /** Somebody else was first: what they said is shown, what was typed stays. */
    async showRefusal({ code, message, fields }: CloudError, lines: readonly Line[]) {
      const beside = lines.map((_, at) => ({
        quantity: fields[`items.${at}.quantity`] ?? fields[`items.${at}.itemId`] ?? '',
        other: fields[`items.${at}.substitute`] ?? '',
      }));
      if (code === 'CONFLICT') {
        this.write('requestId', await makeRequestId());
        this.keepDraftNow();
        await this.load();
      }
      this.setData({ problem: message });
      if (beside.some(({ quantity, other }) => quantity !== '' || other !== '')) this.mark(beside);
    },
  },
});
