import { CloudError } from '../../../services/cloud';
import { searchHouseholds } from '../../../services/gridwork';
import { shortPlace } from '../../../shared/places';
import { oneLine } from '../../../shared/words';

export type HouseholdRow = { householdId: string; headName: string; about: string };

/** A proxy finds the household of whoever returns; who is on nobody's roll is put on it. */
export const householdFinding = Behavior({
  data: {
    finding: {
      words: '',
      /** '', searching, ready or failed */
      status: '',
      rows: [] as HouseholdRow[],
      error: '',
    },
  },
  methods: {
    onFindWords(event: WechatMiniprogram.CustomEvent<{ value: string }>): void {
      this.setData({ 'finding.words': event.detail.value, 'finding.error': '' });
    },

    async onFind(): Promise<void> {
      const words = oneLine(this.data.finding.words);
      if (words === '') {
        this.setData({ 'finding.error': '请填写姓名、手机尾号或住址' });
        return;
      }
      this.setData({ 'finding.status': 'searching' });
      try {
        const { rows } = await searchHouseholds(words);
        this.setData({
          'finding.status': 'ready',
          'finding.rows': rows.map(({ householdId, headName, place, address }) => ({
            householdId,
            headName,
            about: `${shortPlace(place)} ${address}`,
          })),
        });
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        this.setData({ 'finding.status': 'failed', 'finding.error': error.message });
      }
    },
  },
});
