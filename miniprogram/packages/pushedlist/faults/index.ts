import { faultListing } from '../../../behaviors/fault-listing';
import { listPushedFaults } from '../../../services/pushed-list';
import { textSize } from '../../../services/text-size';

/** Which rows of a list were wrong, or nobody has to look for. */
Component({
  behaviors: [faultListing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    listId: '',
  },
  methods: {
    onLoad(query: { listId?: string }) {
      this.setData({ listId: query.listId ?? '' });
      void this.load();
    },

    readFaults(after?: number) {
      return listPushedFaults(this.data.listId, after);
    },
  },
});
