import { CONTACTS, HEALTH_CODES, options, TEST_RESULTS } from '../../../../shared/labels';
import { dayAfter } from '../../../../shared/stays';
import { blankTraveller, type PhotoKind, type TravellerDraft } from '../declaration-draft';

/** A picture on its way, or that did not arrive. */
export type Upload = { state: 'sending' | 'failed' | 'done'; percent: number; path: string };
type PhotoRow = { kind: PhotoKind; label: string; source: string; state: string; percent: number };

const PHOTO_LABELS: Readonly<Record<PhotoKind, string>> = {
  healthCode: '健康码截图',
  itinerary: '行程卡截图',
  test: '核酸结果截图',
};
/** A test longer ago says nothing any more. */
const TEST_DAYS_BACK = 30;

/** How one traveller is. Says `change` with `{name, value}`, `pick` with `{index}` of another traveller, and `take`, `again`, `drop` with `{kind}`. */
Component({
  properties: {
    person: { type: Object, value: blankTraveller() as TravellerDraft },
    /** Everybody who comes: `{index, name, done}`. */
    everybody: { type: Array, value: [] as { index: number; name: string; done: boolean }[] },
    index: { type: Number, value: 0 },
    /** By their short names: temperature, symptoms, other, contact, healthCode, tested, test.date, test.result. */
    errors: { type: Object, value: {} as Record<string, string> },
    symptoms: { type: Array, value: [] as string[] },
    feverFrom: { type: Number, value: 0 },
    disease: { type: String, value: '' },
    /** By kind. */
    uploads: { type: Object, value: {} as Partial<Record<PhotoKind, Upload>> },
    today: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: {
    contacts: options(CONTACTS),
    codes: options(HEALTH_CODES),
    tests: [
      { value: 'yes', text: '做过' },
      { value: 'no', text: '没做' },
    ],
    results: options(TEST_RESULTS),
    firstTestDay: '',
    photos: [] as PhotoRow[],
    otherFelt: false,
  },
  observers: {
    today(today: string) {
      if (today !== '') this.setData({ firstTestDay: dayAfter(today, -TEST_DAYS_BACK) });
    },
    'person.symptoms'(felt: string[]) {
      this.setData({ otherFelt: felt.includes('other') });
    },
    'person.photos, uploads'(photos: TravellerDraft['photos'], uploads: Partial<Record<PhotoKind, Upload>>) {
      const rows = (Object.keys(PHOTO_LABELS) as PhotoKind[]).map((kind) => {
        const upload = uploads[kind];
        return {
          kind,
          label: PHOTO_LABELS[kind],
          source: upload?.path ?? photos[kind],
          state: upload?.state ?? (photos[kind] === '' ? '' : 'done'),
          percent: upload?.percent ?? 0,
        };
      });
      this.setData({ photos: rows });
    },
  },
  methods: {
    write(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.value);
    },
    choose(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }, object, { name: string }>) {
      this.say(event.currentTarget.dataset.name, event.detail.chosen[0] ?? '');
    },
    feel(event: WechatMiniprogram.CustomEvent<{ chosen: string[]; none: boolean }>) {
      this.say('symptoms', event.detail.chosen);
      this.say('none', event.detail.none);
    },
    pick(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      this.triggerEvent('pick', { index: event.currentTarget.dataset.index });
    },
    photo(event: WechatMiniprogram.CustomEvent<object, object, { kind: PhotoKind }>) {
      this.triggerEvent(event.type === 'remove' ? 'drop' : event.type, {
        kind: event.currentTarget.dataset.kind,
      });
    },
    say(name: string, value: unknown) {
      this.triggerEvent('change', { name, value });
    },
  },
});
