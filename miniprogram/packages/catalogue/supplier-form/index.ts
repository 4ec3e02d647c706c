import { loading } from '../../../behaviors/loading';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { addSupplier, changeSupplier, listSupplierPlaces, readSupplier } from '../../../services/catalogue';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { hasErrors, without, wrongOnes } from '../../../shared/form-errors';
import { ITEM_CATEGORIES, type ItemCategoryName, options } from '../../../shared/labels';
import { wrongPhone } from '../../../shared/phone';
import { oneLine, wrongWords } from '../../../shared/words';
import { KINDS } from '../supplier-words';

type Kind = keyof typeof KINDS;

/** What each kind may sell: medicines are a pharmacy's. */
const SELLS: Readonly<Record<Kind, { value: string; text: string }[]>> = {
  supermarket: options(ITEM_CATEGORIES).filter(({ value }) => value !== 'medicine'),
  pharmacy: options(ITEM_CATEGORIES).filter(({ value }) => ['medicine', 'baby', 'daily'].includes(value)),
};
const FIRST_SELLS: Readonly<Record<Kind, ItemCategoryName[]>> = {
  supermarket: ['vegetables', 'staples', 'meatEggsMilk'],
  pharmacy: ['medicine'],
};

/** Adds a supplier, or changes one. */
Component({
  behaviors: [loading, sending, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** Empty when one is added. */
    supplierId: '',
    requestId: '',
    version: 0,
    /** The number as it is on file, masked. */
    phoneMask: '',
    kinds: options(KINDS),
    places: [] as { value: string; text: string }[],
    sellable: SELLS.supermarket,
    form: {
      kind: 'supermarket' as Kind,
      gridId: '',
      name: '',
      phone: '',
      sells: FIRST_SELLS.supermarket,
    },
  },
  methods: {
    async onLoad(query: { supplierId?: string }) {
      this.setData({ supplierId: query.supplierId ?? '', requestId: await makeRequestId() });
      await this.load();
    },

    async load() {
      const { supplierId } = this.data;
      try {
        if (supplierId === '') {
          const places = (await listSupplierPlaces()).map(({ gridId, name }) => ({
            value: gridId,
            text: name,
          }));
          this.setData({ places, 'form.gridId': places[0]?.value ?? '', status: 'ready' });
          return;
        }
        const { kind, gridId, name, sells, version, phoneMask } = await readSupplier(supplierId);
        const form = { kind, gridId, name, phone: '', sells };
        this.setData({ form, version, phoneMask, sellable: SELLS[kind], status: 'ready' });
      } catch (error) {
        this.showFailure(error);
      }
    },

    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: 'name' | 'phone' }>) {
      const { name } = event.currentTarget.dataset;
      this.setData({ [`form.${name}`]: event.detail.value, errors: without(this.data.errors, name) });
    },

    chooseKind(event: WechatMiniprogram.CustomEvent<{ chosen: Kind[] }>) {
      const [kind = 'supermarket'] = event.detail.chosen;
      this.setData({
        'form.kind': kind,
        'form.sells': FIRST_SELLS[kind],
        sellable: SELLS[kind],
        errors: without(this.data.errors, 'sells'),
      });
    },

    choosePlace(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ 'form.gridId': event.detail.chosen[0] ?? '' });
    },

    chooseSells(event: WechatMiniprogram.CustomEvent<{ chosen: ItemCategoryName[] }>) {
      this.setData({ 'form.sells': event.detail.chosen, errors: without(this.data.errors, 'sells') });
    },

    async save() {
      const { form, supplierId, requestId, version } = this.data;
      const errors = wrongOnes({
        name: wrongWords(form.name, '供货方名称', { min: 2, max: 30 }),
        phone: supplierId !== '' && form.phone.trim() === '' ? '' : wrongPhone(form.phone),
        sells: form.sells.length === 0 ? '请选择卖什么' : '',
      });
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) {
        scrollToWrong(this);
        return;
      }
      const { kind, gridId, sells } = form;
      const name = oneLine(form.name);
      const phone = form.phone.trim();
      const isSaved = await this.send(async () =>
        supplierId === ''
          ? addSupplier({ requestId, gridId, kind, name, phone, sells })
          : changeSupplier({ requestId, supplierId, version, name, sells, ...(phone !== '' && { phone }) }),
      );
      if (isSaved) await wx.navigateBack();
      else scrollToWrong(this);
    },
  },
});
