import { faultListing } from '../../../behaviors/fault-listing';
import { listFaults } from '../../../services/roster';
import { textSize } from '../../../services/text-size';

/** Which rows of an import were wrong or left out. */
Component({
  behaviors: [faultListing, textSize],
  data: {
    status: 'loading' as 'loading' | 'ready' | 'failed',
    jobId: '',
  },
  methods: {
    onLoad(query: { jobId?: string }) {
      this.setData({ jobId: query.jobId ?? '' });
      void this.load();
    },

    readFaults(after?: number) {
      return listFaults(this.data.jobId, after);
    },
  },
});
