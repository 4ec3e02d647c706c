import { placeChoosing } from '../../../behaviors/place-choosing';
import { moveObservation } from '../../../services/observation';
import { textSize } from '../../../services/text-size';
import { oneLine, wrongWords } from '../../../shared/words';
import { acting } from '../acting';

/** 换住处: to another house or another team, whose grid member takes over. */
Component({
  behaviors: [acting, placeChoosing, textSize],
  data: { gridId: '', place: '', address: '', reason: '' },
  methods: {
    async onLoad(query: { observationId?: string }) {
      await this.begin(query);
      await this.openPlaces([]);
    },
    async onPick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf !== undefined) this.setData({ gridId: leaf.gridId, place: leaf.place, errors: {} });
    },
    onUp(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      void this.goUpTo(event.detail.index);
    },
    onAgain() {
      this.setData({ gridId: '', place: '' });
      void this.openPlaces([]);
    },
    onRetry() {
      void this.openPlaces(this.data.places.crumbs);
    },
    onAddress(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ address: event.detail.value });
    },
    onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value });
    },
    async save() {
      const { gridId, place } = this.data;
      const [address, reason] = [oneLine(this.data.address), oneLine(this.data.reason)];
      const wrong = {
        gridId: gridId === '' ? '请选到村组' : '',
        address: wrongWords(address, '新的住址', { min: 2, max: 60 }),
        reason: wrongWords(reason, '原因', { min: 2, max: 100 }),
      };
      await this.act(
        wrong,
        (act) => moveObservation({ ...act, gridId, address, reason }),
        `交给${place}了，那边的网格员会看到`,
      );
    },
  },
});
