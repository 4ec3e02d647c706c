import type { DrugClass, PriceRule } from '../../../../cloudfunctions/contracts/index';
import { draftKeeping } from '../../../behaviors/draft-keeping';
import { loading } from '../../../behaviors/loading';
import { photoSending } from '../../../behaviors/photo-sending';
import { scrollToWrong } from '../../../behaviors/scroll-to-wrong';
import { sending } from '../../../behaviors/sending';
import { addItem, changeItem, readItem, readSupplier } from '../../../services/catalogue';
import { readDraft, removeDraft } from '../../../services/drafts';
import { makeRequestId } from '../../../services/request-id';
import { textSize } from '../../../services/text-size';
import { hasErrors, without } from '../../../shared/form-errors';
import { DRUG_CLASSES, ITEM_CATEGORIES, type ItemCategoryName, options } from '../../../shared/labels';
import { fenOf } from '../../../shared/money';
import { oneLine } from '../../../shared/words';
import { jumpText } from '../price-words';
import { bundleOptions, BUNDLES } from './bundles';
import { blankDraft, draftOf, isItemDraft, newContent, startedWith, wrongItem } from './item-draft';

const MOST_CONTENTS = 20;

/** Puts something on a supplier's shelf, a bundle or a single thing, or changes it. */
Component({
  behaviors: [loading, sending, photoSending('items'), draftKeeping(blankDraft, isItemDraft), textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    /** Empty when one is added. */
    itemId: '',
    supplierId: '',
    supplierName: '',
    bundles: [] as { value: string; text: string }[],
    bundle: 'single',
    categories: [] as { value: ItemCategoryName; text: string }[],
    drugClasses: options(DRUG_CLASSES),
    reference: 0,
    rule: { percent: 0, days: 0 } as PriceRule,
    /** Why a reason is asked for; empty when none is. */
    jump: '',
    mostContents: MOST_CONTENTS,
  },
  methods: {
    async onLoad(query: { supplierId?: string; itemId?: string }) {
      this.setData({ supplierId: query.supplierId ?? '', itemId: query.itemId ?? '' });
      await this.load();
    },

    async load() {
      try {
        const { itemId } = this.data;
        const item = itemId === '' ? null : await readItem(itemId);
        const supplierId = item?.supplierId ?? this.data.supplierId;
        const { name, sells } = await readSupplier(supplierId);
        const [first = 'vegetables'] = sells;
        const fresh = {
          ...(item ? draftOf(item) : { ...blankDraft, category: first }),
          requestId: await makeRequestId(),
        };
        const draftName = `item:${item?.itemId ?? supplierId}`;
        const kept = readDraft(draftName, isItemDraft);
        // What was written about another version of it can't be stored any more.
        this.useDraft(draftName, kept?.version === fresh.version ? kept : fresh);
        this.setData({
          status: 'ready',
          supplierId,
          supplierName: name,
          bundles: bundleOptions(sells),
          categories: options(ITEM_CATEGORIES).filter(({ value }) => sells.includes(value)),
          ...(item && {
            reference: item.reference,
            rule: item.rule,
            jump: jumpText(this.data.draft.price, item.reference, item.rule),
          }),
        });
      } catch (error) {
        this.showFailure(error);
      }
    },

    chooseBundle(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      const [bundle = 'single'] = event.detail.chosen;
      this.setData({ bundle, draft: startedWith(this.data.draft, BUNDLES[bundle]), errors: {} });
      this.write('savedAt', this.data.draft.savedAt);
    },

    onField(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { path: string }>) {
      const { path } = event.currentTarget.dataset;
      this.write(path, event.detail.value);
      const errors = without(this.data.errors, path.replace(/\[(\d+)\]/, '.$1'));
      if (path !== 'price') this.setData({ errors });
      else this.setData({ errors, jump: jumpText(event.detail.value, this.data.reference, this.data.rule) });
    },

    chooseCategory(event: WechatMiniprogram.CustomEvent<{ chosen: ItemCategoryName[] }>) {
      this.write('category', event.detail.chosen[0]);
      this.setData({ errors: without(this.data.errors, 'category') });
    },

    chooseDrugClass(event: WechatMiniprogram.CustomEvent<{ chosen: DrugClass[] }>) {
      this.write('drugClass', event.detail.chosen[0]);
    },

    setLimit(event: WechatMiniprogram.CustomEvent<{ value: number }>) {
      this.write('limit', event.detail.value);
    },

    takeItemPhoto() {
      void this.takePhotoFor('photo');
    },

    dropPhoto() {
      this.dropPhotoOf('photo');
    },

    keepPhotoId(fileId: string, target: string) {
      this.write(target, fileId);
    },

    addContent() {
      this.write(`contains[${this.data.draft.contains.length}]`, newContent(this.data.draft));
    },

    dropContent(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const { index } = event.currentTarget.dataset;
      this.write(
        'contains',
        this.data.draft.contains.filter((_, i) => i !== index),
      );
      this.setData({ errors: {} });
    },

    async save() {
      const { draft, jump, upload } = this.data;
      const errors = wrongItem(draft, jump);
      this.setData({ errors, problem: '' });
      if (hasErrors(errors)) {
        scrollToWrong(this);
        return;
      }
      if (upload.state === 'sending') {
        this.setData({ problem: '照片还没传完，等一下再存' });
        return;
      }
      if (!(await this.send(async () => this.store()))) {
        scrollToWrong(this);
        return;
      }
      this.dropDraft();
      removeDraft(this.data.draftName);
      await wx.navigateBack();
    },

    async store() {
      const { draft, supplierId, itemId } = this.data;
      const { requestId, version, category, drugClass, limit } = draft;
      const form = {
        requestId,
        name: oneLine(draft.name),
        spec: oneLine(draft.spec),
        unit: oneLine(draft.unit),
        category,
        drugClass,
        photo: draft.photo === '' ? null : draft.photo,
        price: fenOf(draft.price) ?? 0,
        limit,
        contains: draft.contains.map(({ name, amount }) => ({
          name: oneLine(name),
          amount: oneLine(amount),
        })),
      };
      if (itemId === '') await addItem({ ...form, supplierId });
      else await changeItem({ ...form, itemId, version, priceReason: oneLine(draft.priceReason) });
    },
  },
});
