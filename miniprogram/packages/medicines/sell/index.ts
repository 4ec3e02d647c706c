import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { listMyItems } from '../../../services/catalogue';
import { registerSale } from '../../../services/medicines';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { calendarDate } from '../../../shared/dates';
import { hasErrors, without } from '../../../shared/form-errors';
import { options, PAPERS, type PapersName, SEXES, type SexName } from '../../../shared/labels';
import type { RegisteredDrug } from '../../../../cloudfunctions/contracts/index';
import { blankSale, REGISTERED, saleOf, wrongSale } from './sale-form';

const OTHER = 'other';
type Drug = { itemId: string; name: string; spec: string; drugClass: RegisteredDrug };

/** A sale over the counter, written down while the buyer stands there. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    supplierId: '',
    requestId: '',
    drugs: [] as Drug[],
    choices: [] as { value: string; text: string }[],
    chosen: '',
    other: OTHER,
    classes: REGISTERED,
    papers: options(PAPERS),
    sexes: options(SEXES),
    today: '',
    form: blankSale,
  },
  methods: {
    async onLoad(query: { supplierId?: string }) {
      this.setData({
        supplierId: query.supplierId ?? '',
        requestId: await makeRequestId(),
        today: calendarDate(Date.now()),
      });
      await this.load();
    },

    async load() {
      try {
        const { rows } = await listMyItems(this.data.supplierId);
        const drugs = rows.flatMap(({ itemId, name, spec, drugClass }) =>
          drugClass === 'none' ? [] : [{ itemId, name, spec, drugClass }],
        );
        const choices = drugs.map(({ itemId, name }) => ({ value: itemId, text: name }));
        this.setData({
          status: 'ready',
          drugs,
          choices: [...choices, { value: OTHER, text: '别的药' }],
          chosen: drugs.length === 0 ? OTHER : '',
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    chooseDrug(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const [chosen = ''] = event.detail.chosen;
      const drug = this.data.drugs.find(({ itemId }) => itemId === chosen);
      this.setData({
        chosen,
        'form.itemName': drug?.name ?? '',
        'form.spec': drug?.spec ?? '',
        'form.drugClass': drug?.drugClass ?? '',
        errors: without(without(without(this.data.errors, 'itemName'), 'spec'), 'drugClass'),
      });
    },

    onField(
      event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string; path?: string }>,
    ) {
      const { name, path = name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, path) });
    },

    chooseClass(event: WechatMiniprogram.CustomEvent<{ chosen: RegisteredDrug[] }>) {
      this.setData({
        'form.drugClass': event.detail.chosen[0] ?? '',
        errors: without(this.data.errors, 'drugClass'),
      });
    },

    choosePapers(event: WechatMiniprogram.CustomEvent<{ chosen: PapersName[] }>) {
      this.setData({
        'form.papersType': event.detail.chosen[0] ?? 'residentId',
        errors: without(this.data.errors, 'papers.number'),
      });
    },

    chooseSex(event: WechatMiniprogram.CustomEvent<{ chosen: SexName[] }>) {
      this.setData({
        'form.sex': event.detail.chosen[0] ?? '',
        errors: without(this.data.errors, 'papers.sex'),
      });
    },

    setQuantity(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.setData({ 'form.quantity': event.detail.value });
    },

    async save() {
      const { form, supplierId, requestId } = this.data;
      const errors = wrongSale(form);
      this.setData({ errors, problem: '' });
      const { drugClass } = form;
      if (hasErrors(errors) || drugClass === '') {
        scrollToWrong(this);
        return;
      }
      const sale = { ...saleOf(form, drugClass), supplierId, requestId };
      if (await this.send(async () => registerSale(sale))) await wx.navigateBack();
      else scrollToWrong(this);
    },
  },
});
