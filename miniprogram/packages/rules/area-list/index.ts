import { loading } from '../../../behaviors/loading';
import { firstPage, paging } from '../../../behaviors/paging';
import { approveAreas, previewAreas, readAreaList, readRules, rejectAreas } from '../../../services/rulebook';
import { textSize } from '../../../services/text-size';
import { areaRow, type AreaRow } from '../area-rows';
import { deciding } from '../deciding';
import { proposalShowing, turnOf } from '../proposal-showing';
import { areaListRow, type ProposalRow, sourceWords } from '../rule-words';

/** One list of areas: what it adds or ends, whose case it would change, and a second officer's word on it. */
Component({
  behaviors: [loading, paging, textSize, deciding, proposalShowing],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    listId: '',
    list: {} as ProposalRow,
    source: '',
    cards: [] as AreaRow[],
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
      void this.load();
    },

    async load() {
      try {
        const [{ list, ...page }, { isOffice }] = await Promise.all([this.readPage(), readRules()]);
        const turn = turnOf(list, isOffice);
        this.setData({
          status: 'ready',
          list: areaListRow(list, Date.now()),
          source: sourceWords(list.source),
          turn,
          ...firstPage(page),
        });
        if (turn !== 'none') await this.readOn();
      } catch (error) {
        this.showFailure(error);
      }
    },

    async readPage(after?: string) {
      const { list, rows, next } = await readAreaList(this.data.listId, after);
      return { list, cards: rows.map(areaRow), next };
    },

    askPreview(after?: string) {
      return previewAreas(this.data.listId, after);
    },

    approve() {
      return approveAreas(this.data.listId);
    },
    reject(reason: string) {
      return rejectAreas(this.data.listId, reason);
    },
  },
});
