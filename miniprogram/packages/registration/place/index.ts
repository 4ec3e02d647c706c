import { textSize } from '../../../services/text-size';
import { householdKeeping } from '../draft-keeping';
import { readHouseholdDraft } from '../draft-store';
import { placeChoosing } from '../../../behaviors/place-choosing';

/** Another place for a household that is being changed; choosing one goes back. */
Component({
  behaviors: [textSize, householdKeeping, placeChoosing],
  methods: {
    async onLoad(query: { draft?: string }) {
      const name = query.draft ?? '';
      const draft = readHouseholdDraft(name);
      if (!draft) {
        // Opened from a card or an old address: there is no form to go back to.
        void wx.switchTab({ url: '/pages/home/index' });
        return;
      }
      this.useDraft(name, draft);
      await this.openPlaces([]);
    },

    async onPick(event: WechatMiniprogram.CustomEvent<{ id: string }>) {
      const leaf = await this.pickPlace(event.detail.id);
      if (leaf === undefined) return;
      this.write('gridId', leaf.gridId);
      this.write('place', leaf.place);
      this.keepDraftNow();
      void wx.navigateBack();
    },

    onUp(event: WechatMiniprogram.CustomEvent<{ index: number }>) {
      void this.goUpTo(event.detail.index);
    },

    onRetry() {
      void this.openPlaces(this.data.places.crumbs);
    },
  },
});
