import type { RegisteredDrug } from '../../../../cloudfunctions/contracts/index';
import { listing } from '../../../behaviors/listing';
import { CloudError } from '../../../services/cloud';
import { listRegister, openRegisterExport, openSaleNumber } from '../../../services/medicines';
import { tell } from '../../../services/tell';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { DRUG_CLASSES, options } from '../../../shared/labels';
import { saleCard, type SaleCard } from '../sale-card';

const WEEK_MS = 6 * 24 * 3_600_000;
const CLASSES = [
  { value: '', text: '全部' },
  ...options(DRUG_CLASSES).filter(({ value }) => value !== 'none'),
] as { value: RegisteredDrug | ''; text: string }[];

/** Why somebody may need it in the clear. */
const READY = ['上报县里', '找人量体温', '核对药店的登记'];

/** The town's register of the four classes: who bought what, for the days that are chosen. */
Component({
  behaviors: [listing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    from: '',
    until: '',
    today: '',
    drugClass: '' as RegisteredDrug | '',
    classes: CLASSES,
    cards: [] as SaleCard[],
    ready: READY,
    /** What a reason is asked for; empty for nothing. */
    asking: '' as '' | 'export' | 'number',
    saleId: '',
    exported: '',
    busy: false,
  },
  methods: {
    onLoad() {
      const now = Date.now();
      const today = calendarDate(now);
      this.setData({ from: calendarDate(now - WEEK_MS), until: today, today });
      void this.load();
    },

    async readPage(after?: string) {
      const { from, until, drugClass } = this.data;
      const days = { from, until, ...(drugClass !== '' && { drugClass }) };
      const { rows, next } = await listRegister(days, after);
      return { cards: rows.map((sale) => saleCard(sale, Date.now())), next };
    },

    chooseDay(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'from' | 'until' }>) {
      this.setData({
        [event.currentTarget.dataset.name]: event.detail.value,
        status: 'loading',
        exported: '',
      });
      void this.load();
    },

    chooseClass(event: WechatMiniprogram.CustomEvent<{ chosen: (RegisteredDrug | '')[] }>) {
      this.setData({ drugClass: event.detail.chosen[0] ?? '', status: 'loading' });
      void this.load();
    },

    askExport() {
      this.setData({ asking: 'export' });
    },

    askNumber(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.setData({ asking: 'number', saleId: event.currentTarget.dataset.id });
    },

    closeSheet() {
      this.setData({ asking: '' });
    },

    async onReason(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      const { asking, busy } = this.data;
      this.setData({ asking: '' });
      if (busy || asking === '') return;
      this.setData({ busy: true });
      try {
        await (asking === 'export'
          ? this.export(event.detail.reason)
          : this.showNumbers(event.detail.reason));
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        await tell(asking === 'export' ? '没有导出来' : '没有打开', error.message);
      } finally {
        this.setData({ busy: false });
      }
    },

    async export(reason: string) {
      const { from, until } = this.data;
      const rows = await openRegisterExport({ from, until, reason });
      this.setData({ exported: `导出了 ${rows} 条。用完请删掉表格。` });
    },

    async showNumbers(reason: string) {
      const { saleId } = this.data;
      const papers = await openSaleNumber(saleId, 'papers', reason);
      const card = this.data.cards.find((one) => one.saleId === saleId);
      const phone = card?.phoneMask ? await openSaleNumber(saleId, 'phone', reason) : '没有登记';
      await tell(card?.name ?? '', `证件号 ${papers}\n手机号 ${phone}`);
    },
  },
});
